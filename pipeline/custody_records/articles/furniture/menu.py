"""Menus: lines that consist of nothing but the words sites print on their buttons."""

import re
from functools import cached_property

from custody_records.contract.fold import plain
from custody_records.rulebook import RuleData

_WORD = re.compile(r"[^\W\d_]+(?:['’.&+-][^\W\d_]+)*\.?|&")
_LONGEST = 5  # words in one phrase of the vocabulary
_ITEM = re.compile(r"\s*[|·•»>/]\s*|\s{2,}|\t")


class MenuWords(RuleData):
    """The vocabulary of ``rules/articles/menu_words.yaml``."""

    id: str
    share_id: str
    reason: str
    share: list[str]
    menu: list[str]
    small: frozenset[str]

    @cached_property
    def _share(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_words(phrase) for phrase in self.share)

    @cached_property
    def _all(self) -> frozenset[tuple[str, ...]]:
        return self._share | frozenset(_words(phrase) for phrase in self.menu)

    def covers(self, line: str, *, edge: bool, leading: bool = False) -> str | None:
        """Return the rule's id if the line can be cut into the vocabulary's phrases and signs.

        Within a story (``edge`` false) only the words of share bars count. Above it (``leading``)
        a menu may have a word that is not in the vocabulary.
        """
        if line.rstrip().endswith((".", "?", "!")):
            return None
        words = _words(line[:400])
        if not words or len(words) > 60:
            return None
        if _uncovered(words, self._share) == 0:
            return self.share_id
        if not edge:
            return None
        left = _uncovered(words, self._all)
        # "Home News Sport Weather iPlayer": a word that we do not know among many that we do. But
        # "International Partnership for Human Rights" is a name.
        nearly = leading and len(words) >= 5 * left and len(words) - left >= 4
        return self.id if left == 0 or (nearly and self.small.isdisjoint(words)) else None


def _uncovered(words: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> int:
    """Return how many words are left if the others are cut into phrases as well as can be."""
    left = [0] * (len(words) + 1)  # left[n]: of the first n words
    for end in range(1, len(words) + 1):
        left[end] = left[end - 1] + 1
        for start in range(max(0, end - _LONGEST), end):
            if left[start] < left[end] and words[start:end] in phrases:
                left[end] = left[start]
    return left[-1]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.rstrip(".") for word in _WORD.findall(plain(text.casefold())))


def is_menu_shaped(line: str) -> bool:
    """Tell whether a line is three or more short items in a row, whatever their words.

    Two are enough in capitals with wide blanks between ("PRESS RELEASES   SPECIAL PROCEDURES").

    >>> is_menu_shaped("News  Political prisoners  Database  Death penalty  Donate")
    True
    """
    items = [item for item in _ITEM.split(line.strip()) if item]
    enough = 2 if line.isupper() and "   " in line.strip() else 3
    return len(items) >= enough and all(
        len(item.split()) <= 4 and not item.endswith((".", ",", ";")) and not item[0].isdigit()
        for item in items
    )

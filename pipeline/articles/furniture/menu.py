"""Menus: lines that consist of nothing but the words sites print on their buttons."""

import re
from functools import cached_property

from pydantic import BaseModel, ConfigDict

_WORD = re.compile(r"[^\W\d_]+(?:['’.&+-][^\W\d_]+)*\.?|&")
_LONGEST = 5  # words in one phrase of the vocabulary
_ITEM = re.compile(r"\s*[|·•»>/]\s*|\s{2,}|\t")


class MenuWords(BaseModel):
    """The vocabulary of ``rules/articles/menu_words.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    share_id: str
    reason: str
    share: list[str]
    menu: list[str]

    @cached_property
    def _share(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_words(phrase) for phrase in self.share)

    @cached_property
    def _all(self) -> frozenset[tuple[str, ...]]:
        return self._share | frozenset(_words(phrase) for phrase in self.menu)

    def covers(self, line: str, *, edge: bool) -> str | None:
        """Return the rule's id if the line can be cut into the vocabulary's phrases and signs.

        Within a story (``edge`` false) only the words of share bars count.
        """
        words = _words(line[:400])
        if not words or len(words) > 60 or line.rstrip().endswith((".", "?", "!")):
            return None
        if _covered(words, self._share):
            return self.share_id
        return self.id if edge and _covered(words, self._all) else None


def _covered(words: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> bool:
    reached = [True] + [False] * len(words)  # reached[n]: the first n words are covered
    for start in range(len(words)):
        if reached[start]:
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                reached[end] = reached[end] or words[start:end] in phrases
    return reached[-1]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.rstrip(".") for word in _WORD.findall(text.casefold().replace("’", "'")))


def is_menu_shaped(line: str) -> bool:
    """Tell whether a line is three or more short items in a row, whatever their words.

    >>> is_menu_shaped("News  Political prisoners  Database  Death penalty  Donate")
    True
    """
    items = [item for item in _ITEM.split(line.strip()) if item]
    return len(items) >= 3 and all(
        len(item.split()) <= 4 and not item.endswith((".", ",", ";")) and not item[0].isdigit()
        for item in items
    )

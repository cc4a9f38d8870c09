"""Walk from the head of a title to its left: "the Official Secrets Act 1989"."""

import re

from custody_records.annotate.statutes.rules import Title, TitleWords

LONGEST_TITLE = 14  # words
_LONGEST_WORD = 80  # characters
_LONGEST_GAP = 24  # characters of white space between two words
_LONGEST_ABBREVIATION = 4  # with its point: "Misc."
_WORD_BEFORE = re.compile(r"(?:[\w.’'&/-]+|\([\w.,’' &-]{2,60}\)),?$")


class TitleWalk:
    """Tells where the title begins that a word like Act or Law ends."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words

    def start(self, title: Title, text: str, head: int) -> int | None:
        """Return the offset of the title's first word; None if what stands there is none."""
        start = self._without_openers(title, text, self._leftmost(text, head), head)
        words = text[start:head].split()
        if not words or all(word in title.not_left for word in words):
            return None
        # "Society of International Law"
        of_body = self._words.bodies & set(words) or words[-1] in title.not_left
        return None if title.kind == "law" and of_body else start

    def _leftmost(self, text: str, head: int) -> int:
        """Return where the run of capitalised and small words before the head begins."""
        start = at = head
        bracketed = False
        for _ in range(LONGEST_TITLE):
            found = self._before(text, at)
            if found is None:
                break
            at, word = found
            if word[0] == "(":  # "Unlawful Activities (Prevention) Act"
                bracketed = True
                continue
            small = word.rstrip(",").casefold() in self._words.small
            # "Sudden Deaths etc. (Scotland) Act", "Safety at Sea etc. Act"
            if small and (start != head or bracketed or word.endswith(".")):
                continue
            # "the Center on Law" is no title, nor is "In Kazakhstan, Law"
            if small or not word[0].isupper() or (word.endswith(",") and start == head):
                break
            start = at
        return start

    def _before(self, text: str, at: int) -> tuple[int, str] | None:
        """Return (start, word) of the word before an offset; None if a title ends there."""
        before = text[max(0, at - _LONGEST_WORD) : at]
        stripped = before.rstrip(" \u00a0\n")
        gap = before[len(stripped) :]
        word = _WORD_BEFORE.search(stripped)
        if word is None or not 1 <= len(gap) <= _LONGEST_GAP or "\n\n" in gap:
            return None
        plain = word[0].rstrip(",")
        # "the Mortmain Act and the Gin Act", "the Criminal Code Act. The Administration ... Act";
        # but "the Criminal Law (Reform) Act"
        headed = plain.rstrip(".") in self._words.heads and not text.startswith("(", at)
        if headed or plain in self._words.stops:
            return None
        if plain.endswith(".") and len(plain) > _LONGEST_ABBREVIATION and "." not in plain[:-1]:
            return None  # "... City Jail. Republic Act No. 9165"
        return at - len(gap) - len(word[0]), word[0]

    def _without_openers(self, title: Title, text: str, start: int, head: int) -> int:
        """Skip "The", "Under The", and the owner of "Russia's Foreign Agents Law"."""
        while True:
            subdivision = self._words.subdivision.regex.match(text[start:head])
            start += subdivision.end() if subdivision else 0
            words = text[start:head].split()
            if not words or not self._opens(title, words):
                return start
            start = text.index(words[0], start) + len(words[0])
            start += len(text[start:head]) - len(text[start:head].lstrip())

    def _opens(self, title: Title, words: list[str]) -> bool:
        """Tell whether the first word belongs to no title."""
        small = words[0].istitle() and words[0].casefold() in self._words.small
        lone = len(words) == 1 and words[0] in title.not_left
        owner = len(words) > 1 and self._words.owner.regex.search(words[0]) is not None
        return small or lone or owner

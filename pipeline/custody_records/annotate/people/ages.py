"""How old the text says that a person is: ", 26,", " (26)", "aged 26", "26-year-old"."""

import re
from collections.abc import Iterator

from custody_records.annotate.numbers import NumberWords
from custody_records.rulebook import RuleFile

_YOUNGEST, _OLDEST = 3, 115
_FAR = 60
_LONGEST = 1000
_STOP = re.compile(r"[.!?…]\s|\n")


class AgeFile(RuleFile):
    """``people/ages.yaml``; the file says where each pattern looks."""

    after: re.Pattern[str]
    within: re.Pattern[str]
    before: re.Pattern[str]
    at_age: re.Pattern[str]
    definite: re.Pattern[str]
    evidence: re.Pattern[str]


class Ages:
    """Reads ages in years by the patterns of ``people/ages.yaml``."""

    def __init__(self, patterns: AgeFile, numbers: NumberWords) -> None:
        self.patterns = patterns
        self.words = {
            word: int(value)
            for word, value in numbers.spelled.items()
            if word.rpartition("-")[2] not in numbers.ordinals
        }

    def number(self, word: str) -> int | None:
        """Return the value of digits or of a number word up to ninety-nine, as an age."""
        value = int(word) if word.isdigit() else self.words.get(word.lower())
        return value if value is not None and _YOUNGEST <= value <= _OLDEST else None

    def of(self, found: re.Match[str]) -> int | None:
        """Return the age that a pattern has found, in whichever of its groups."""
        return self.number(next(filter(None, found.groups())))

    def after(self, text: str, end: int) -> tuple[int | None, int]:
        """Return (age, where it ends) of what follows a name that ends at ``end``."""
        within = self.patterns.within.match(text, end)
        if within:
            return self.of(within), end
        found = self.patterns.after.match(text, end)
        age = self.of(found) if found else None
        # "Kozlov, 26 inmates" has a noun; the pattern wants a stop after the number.
        if found is None or age is None or (text[end] == " " and found[1]):
            return None, end
        return age, found.end()

    def before(self, text: str, start: int) -> tuple[int, int] | None:
        """Return (age, where it ends) of the last age in the words before ``start``."""
        found = list(self.patterns.before.finditer(text, max(0, start - _FAR), start))
        age = self.of(found[-1]) if found else None
        return (age, found[-1].end()) if age is not None else None

    def later(self, text: str, end: int, stop: int) -> int | None:
        """Return the age that the rest of the sentence gives: "died ... at the age of 69"."""
        found = self.patterns.at_age.search(text, end, stop)
        return self.of(found) if found else None

    def definite(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, age) of what stands for a person: "the 31-year-old"."""
        for found in self.patterns.definite.finditer(text):
            age = self.number(found[1] or found[2])
            if age is not None:
                yield *found.span(), age


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence that ``position`` lies in begins, give or take an abbreviation."""
    stops = [found.end() for found in _STOP.finditer(text, max(0, position - _LONGEST), position)]
    return stops[-1] if stops else max(0, position - _LONGEST)


def sentence_end(text: str, start: int) -> int:
    """Return where the sentence that ``start`` lies in ends, give or take an abbreviation."""
    found = _STOP.search(text, start, start + _LONGEST)
    return found.start() if found else min(len(text), start + _LONGEST)

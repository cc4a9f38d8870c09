"""Find numbers of articles that stand without a word for it: announced, nicknames, named before."""

import re
from collections.abc import Iterable, Iterator

from custody_records.annotate.openings import WordPattern
from custody_records.annotate.statutes.cited import numbers
from custody_records.annotate.statutes.grammar import Citation
from custody_records.annotate.statutes.rule_files import BareNumberRules
from custody_records.annotate.statutes.rules import Marker
from custody_records.annotate.statutes.unit import Unit, Value
from custody_records.annotate.statutes.units import UnitReader

_REACH = 12  # characters before a number in which its preposition stands
# A rule's number that is no year and no small count: 174, 280.3, 369-1.
_SURE = re.compile(r"\d{3}(?!\d)|\d{1,3}[.-]\d{1,2}")
_NUMBER = re.compile(r"(?<![\w.,$€£/№-])\d{1,3}(?:[.-]\d{1,3})*(?![\w/%]|[.,]\d)")


class BareNumbers:
    """Reads units of articles where no marker stands beside the number."""

    def __init__(self, rules: BareNumberRules, reader: UnitReader) -> None:
        self._rules = rules
        self._nicknames = [(phrase, WordPattern(phrase.regex)) for phrase in rules.nicknames]
        self._spelled = [(phrase, WordPattern(phrase.regex)) for phrase in rules.spelled]
        self._announced = [WordPattern(phrase.regex) for phrase in rules.announced]
        self._reader = reader
        self._articles: dict[str, Marker] = {
            language: reader.lexicon.first("article", language) for language in ("en", "ru")
        }

    def find(self, text: str) -> Iterator[tuple[int, Unit]]:
        """Yield (start, unit) of every nickname and of every announced list, in no order."""
        for phrase, pattern in self._nicknames:
            for found in pattern.finditer(text):
                start, end = found.span("quoted")
                yield start, self._alone(phrase.language, found["number"], start, end)
        for phrase, pattern in self._spelled:
            for found in pattern.finditer(text):
                if self._reader.numbers.russian_regex.fullmatch(found["words"]):
                    start, end = found.span("words")
                    yield (
                        start,
                        self._alone(
                            phrase.language, self._reader.numbers.digits(found["words"]), start, end
                        ),
                    )
        for announced in self._announced:
            for found in announced.finditer(text):
                unit = self._reader.numbered(text, found.end(), self._articles["en"], plural=True)
                if unit is not None and self._is_list(text, unit):
                    yield found.end(), unit

    def named_before(self, text: str, citations: Iterable[Citation]) -> Iterator[tuple[int, Unit]]:
        """Yield (start, unit) of numbers that stand alone for an article of ``citations``."""
        first: dict[str, int] = {}
        for citation in citations:
            for number in numbers(citation):
                first.setdefault(number, citation.end)
        if not first:
            return
        for found in _NUMBER.finditer(text):
            start, end = found.span()
            if not _SURE.match(found[0]) or first.get(found[0], end) >= start:
                continue
            before = text[max(0, start - _REACH) : start]
            behind = text[end : end + _REACH]
            if self._rules.subject.regex.search(before) and self._rules.object.regex.match(behind):
                yield start, self._alone("en", found[0], start, end)

    def _is_list(self, text: str, unit: Unit) -> bool:
        """Tell numbers that can only be rules' from counts, years and pages."""
        sure = all(_SURE.match(value.text) for value in unit.values)
        return sure and self._rules.closes.regex.match(text[unit.end : unit.end + 8]) is not None

    def _alone(self, language: str, number: str, start: int, end: int) -> Unit:
        marker = self._articles[language]
        return Unit(marker, marker.level, [Value(number, start, end)], start, end, False)

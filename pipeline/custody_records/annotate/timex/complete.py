"""Complete calendar strings in forms that the grammar does not know, read by dateparser.

Only what the model delimits as a date and what holds a day, a month in letters and a year of four
digits is handed over, in the text's language and without a base, so that dateparser builds its
machinery once and one string is read once.
"""

import re
from datetime import date
from functools import lru_cache

from spacy.tokens import Doc

from custody_records.annotate.text import entities_of, text_of
from custody_records.annotate.timex.evidence import Evidence
from custody_records.annotate.timex.forms import Point
from custody_records.annotate.timex.intervals import Interval, Intervals
from custody_records.annotate.timex.language import TimexLanguage
from custody_records.annotate.timex.piece import Piece

RULE = "date.dateparser"
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
# A day stands beside its month: no other number between them ("July 2020 to 4 years" has none).
_DAY_BEFORE = re.compile(r"\b\d{1,2}\D*$")
_DAY_AFTER = re.compile(r"\D*\b\d{1,2}(?!\d)")
_LONGEST = 40
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
}


@lru_cache(maxsize=1024)
def parse(text: str, language: str) -> date | None:
    """Return the day that a complete calendar string names, None if dateparser sees none.

    >>> parse("Wed Oct 26 15:50:06 2016", "en")
    datetime.date(2016, 10, 26)
    """
    import dateparser  # a slow import that few texts need

    found = dateparser.parse(text, languages=[language], settings=_SETTINGS)
    return found.date() if found else None


def add_complete(
    doc: Doc, found: list[Piece], evidence: Evidence, language: TimexLanguage
) -> list[Piece]:
    """Return the pieces, with dateparser's reading where an entity is a date they do not have."""
    full = Intervals(
        Interval(p.start, p.end, "")
        for p in found
        if isinstance(p.form, Point) and p.form.year and p.form.day
    )
    added: list[Piece] = []
    for start, end, label in entities_of(doc):
        if label != "DATE" or any(full.touching(start, end)):
            continue
        text = text_of(doc)[start:end]
        if not _looks_complete(text, language) or not evidence.free(start, end):
            continue
        day = parse(text, language.code)
        if day:
            point = Point(year=day.year, month=day.month, day=day.day)
            added.append(Piece(start, end, point, RULE))
    if not added:
        return found
    replaced = Intervals(Interval(p.start, p.end, "") for p in added)
    kept = [p for p in found if not any(replaced.touching(p.start, p.end))]
    return sorted([*kept, *added], key=lambda piece: piece.start)


def _looks_complete(text: str, language: TimexLanguage) -> bool:
    if len(text) > _LONGEST or not _YEAR.search(text):
        return False
    return any(
        _DAY_BEFORE.search(text[: month.start()]) or _DAY_AFTER.match(text, month.end())
        for month in language.contexts.month.finditer(text)
    )

"""The component: find, screen, join, resolve, write."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.readings import in_tokens, write
from custody_records.annotate.text import text_of
from custody_records.annotate.timex import headings
from custody_records.annotate.timex import named as named_days
from custody_records.annotate.timex.complete import add_complete
from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.evidence import Evidence
from custody_records.annotate.timex.forms import Length, Point, Unit
from custody_records.annotate.timex.language import TimexLanguage, languages, load
from custody_records.annotate.timex.meaning import pieces
from custody_records.annotate.timex.nearest import Place
from custody_records.annotate.timex.piece import Piece
from custody_records.annotate.timex.ranges import coordinate, side_of, with_appositions
from custody_records.annotate.timex.reading import Timex
from custody_records.annotate.timex.resolve import Resolver, tell
from custody_records.annotate.timex.story import Story, Told
from custody_records.annotate.timex.write import Resolved

FIELD = "timex"
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")
_MONTHS = 12
_LEADS_IN = 12  # characters before a date in which "since" stands
_LEAD = 700  # characters behind the title in which a text without a day tells the day of its news
_HISTORY_YEARS = 5
_HISTORY_RECENT = 0.1


class TimexTagger:
    """Writes ``doc.spans["timex"]``, each span with ``span._.timex``.

    Two expressions in one token ("2010–2012") are one span with a tuple of readings.
    """

    def __init__(self, rules: Path) -> None:
        self._rules = rules
        self.named = named_days.load_days(self._rules / "timex")
        self._known = languages(self._rules)
        self._loaded: dict[str, TimexLanguage] = {}

    def language(self, code: str) -> TimexLanguage | None:
        """Return the rules of a language, read when it first comes; None if there are none."""
        if code not in self._known:
            return None
        if code not in self._loaded:
            self._loaded[code] = load(self._rules, code)
        return self._loaded[code]

    def __call__(self, doc: Doc) -> Doc:
        """Find and normalise the time expressions of a doc."""
        language = self.language(doc._.language or doc.lang_)
        readings = list(self._readings(doc, language)) if language else []
        write(doc, FIELD, in_tokens(doc, readings), single=True)
        for reading in readings:
            note(doc, Decision(FIELD, reading.rule, reading.start, reading.end, "kept"))
        return doc

    def _readings(self, doc: Doc, language: TimexLanguage) -> Iterator[Timex]:
        text = text_of(doc)
        evidence = Evidence(doc, language.lookalikes.claims(text), language.contexts)
        found = [
            piece
            for match in language.grammar.find(language.lexer.split(text))
            if evidence.allows(match)
            for piece in pieces(match)
        ]
        for claim in evidence.refused:
            note(doc, claim)
        resolver = Resolver(self.named, doc._.country, language.tense.against)
        found = add_complete(doc, found, evidence, language)
        joined = coordinate(found, text, language.contexts)
        story = Story(text, doc._.published, language.contexts, Sentences.of(doc))
        story.later = _printed_dates(joined, story, resolver)
        if story.published is None:
            story.published = _day_of_lead(story.later, text, language.contexts)
            story.is_undated = True
        story.day_first = _day_first(text)
        story.day_first_is_printed = story.day_first is not None
        if story.day_first is None:
            story.day_first = _by_country(doc._.country, text, language.contexts)
        story.headings = headings.find(text, _printed_years(story.later), language.contexts)
        points = [(p.start, p.form) for p in joined if isinstance(p.form, Point)]
        story.is_history = _is_history(story, points)
        read = self._resolve(joined, story, resolver, doc, language)
        yield from sorted([*read, *evidence.events()], key=lambda t: (t.start, t.end))

    def _resolve(
        self,
        joined: list[Piece],
        story: Story,
        resolver: Resolver,
        doc: Doc,
        language: TimexLanguage,
    ) -> list[Timex]:
        made: list[Timex] = []
        text, contexts = story.text, language.contexts
        opened: Resolved | None = None
        forms = with_appositions(joined, text, contexts)
        for i, (piece, form) in enumerate(zip(joined, forms, strict=True)):
            sentence = story.sentence_of(piece.start, piece.end)
            tense = cache(partial(language.tense.of, text, piece.start, piece.end, sentence))
            place = Place(piece.start, piece.end, tense)
            if piece.link == "closes" and opened and opened.moment:
                place = replace(place, after=opened.moment)
            elif piece.link == "opens":
                place = replace(place, opens=True)
            resolved = resolver.resolve(form, story, place)
            if resolved is None:
                note(
                    doc, Decision(FIELD, piece.rule, piece.start, piece.end, "refused", "calendar")
                )
                opened = None
                continue
            if isinstance(piece.form, Point) and not piece.loose and not _names_no_day(piece):
                tell(story, resolved, piece.form, form, (piece.start, piece.end))
            counted = isinstance(joined[i - 1].form, Length) if i else False
            side = None if counted else side_of(piece, text, contexts, tense)
            made.append(_timex(piece, resolved, side))
            if piece.link == "closes" and opened and len(made) > 1:
                made[-2:] = _as_range(made[-2], made[-1])
            opened = resolved if piece.link == "opens" else None
        return made


def _day_first(text: str) -> bool | None:
    """Return how the text writes dates in figures, where "14/02/2022" or "2/14/22" tells it."""
    told = {int(found[1]) > _MONTHS for found in _SLASHED.finditer(text)
            if (int(found[1]) > _MONTHS) != (int(found[2]) > _MONTHS)}  # fmt: skip
    return told.pop() if len(told) == 1 else None


def _day_of_lead(printed: list[Told], text: str, contexts: Contexts) -> date | None:
    """Return the first full day of a text without a day, if none of its dates is later.

    "At least six people were killed on Friday 8 October 2021 when ..." is news of that week.
    """
    days = [told for told in printed if told.moment.unit == "day"]
    if not days or days[0].start > text.find("\n") + _LEAD:
        return None
    if contexts.lasting.search(text, max(0, days[0].start - _LEADS_IN), days[0].start):
        return None
    latest = max(told.moment.start for told in printed)
    return days[0].moment.start if latest <= days[0].moment.start else None


def _by_country(country: str | None, text: str, contexts: Contexts) -> bool | None:
    """Return whether the article's country writes the day first, None if nothing tells it."""
    if country is not None:
        return country not in contexts.month_first.countries
    return False if contexts.month_first.signs.search(text) else None


def _printed_years(printed: list[Told]) -> Iterator[tuple[int, int, int, Unit]]:
    for told in printed:
        yield told.start, told.end, told.moment.start.year, told.moment.unit


def _printed_dates(joined: list[Piece], story: Story, resolver: Resolver) -> list[Told]:
    """Return the dates that are printed with their year, before the story is told."""
    told = []
    for piece in joined:
        form = piece.form
        if isinstance(form, Point) and form.year:
            resolved = resolver.resolve(form, story, Place(piece.start, piece.end, lambda: None))
            if resolved and resolved.moment:
                told.append(Told(resolved.moment, piece.start, piece.end, True))
    return told


def _is_deictic(form: Point) -> bool:
    """Whether an expression is counted from the day of publication: "today", "on Friday"."""
    by_weekday = form.weekday is not None and not form.month and form.is_open
    return by_weekday or (form.frame is not None and form.frame.base == "published")


def _is_history(story: Story, points: Sequence[tuple[int, Point]]) -> bool:
    """Whether a text tells of years long gone: few of its printed years are near its own.

    An article of an encyclopedia on a war says "in April" of the year that it tells of; a
    report of today on the case of long ago says "on Wednesday" and "last month", too, or begins
    with a day without its year.
    """
    printed = story.later
    if story.published is None or len(printed) < _HISTORY_YEARS:
        return False
    if printed[0].start > points[0][0]:
        return False
    if sum(_is_deictic(form) for _, form in points) > len(printed) * _HISTORY_RECENT:
        return False
    recent = sum(abs(t.moment.start.year - story.published.year) <= 1 for t in printed)
    return recent / len(printed) < _HISTORY_RECENT


def _timex(piece: Piece, resolved: Resolved, side: str | None) -> Timex:
    return Timex(
        start=piece.start,
        end=piece.end,
        rule=piece.rule,
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod or side,
        anchor=resolved.anchor,
        borrowed=piece.loose or _names_no_day(piece),
    )


def _names_no_day(piece: Piece) -> bool:
    """Whether an expression is a mere time of day, "shortly before midnight"."""
    return isinstance(piece.form, Point) and piece.form.is_time and not piece.form.has_day


def _as_range(first: Timex, last: Timex) -> tuple[Timex, Timex]:
    """Return the two ends of a range linked, or as they are if they do not run upwards."""
    if len(first.value) != len(last.value) or first.value >= last.value:
        return first, last
    opening = replace(first, end_value=last.value, range_end=last.end)
    return opening, replace(last, closes_range=True)

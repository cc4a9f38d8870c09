"""The component: find instruments and citations, bring them together, read each reference."""

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.country.digest import country_at
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.numbers import languages
from custody_records.annotate.numbers import load as load_numbers
from custody_records.annotate.readings import write
from custody_records.annotate.statutes.amendments import AmendmentFinder, ScheduleFinder
from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.context import ContextReader
from custody_records.annotate.statutes.countries import Jurisdictions
from custody_records.annotate.statutes.lexicon import compile_markers
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.names import NameFinder
from custody_records.annotate.statutes.offence import OffenceReader
from custody_records.annotate.statutes.penalties import PenaltyReader
from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.annotate.statutes.readings import Found, ReadingMaker, StoryContext
from custody_records.annotate.statutes.resolve import Resolver
from custody_records.annotate.statutes.rules import StatuteRules
from custody_records.annotate.statutes.scan import CitationScanner, longest
from custody_records.annotate.statutes.spelled import SpelledNumbers
from custody_records.annotate.statutes.titles import TitleFinder
from custody_records.annotate.text import text_of

# Between an article and its part: "Article 368 of the Criminal Code (insult), part 1".
_BETWEEN = re.compile(r"(?:\s?\([^()\n]{1,120}\))?,\s")


class StatuteReferences:
    """Writes ``doc.spans["statutes"]``, each span with ``span._.statute``, a tuple of readings."""

    def __init__(self, folder: Path) -> None:
        rules = StatuteRules(folder)
        self._places = Jurisdictions(rules, folder)
        numbers = {language: load_numbers(folder, language) for language in languages(folder)}
        spelled = SpelledNumbers(numbers, rules.citations.digit_endings)
        self._scanner = CitationScanner(
            compile_markers(rules.markers, rules.citations, spelled),
            rules.lookalikes,
            rules.bare_numbers,
            self._places,
        )
        self._names = NameFinder(rules)
        self._titles = TitleFinder(rules)
        self._home = {title.id: title.home for title in rules.titles}
        self._amendments = AmendmentFinder(rules.amendments)
        self._schedules = ScheduleFinder(rules.amendments)
        self._context = ContextReader(
            rules.context, OffenceReader(rules.offences), PenaltyReader(rules.penalties, numbers)
        )
        self._resolver = Resolver(rules.resolution, self._places)
        self._maker = ReadingMaker(self._places, rules.resolution)

    def __call__(self, doc: Doc) -> Doc:
        """Find references to written legal rules."""
        story = StoryContext(text_of(doc), doc._.country, doc._.published, partial(country_at, doc))
        mentions = self._mentions(story)
        citations, claimed = self._scanner.scan(story.text, mentions)
        for start, end, rule in claimed:
            note(doc, Decision("statutes", rule, start, end, "claimed"))
        bodies = self._names.bodies(story.text)
        cited = self._resolver.resolve(story.text, citations, mentions, bodies)
        by_ordinal = [
            *self._amendments.find(story.text, story.country),
            *self._schedules.find(story.text, mentions),
        ]
        titles = [(mention.start, mention.end) for mention in mentions if mention.titled]
        found = [*self._cited(doc, story, cited), *self._alone(doc, story, cited, mentions)]
        # "the Constitution (Fourth Amendment) Act" is one law
        alone = [each for each in by_ordinal if not any(a <= each.start < b for a, b in titles)]
        self._write(doc, [*found, *((each.start, each.end, [each]) for each in alone)])
        return doc

    def _mentions(self, story: StoryContext) -> list[InstrumentMention]:
        """Return every named instrument, with its country, and the words that ask for one."""
        text = story.text
        found = [
            *self._names.find(text, story.country),
            *self._titles.find(text),
            *self._names.generics(text),
        ]
        placed = _with_numbers(text, [self._places.place(m, text) for m in longest(found)])
        explicit: dict[str, Counter[str]] = {}
        for mention in placed:
            if mention.domestic and mention.jurisdiction and mention.name:
                explicit.setdefault(mention.name, Counter())[mention.jurisdiction] += 1
        country = story.country or _country_of(placed)
        return [
            self._domestic(mention, explicit, story.country_at(mention.start) or country, text)
            for mention in placed
        ]

    def _domestic(
        self,
        mention: InstrumentMention,
        explicit: dict[str, Counter[str]],
        country: str | None,
        text: str,
    ) -> InstrumentMention:
        """Give a code its sentence's country, that of the same code elsewhere, or the article's."""
        if mention.foreign:
            return mention
        told = self._places.told(text, mention.start) if mention.jurisdiction is None else None
        country = told or country
        if mention.code is None:
            own = mention.kind in (
                "law",
                "code",
                "decree",
                "constitution",
            ) or country in self._home.get(mention.rule, ())
            bare = own and mention.jurisdiction is None
            return replace(mention, jurisdiction=country) if bare else mention
        jurisdiction = mention.jurisdiction
        if jurisdiction is None:
            elsewhere = explicit.get(mention.name or "", Counter())
            jurisdiction = next(iter(elsewhere)) if len(elsewhere) == 1 and not told else country
        code = self._places.local(mention.code, jurisdiction)
        name = self._places.code_name(code)
        return replace(mention, jurisdiction=jurisdiction, code=code, name=name)

    def _cited(self, doc: Doc, story: StoryContext, cited: list[Cited]) -> list[Found]:
        found: list[Found] = []
        contexts = self._context.read(doc, story.text, cited)
        last: Found | None = None
        for one, context in zip(cited, contexts, strict=True):
            readings = self._maker.read(story, one, context, last)
            if not readings:
                rule = one.citation.markers[0].id
                why = "no instrument and no article"
                note(doc, Decision("statutes", rule, one.start, one.end, "refused", why))
                continue
            last = _continued(story.text, last, one.start, one.end, readings)
            if found and last[0] == found[-1][0]:
                found.pop()
            found.append(last)
        return found

    def _alone(
        self, doc: Doc, story: StoryContext, cited: list[Cited], mentions: list[InstrumentMention]
    ) -> list[Found]:
        """Read instruments that stand without an article."""
        beside = {
            (one.mention.start, one.mention.end) for one in cited if one.mention and one.attached
        }
        alone = [
            mention
            for mention in mentions
            if mention.name and not mention.beside and (mention.start, mention.end) not in beside
        ]
        penalties = self._context.alone(doc, story.text, cited, alone)
        return [
            (
                mention.start,
                mention.end,
                [self._maker.alone(story, mention, penalties.get(mention.start, ()))],
            )
            for mention in alone
        ]

    def _write(self, doc: Doc, found: list[Found]) -> None:
        spans = []
        for start, end, readings in sorted(found, key=lambda each: each[:2]):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None:
                continue
            spans.append((span.start, span.end, readings))
            for rule in dict.fromkeys(reading.rule for reading in readings):
                note(doc, Decision("statutes", rule, start, end, "kept"))
        write(doc, "statute", spans)


def _continued(
    text: str, last: Found | None, start: int, end: int, readings: list[StatuteReading]
) -> Found:
    """Return what is found, with the article before whose part it tells.

    "Article 368 of the Criminal Code, part 1" is one reference, with or without its offence.
    """
    if last and len(last[2]) == len(readings) == 1 and _BETWEEN.fullmatch(text[last[1] : start]):
        (whole,), (part,) = last[2], readings
        same = (whole.instrument, whole.article) == (part.instrument, part.article)
        if same and whole.part is None and part.part:
            penalties = tuple(dict.fromkeys((*whole.penalties, *part.penalties)))
            told = replace(whole, end=end, part=part.part, point=part.point, penalties=penalties)
            return last[0], end, [told]
    return start, end, readings


def _country_of(mentions: list[InstrumentMention]) -> str | None:
    """Return the one country whose laws a text names, where the story tells none."""
    countries = {m.jurisdiction for m in mentions if m.jurisdiction} - {"UN", "CoE"}
    return countries.pop() if len(countries) == 1 else None


def _with_numbers(text: str, mentions: list[InstrumentMention]) -> list[InstrumentMention]:
    """Let a law take in its number in brackets: the year in it is no date of the story.

    "The Prison Regulation Law (Law No. 396 of 1956)" is one law.
    """
    kept: list[InstrumentMention] = []
    for mention in mentions:
        own = kept[-1] if kept else None
        if (
            own
            and own.name
            and mention.numbered
            and text[own.end : mention.start].strip() == "("
            and text.startswith(")", mention.end)
        ):
            kept[-1] = replace(own, end=mention.end + 1)
        else:
            kept.append(mention)
    return kept

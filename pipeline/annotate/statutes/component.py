"""The component: scan, resolve, read each reference, and keep what is one."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from pipeline.annotate.statutes import references as refs
from pipeline.annotate.statutes.context import Context, ContextReader
from pipeline.annotate.statutes.countries import Jurisdictions
from pipeline.annotate.statutes.lexicon import compile_markers
from pipeline.annotate.statutes.mention import InstrumentMention
from pipeline.annotate.statutes.names import NameFinder, generics
from pipeline.annotate.statutes.offence import OffenceReader
from pipeline.annotate.statutes.penalties import PenaltyReader
from pipeline.annotate.statutes.reading import StatuteReading
from pipeline.annotate.statutes.resolve import Cited, numbers, resolve
from pipeline.annotate.statutes.rules import load
from pipeline.annotate.statutes.scan import CitationScanner, claims, free, longest
from pipeline.annotate.statutes.titles import TitleFinder
from pipeline.annotate.statutes.units import TOP
from pipeline.annotate.text import text_of
from pipeline.annotate.trail import Decision, note

CARRY = 600  # characters from an article to a "Part 2" that goes on with it
# Nothing can be a reference without one of these: most sentences stop here.
_LEGAL_NEAR = re.compile(
    r"\b(?:under|punishable|convicted|charged|charge|offen[cs]es?|pursuant|provisions?|penal|"
    r"criminal|acts?|laws?|code|r/w|read with|u/s|statute|court|violation|contravention)\b",
    re.IGNORECASE,
)


class StatuteReferences:
    """Writes ``doc.spans["statutes"]``, each span with ``span._.statute``, a tuple of readings."""

    def __init__(self, folder: Path) -> None:
        rules = load(folder)
        self._scanner = CitationScanner(compile_markers(rules.markers))
        self._names = NameFinder(rules)
        self._titles = TitleFinder(rules)
        self._places = Jurisdictions(rules, folder)
        self._context = ContextReader(OffenceReader(rules.offences), PenaltyReader(rules.penalties))
        self._lookalikes = [(rule, re.compile(rule.pattern)) for rule in rules.lookalikes]

    def __call__(self, doc: Doc) -> Doc:
        """Find references to written legal rules."""
        text = text_of(doc)
        taken = claims(text, self._lookalikes)
        for start, end, rule in taken:
            note(doc, Decision("statutes", rule, start, end, "claimed"))
        mentions = self._mentions(text, doc._.country)
        citations = list(free(self._scanner.scan(text, mentions), taken))
        cited = resolve(text, citations, mentions)
        readings = self._citations(doc, cited, mentions)
        readings += self._alone(doc, cited, mentions)
        self._write(doc, readings)
        return doc

    def _mentions(self, text: str, country: str | None) -> list[InstrumentMention]:
        found = [*self._names.find(text, country), *self._titles.find(text), *generics(text)]
        placed = [self._places.place(mention, text) for mention in longest(found)]
        explicit: dict[str, Counter[str]] = {}
        for mention in placed:
            if mention.domestic and mention.jurisdiction and mention.name:
                explicit.setdefault(mention.name, Counter())[mention.jurisdiction] += 1
        return [self._domestic(mention, explicit, country) for mention in placed]

    def _domestic(
        self, mention: InstrumentMention, explicit: dict[str, Counter[str]], country: str | None
    ) -> InstrumentMention:
        """Give a code the country that the text gives the same code elsewhere, or the article's."""
        if mention.code is None or mention.foreign:
            if mention.kind == "law" and mention.jurisdiction is None and not mention.foreign:
                return replace(mention, jurisdiction=country)
            return mention
        jurisdiction = mention.jurisdiction
        if jurisdiction is None:
            elsewhere = explicit.get(mention.name or "", Counter())
            jurisdiction = next(iter(elsewhere)) if len(elsewhere) == 1 else country
        code = self._places.local(mention.code, jurisdiction)
        return replace(
            mention, jurisdiction=jurisdiction, code=code, name=self._places.code_name(code)
        )

    def _citations(
        self, doc: Doc, cited: list[Cited], mentions: list[InstrumentMention]
    ) -> list[tuple[int, int, list[StatuteReading]]]:
        found = []
        last: tuple[Cited, list[StatuteReading]] | None = None
        contexts = self._context.read(doc, cited)
        for one, context in zip(cited, contexts, strict=True):
            carried = last if last and one.start - last[0].end < CARRY else None
            if carried and "\n\n" in text_of(doc)[carried[0].end : one.start]:
                carried = None
            readings = [
                self._with_context(text_of(doc), one, context, reading)
                for reading in self._read(doc, one, carried)
            ]
            if not readings:
                refused = Decision(
                    "statutes", one.citation.markers[0].id, one.start, one.end, "refused",
                    "no instrument and no article",
                )  # fmt: skip
                note(doc, refused)
                continue
            found.append((one.start, one.end, readings))
            last = (one, readings)
        return found

    def _with_context(
        self, text: str, one: Cited, context: Context, reading: StatuteReading
    ) -> StatuteReading:
        """Add the offence and the penalties that the text gives the citation."""
        offence = context.offence
        glosses = {
            value.text: text[slice(*value.gloss)].strip(" “”«»\"'‘’.,;:")
            for group in one.citation.groups
            if group.top is not None
            for value in group.top.values
            if value.gloss
        }
        articles = set(numbers(one.citation))
        if reading.article in glosses:
            offence = glosses[reading.article]
        elif len(articles) > 1 and not glosses:
            offence = None  # "articles 174 and 405 (incitement)": whose name it is is not told
        rules = {*context.rules, *(found.rule for found in context.penalties)}
        return replace(
            reading,
            offence=offence,
            penalties=tuple(dict.fromkeys(found.penalty for found in context.penalties)),
            evidence=tuple(sorted({*reading.evidence, *rules})),
        )

    def _read(
        self, doc: Doc, one: Cited, carried: tuple[Cited, list[StatuteReading]] | None
    ) -> list[StatuteReading]:
        citation = one.citation
        if not self._counts(text_of(doc), one):
            return []
        mention = one.mention
        if (
            mention is None
            and carried
            and any(
                group.top is None or group.top.values[0].antecedent for group in citation.groups
            )
        ):
            mention = carried[0].mention
        jurisdiction = mention.jurisdiction if mention else doc._.country
        readings = []
        for group in citation.groups:
            for reference in refs.references(group):
                reading = self._reading(doc, one, reference, mention, jurisdiction, carried)
                if reading is not None:
                    readings.append(reading)
        return list(dict.fromkeys(readings))

    def _counts(self, text: str, one: Cited) -> bool:
        """Tell whether a citation is strong enough by itself or by what stands near."""
        markers = one.citation.markers
        if one.attached or one.how == "generic":
            return True
        if all(marker.id == "statute.sign.section" for marker in markers):
            return False  # "(no. 12244/86, § 32)" is a paragraph of a judgment
        tops = [m for m in markers if m.level in TOP]
        if not tops:  # "Part 2 allows up to two years"; a "paragraph 337" is a report's
            return all(marker.level == "part" for marker in markers)
        if one.mention is not None or any(marker.strong for marker in tops):
            return True
        if any(marker.level in ("rule", "order") for marker in tops):
            return any(marker.level == "order" for marker in tops)
        if re.match(r"[sS]{1,2}\.\d\d", text[one.start : one.end]):
            return True  # "s.146"
        near = text[max(0, one.start - 160) : one.end + 120]
        return bool(_LEGAL_NEAR.search(near))

    def _reading(
        self,
        doc: Doc,
        one: Cited,
        reference: refs.Reference,
        mention: InstrumentMention | None,
        jurisdiction: str | None,
        carried: tuple[Cited, list[StatuteReading]] | None,
    ) -> StatuteReading | None:
        version = self._places.version(
            mention.code if mention else "criminal_code", jurisdiction, doc._.published
        )
        inserted = frozenset(version.inserted) if version else frozenset()
        undivided = frozenset(version.undivided) if version else frozenset()
        if reference.lost_index and reference.number:
            indexed = f"{reference.number}-{reference.lost_index[0]}"
            if indexed in (inserted or self._places.every_inserted):
                reference.number, reference.end = indexed, reference.lost_index[1]
        signs = self._places.signs(jurisdiction)
        article, part, point = refs.read_number(
            reference, signs.dot, signs.bracket, inserted, undivided
        )
        if article is None:
            if carried is None:
                return None
            before = carried[1][0] if reference.antecedent == "former" else carried[1][-1]
            if before.article is None:
                return None
            article = before.article
            if part is None and point is not None:
                part = before.part
        return StatuteReading(
            start=one.start,
            end=max(one.end, reference.end),
            rule=one.citation.markers[0].id,
            instrument=mention.name if mention else None,
            jurisdiction=jurisdiction,
            article=article,
            part=part,
            point=point,
            evidence=tuple(
                sorted(
                    {m.id for m in one.citation.markers[1:]}
                    | ({mention.rule} if mention else set())
                )
            ),
            version=version.id if version and mention else None,
        )

    def _alone(
        self, doc: Doc, cited: list[Cited], mentions: list[InstrumentMention]
    ) -> list[tuple[int, int, list[StatuteReading]]]:
        """Read instruments that stand without an article."""
        beside = {
            (one.mention.start, one.mention.end) for one in cited if one.mention and one.attached
        }
        found = []
        for mention in mentions:
            if mention.name is None or mention.beside or (mention.start, mention.end) in beside:
                continue
            version = self._places.version(mention.code, mention.jurisdiction, doc._.published)
            reading = StatuteReading(
                start=mention.start,
                end=mention.end,
                rule=mention.rule,
                instrument=mention.name,
                jurisdiction=mention.jurisdiction,
                version=version.id if version else None,
            )
            found.append((mention.start, mention.end, [reading]))
        return found

    def _write(self, doc: Doc, found: list[tuple[int, int, list[StatuteReading]]]) -> None:
        spans = []
        for start, end, readings in sorted(found, key=lambda f: (f[0], f[1])):
            span = doc.char_span(start, end, label="STATUTE", alignment_mode="expand")
            if span is None:
                continue
            span._.statute = tuple(readings)
            spans.append(span)
            for reading in readings:
                note(doc, Decision("statutes", reading.rule, start, end, "kept"))
        doc.spans["statutes"] = spans

"""What `places` proposes to the naming step: spans that are places.

A candidate's ``reading`` is its Kind: "place", or "person" for a surname that the model takes for a
place. ``Rank.GAZETTEER`` beats the model where the
span is the same and loses to anything longer; ``Rank.RULE`` (a form such as "Almaty region", a
context such as "the village of X") beats both.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.layout.dateline import dateline_of
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.places.capitalised import trim
from custody_records.annotate.places.evidence import Evidence
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.places.judge import Judge
from custody_records.annotate.places.rules import FormRule, load, load_contexts
from custody_records.annotate.text import entities_of, text_of
from custody_records.contract.fold import place_key

DATELINE = "place.dateline"
_PLACES = frozenset(["GPE", "LOC"])
_MISTAKEN = frozenset(["PERSON", "ORG", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"])
_LINE = re.compile(r"^[ \t•*|-]*([^\W\d_][^\n|:\d]{2,30}?)[ \t|]*$", re.MULTILINE)
_CELL = re.compile(r"\|[ \t]*([^\W\d_][^\n|:\d]{2,30}?)[ \t]*(?=\||$)", re.MULTILINE)


class PlaceProposer:
    """Proposes places by rule and gazetteer."""

    def __init__(self, rules: Path, lexicon: NameLexicon, gazetteer: PlaceGazetteer) -> None:
        self.lexicon = lexicon
        self.forms = load(rules)
        self.contexts = load_contexts(rules)
        self.gazetteer = gazetteer
        self.judge = Judge(self.gazetteer, self.contexts)

    def __call__(self, doc: Doc) -> Iterable[Candidate]:
        """Return the candidates of one doc."""
        evidence = Evidence(doc, self.gazetteer, self.contexts, self.lexicon)
        found = [*self._dateline(doc), *self._formed(doc, evidence)]
        for start, end, label in entities_of(doc):
            if label in _PLACES:
                found.extend(self._of_place(start, end, evidence))
            elif label in _MISTAKEN:
                found.extend(self._mistaken(start, end, evidence))
        found.extend(self._bare(doc, evidence))
        found.extend(self._repeated(found, evidence))
        first = {(c.start, c.end, c.reading): c for c in reversed(found)}
        return sorted(first.values(), key=lambda c: (c.start, c.end))

    @staticmethod
    def _dateline(doc: Doc) -> Iterator[Candidate]:
        """Yield the places of the dateline, also the land: "KINGSTON, Jamaica - "."""
        span = dateline_of(doc)
        if span:
            start = span[0]
            for place in doc._.dateline.split(", "):
                start = text_of(doc).index(place, start)
                if "/" not in place:
                    yield Candidate(start, start + len(place), DATELINE, reading="place")

    def _formed(self, doc: Doc, evidence: Evidence) -> Iterator[Candidate]:
        """Yield what a form of words makes a place."""
        text = text_of(doc)
        for order, rule in enumerate(self.forms):
            for match in rule.finditer(text):
                start, end = evidence.without_lead(*match.span("place"))
                start = evidence.with_first_half(start, end)
                name = text[start:end]
                if rule.known and not self._known_by(rule, name):
                    continue
                if rule.home and not self._at_home(name, evidence):
                    continue
                land = match.groupdict().get("land")
                if land is not None:
                    if not (self.gazetteer.wide(land) or self.gazetteer.regions(land)):
                        continue
                    yield Candidate(*match.span("land"), rule.id, Rank.GAZETTEER, order, "place")
                if name and name[0].isupper() and (rule.known or not evidence.is_none(name)):
                    rank = Rank.GAZETTEER if rule.weak else Rank.RULE
                    yield Candidate(start, end, rule.id, rank, order, "place", rule.weak)

    def _at_home(self, name: str, evidence: Evidence) -> bool:
        """Tell whether the gazetteer knows a name in one of the countries of the text."""
        return any(k.country in evidence.countries for k in self.gazetteer.find(name))

    def _known_by(self, rule: FormRule, name: str) -> bool:
        """Tell whether the gazetteer knows a name, as a region where the rule is of regions."""
        patterns = self.contexts.patterns
        bare = patterns.state.sub("", name)
        of_regions = rule.generic or bare != name
        bare = patterns.compass.sub("", bare) or bare
        return bool((self.gazetteer.regions if of_regions else self.gazetteer.find)(bare))

    def _of_place(self, first: int, last: int, evidence: Evidence) -> Iterator[Candidate]:
        """Confirm or trim what the model takes for a place; ``Places`` refuses the others."""
        text = evidence.text
        start, end = trim(text, first, last)
        whole = (start, end) == (first, last)
        name = text[start:end]
        rule, kind, weak = self.judge.of_model(name, start, end, evidence)
        if kind == "person" or (kind == "place" and whole):
            yield Candidate(start, end, rule, Rank.GAZETTEER, reading=kind, weak=weak)
        elif kind == "place":
            yield Candidate(start, end, rule, Rank.RULE, len(self.forms), kind, weak)

    def _mistaken(self, first: int, last: int, evidence: Evidence) -> Iterator[Candidate]:
        """Yield a place that the model takes for something else."""
        text = evidence.text
        start, end = trim(text, first, last)
        name = text[start:end]
        if start >= end or evidence.is_none(name) or not name[0].isupper():
            return
        rule = self.judge.mistaken(name, start, end, evidence)
        if rule:
            yield Candidate(start, end, rule, Rank.GAZETTEER, reading="place")

    def _bare(self, doc: Doc, evidence: Evidence) -> Iterator[Candidate]:
        """Yield known places that the model has left alone."""
        text = text_of(doc)
        for start, end in evidence.wide_names:
            yield Candidate(start, end, "place.gazetteer", Rank.GAZETTEER, reading="place")
        for start, end in evidence.free_spans:
            rule = self.judge.left_alone(text[start:end], start, end, evidence)
            if rule:
                yield Candidate(start, end, rule, Rank.GAZETTEER, reading="place")
        for start, end in evidence.titled_names():
            yield Candidate(start, end, "place.gazetteer.titled", Rank.RULE, -1, "place")
        for start, end in evidence.joined_names():
            yield Candidate(start, end, "place.gazetteer.joined", Rank.RULE, reading="place")
        for start, end in evidence.pairs():
            yield Candidate(start, end, "place.gazetteer.pair", Rank.RULE, reading="place")
        yield from self._in_lists(text, evidence)
        yield from self._in_lines(text, evidence)

    def _in_lists(self, text: str, evidence: Evidence) -> Iterator[Candidate]:
        """Yield the known places of lists that are lists of places."""
        for members in evidence.lists():
            if self.judge.of_places(members, evidence):
                for start, end in members:
                    if self.gazetteer.find(text[start:end]):
                        yield Candidate(
                            start, end, "place.list", Rank.RULE, reading="place", weak=True
                        )

    def _in_lines(self, text: str, evidence: Evidence) -> Iterator[Candidate]:
        """Yield the known places at home that fill a line or a cell of a table."""
        cells = _CELL.finditer(text) if "|" in text else ()
        for line in chain(_LINE.finditer(text), cells):
            name = line[1]
            if name[0].isupper() and any(
                k.country == evidence.country for k in self.gazetteer.find(name)
            ):
                start, end = line.span(1)
                yield Candidate(start, end, "place.line", Rank.GAZETTEER, reading="place")

    def _repeated(self, found: list[Candidate], evidence: Evidence) -> Iterator[Candidate]:
        """Yield the other mentions of a name that is a place by its form or context."""
        text = evidence.text
        places = [c for c in found if c.reading == "place"]
        held = {(c.start, c.end) for c in places}
        sure = {
            place_key(name)
            for c in places
            if (name := text[c.start : c.end])
            # "in MAS" is a place here and a party there
            and not (c.weak and evidence.is_doubtful(name))
        }
        for start, end in evidence.free_spans if sure else ():
            repeated = (start, end) not in held and place_key(text[start:end]) in sure
            if repeated and not evidence.before_kind(end):
                yield Candidate(start, end, "place.repeated", Rank.GAZETTEER, 0, "place", weak=True)

"""What the places room proposes to the naming step: stretches that are places, or surely none.

A candidate's ``reading`` is its Kind: "place", or "other" for what looks like a place and is
none (an adjective). ``Rank.GAZETTEER`` beats the model where the stretch is the same and loses
to anything longer; ``Rank.RULE`` (a form such as "Almaty region", a context such as "the
village of X") beats both.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, Span

from pipeline.annotate.names.name import Kind
from pipeline.annotate.overlaps import Candidate, Rank
from pipeline.annotate.places.evidence import Evidence
from pipeline.annotate.places.fold import key
from pipeline.annotate.places.gazetteer import Gazetteer, Known
from pipeline.annotate.places.rules import Contexts, FormRule, load, load_contexts
from pipeline.annotate.places.stretches import trim, whole_words, word_after, word_before
from pipeline.annotate.text import text_of
from pipeline.annotate.trail import Decision, note

_PLACES = frozenset(["GPE", "LOC"])
_MISTAKEN = frozenset(["PERSON", "ORG", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"])
_UNSUPPORTED = "place.not.supported"
_ACRONYM = re.compile(r"[A-Z]{2,4}$")
_CAMEL = re.compile(r"[a-z][A-Z]")
_A_FOLLOWS = frozenset(["a", "an"])
# A town at home of this many inhabitants needs no "in" before it, "from" or "to" will do.
_TOWN = 20_000
# Without it, a city at home must be this large, one elsewhere a metropolis.
_CITY = 300_000
_METROPOLIS = 1_500_000
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ ]?)+(?:[^\W\d_]{1,2})?$")
_LINE = re.compile(r"^[ \t•*|-]*([^\W\d_][^\n|:\d]{2,30}?)[ \t|]*$", re.MULTILINE)


class PlaceProposer:
    """Proposes places by rule and gazetteer."""

    def __init__(self, rules: Path) -> None:
        self.forms: list[FormRule] = load(rules)
        self.contexts: Contexts = load_contexts(rules)
        self.gazetteer = Gazetteer.of(rules)

    def __call__(self, doc: Doc) -> Iterable[Candidate]:
        """Return the candidates of one doc."""
        evidence = Evidence(doc, self.gazetteer, self.contexts)
        found = [*self._formed(doc, evidence)]
        for entity in doc.ents:
            if entity.label_ in _PLACES:
                found.extend(self._of_place(entity, evidence))
            elif entity.label_ in _MISTAKEN:
                found.extend(self._mistaken(entity, evidence))
        found.extend(self._bare(doc, evidence))
        sure = {key(text_of(doc)[c.start : c.end]) for c in found if c.reading == "place"}
        doubted = [c for c in found if c.rule == _UNSUPPORTED]
        for doubt in doubted:
            if key(text_of(doc)[slice(*trim(text_of(doc), doubt.start, doubt.end))]) in sure:
                found.remove(doubt)
        found.extend(self._repeated(found, sure, evidence))
        first = {(c.start, c.end, c.reading): c for c in reversed(found)}
        return sorted(first.values(), key=lambda c: (c.start, c.end))

    def _formed(self, doc: Doc, evidence: Evidence) -> Iterator[Candidate]:
        """Yield what a form of words makes a place."""
        text = text_of(doc)
        for order, rule in enumerate(self.forms):
            for match in rule.compiled.finditer(text):
                start, end = match.span("place")
                if rule.kind == "other":
                    note(doc, Decision("places", rule.id, start, end, "claimed"))
                    yield Candidate(start, end, rule.id, Rank.RULE, order, rule.kind)
                    continue
                start, end = evidence.without_lead(start, end)
                name = text[start:end]
                if rule.known and not self.gazetteer.find(name):
                    continue
                if name and name[0].isupper() and not evidence.is_none(name):
                    yield Candidate(start, end, rule.id, Rank.RULE, order, "place")

    def _of_place(self, entity: Span, evidence: Evidence) -> Iterator[Candidate]:
        """Confirm, trim or refuse what the model takes for a place."""
        text = evidence.text
        start, end = trim(text, entity.start_char, entity.end_char)
        whole = (start, end) == (entity.start_char, entity.end_char)
        name = text[start:end]
        rule, kind = self._judge(name, start, end, evidence)
        if kind != "place":
            start, end = whole_words(text, entity.start_char, entity.end_char)
            yield Candidate(start, end, rule, Rank.GAZETTEER, reading=kind)
        elif whole:
            yield Candidate(start, end, rule, Rank.GAZETTEER, reading=kind)
        else:
            yield Candidate(start, end, rule, Rank.RULE, len(self.forms), kind)

    def _judge(self, name: str, start: int, end: int, evidence: Evidence) -> tuple[str, Kind]:
        """Return why, and as what, a name that the model takes for a place is taken."""
        text, find = evidence.text, self.gazetteer.find
        if not name or not name[0].isupper() or (_INITIALS.fullmatch(name) and not find(name)):
            return "place.not.name", "other"
        if evidence.in_case_title(start, end):
            return "place.not.case-title", "other"
        if evidence.is_none(name):
            return "place.not.adjective", "other"
        known = find(name)
        large = any(k.kind != "settlement" or k.population >= 100_000 for k in known)
        if not large and evidence.is_surname(name):
            return "place.not.surname", "person"
        before = word_before(text, start)
        wide = any(k.kind != "settlement" for k in known)
        if not wide and word_after(text, end) in self.contexts.speech:
            return "place.not.speaker", "other"
        if known:
            return "place.gazetteer", "place"
        if evidence.is_realm(name):
            return "place.realm", "place"
        if before in self.contexts.titles:
            return "place.not.speaker", "other"
        if _CAMEL.search(name):
            return "place.not.brand", "other"
        if before in self.contexts.before or evidence.beside_known(start, end):
            return "place.context", "place"
        return _UNSUPPORTED, "other"

    def _mistaken(self, entity: Span, evidence: Evidence) -> Iterator[Candidate]:
        """Yield a place that the model takes for something else."""
        text = evidence.text
        start, end = trim(text, entity.start_char, entity.end_char)
        name = text[start:end]
        if start >= end or evidence.is_none(name) or not name[0].isupper():
            return
        rule = self._known_here(name, start, end, evidence)
        if rule:
            yield Candidate(start, end, rule, Rank.GAZETTEER, reading="place")

    def _known_here(self, name: str, start: int, end: int, evidence: Evidence) -> str | None:
        """Return the rule by which a known name is a place where it stands."""
        text = evidence.text
        if evidence.in_case_title(start, end) or evidence.before_kind(end):
            return None
        if evidence.of_body(start):
            return None
        if self.gazetteer.wide(name):
            return "place.gazetteer"
        known = self.gazetteer.find(name)
        before = word_before(text, start)
        article = text[max(0, start - 3) : start].strip().casefold() in _A_FOLLOWS
        if not known or evidence.is_surname(name) or before in self.contexts.titles or article:
            return None
        if _ACRONYM.fullmatch(name):  # "UFA" is a party in most texts, not Ufa
            return None
        if before in self.contexts.strict:
            return "place.gazetteer.context"
        if word_after(text, end) in self.contexts.speech:
            return None
        if evidence.beside_known(start, end):
            return "place.gazetteer.beside"
        return "place.gazetteer.home" if self._is_city(known, before, evidence) else None

    def _bare(self, doc: Doc, evidence: Evidence) -> Iterator[Candidate]:
        """Yield known places that the model has left alone."""
        text = text_of(doc)
        for start, end in evidence.wide_names():
            yield Candidate(start, end, "place.gazetteer", Rank.GAZETTEER, reading="place")
        for start, end in evidence.free_stretches():
            rule = self._free(text[start:end], start, evidence)
            if rule:
                yield Candidate(start, end, rule, Rank.GAZETTEER, reading="place")
        for line in _LINE.finditer(text):
            name = line[1]
            if name[0].isupper() and any(
                k.country == evidence.country for k in self.gazetteer.find(name)
            ):
                start, end = line.span(1)
                yield Candidate(start, end, "place.line", Rank.GAZETTEER, reading="place")

    def _free(self, name: str, start: int, evidence: Evidence) -> str | None:
        """Return the rule by which a name that the model has left alone is a place."""
        before = word_before(evidence.text, start)
        beside = evidence.beside_known(start, start + len(name))
        if not (beside or before in self.contexts.before) or evidence.is_none(name):
            return None
        known = self.gazetteer.find(name)
        if not known or evidence.is_surname(name) or _ACRONYM.fullmatch(name):
            return None
        if evidence.of_body(start):
            return None
        if before in self.contexts.strict:
            return "place.gazetteer.context"
        if beside:
            return "place.gazetteer.beside"
        return "place.gazetteer.home" if self._is_city(known, before, evidence) else None

    def _is_city(self, known: tuple[Known, ...], before: str, evidence: Evidence) -> bool:
        """Tell whether a name is that of a large city, or of a town at home after "from"."""
        least = _TOWN if before in self.contexts.before else _CITY
        home = any(k.country == evidence.country and k.population >= least for k in known)
        return home or any(k.population >= _METROPOLIS for k in known)

    def _repeated(
        self, found: list[Candidate], sure: set[str], evidence: Evidence
    ) -> Iterator[Candidate]:
        """Yield the other mentions of a name that is a place by its form or context."""
        text = evidence.text
        held = {(c.start, c.end) for c in found if c.reading == "place"}
        for start, end in evidence.free_stretches():
            if evidence.before_kind(end):
                continue
            if (start, end) not in held and key(text[start:end]) in sure:
                yield Candidate(start, end, "place.repeated", Rank.GAZETTEER, reading="place")

"""The component ``places``: mentions of places, each with the known place that it stands for."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from custody_records.annotate.decisions import Decision, Outcome, note
from custody_records.annotate.names.lexicon import names_of
from custody_records.annotate.names.name import Name, names
from custody_records.annotate.overlaps import MODEL
from custody_records.annotate.places.evidence import Evidence
from custody_records.annotate.places.gazetteer import gazetteer_of
from custody_records.annotate.places.judge import Judge
from custody_records.annotate.places.link import Linker
from custody_records.annotate.places.reading import PlaceReading
from custody_records.annotate.places.rules import load, load_contexts
from custody_records.annotate.readings import held_by, write
from custody_records.annotate.text import text_of

_GENERIC_REACH = 120


class Places:
    """Writes ``doc.spans["places"]``, each span with ``span._.place``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.lexicon = names_of(nlp, rules)
        self.gazetteer = gazetteer_of(nlp, rules)
        self.judge = Judge(self.gazetteer, load_contexts(rules))
        self.linker = Linker(self.gazetteer)
        self.inflector = self.lexicon.lexicon.nouns.inflector
        self.shared = {rule.id: rule for rule in load(rules) if rule.generic}

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be places, and link them."""
        text = text_of(doc)
        found = [(span, name, self._name(text, name)) for span, name in self._supported(doc)]
        named = {k.country for _, _, text in found for k in self.gazetteer.wide(text)}
        named_countries = sorted(country for country in named if country)
        readings, country = [], doc._.country
        for at, name, text in found:
            link, choice = self.linker.link(text, country, named_countries)
            reading = PlaceReading(name.start, name.end, name.rule, text, link, choice)
            readings.append((at.start, at.end, (reading,)))
        for decision in _decisions(write(doc, "place", readings, single=True)):
            note(doc, decision)
        return doc

    def _supported(self, doc: Doc) -> Iterator[tuple[Span, Name]]:
        """Yield the places of the naming step; what the model alone says needs support."""
        evidence = Evidence(doc, self.gazetteer, self.judge.contexts, self.lexicon)
        for span, name in names(doc, "place"):
            if name.rule == MODEL:
                printed = evidence.text[name.start : name.end]
                rule, kind, _ = self.judge.of_model(printed, name.start, name.end, evidence)
                if kind != "place":
                    note(doc, Decision("places", MODEL, name.start, name.end, "refused", rule))
                    continue
            yield span, name

    def _name(self, text: str, name: Name) -> str:
        """Return the printed name; of regions that share a generic word each with its own."""
        printed = text[name.start : name.end]
        rule = self.shared.get(name.rule)
        shared = rule and rule.shared(text, name.end, name.end + _GENERIC_REACH)
        if not shared:
            return printed
        return f"{printed} {shared[0]}{self.inflector.singular(shared)[1:]}"


def _decisions(spans: list[Span]) -> Iterator[Decision]:
    for span in spans:
        reading: PlaceReading = held_by(span, "place")
        yield Decision("places", reading.rule, reading.start, reading.end, "kept")
        known = reading.link
        meant = f"{known.authority}:{known.id}" if known else None
        outcome: Outcome = "kept" if known else "refused"
        choice = reading.choice or ""
        yield Decision("places", choice, reading.start, reading.end, outcome, meant)

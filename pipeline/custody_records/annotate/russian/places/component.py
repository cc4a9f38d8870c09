"""Read the names that are places: nominative, and the known place that each stands for."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from custody_records.annotate.names.name import names
from custody_records.annotate.places.gazetteer import KnownPlace
from custody_records.annotate.places.reading import PlaceReading
from custody_records.annotate.readings import keep
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names import words
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.resources import place_names_of

_NOUN_REACH = 6  # tokens behind an adjective in which the noun of a list stands
_DOMINANT = 5  # times as many people as the next place of the name


class RussianPlaces:
    """Writes ``doc.spans["places"]``, each span with ``span._.place``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.names = place_names_of(nlp, rules)
        self.regions = words.load(rules).places.regions
        self.gazetteer = RussianGazetteer.of(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be places, and link them."""
        found = [(span, name, self._name(span)) for span, name in names(doc, "place")]
        printed = {text for _, _, text in found}
        readings = []
        for at, name, text in found:
            full = self.gazetteer.full.get(text)
            text = full if full in printed and full is not None else text
            link, choice = self._link(text, doc._.country)
            readings.append((at, PlaceReading(name.start, name.end, name.rule, text, link, choice)))
        keep(doc, "place", readings)
        return doc

    def _name(self, span: Span) -> str:
        """Return a place's nominative; of regions that share a noun each has it."""
        first = span[0]
        shared = len(span) == 1 and first.pos_ == "ADJ"
        noun = next(
            (t for t in span.doc[span.end : span.end + _NOUN_REACH] if self._is_region(t)), None
        )
        if shared and noun is not None and feature(noun, "Number") == "Plur":
            return self.names.phrases.singular(first, noun)
        return self.names.name(list(span))

    def _is_region(self, token: Token) -> bool:
        return token.lemma_ in self.regions

    def _link(self, name: str, country: str | None) -> tuple[KnownPlace | None, str | None]:
        """Return the known place of a name and what decided, (None, None) if nothing does."""
        wide = self.gazetteer.wide(name)
        if wide:
            known = wide[0]
            return (known, "place.wide") if known.id else (None, None)
        found = sorted(self.gazetteer.find(name), key=lambda k: -k.population)
        near = [known for known in found if known.country == country]
        if len(near) == 1 or _dominates(near):
            return near[0], "place.country"
        if not near and _dominates(found):
            return found[0], "place.largest"
        return None, None


def _dominates(found: list[KnownPlace]) -> bool:
    if not found:
        return False
    return len(found) == 1 or found[0].population >= _DOMINANT * max(1, found[1].population)

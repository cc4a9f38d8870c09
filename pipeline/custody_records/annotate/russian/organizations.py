"""Read the names that are organizations, in the nominative."""

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from custody_records.annotate.names.name import names
from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.annotate.readings import keep
from custody_records.annotate.russian.morphology.phrases import Nominatives
from custody_records.annotate.russian.names.known import KnownBodies
from custody_records.annotate.russian.names.words import load, plain
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.resources import morphology_of, place_names_of
from custody_records.annotate.tags import NOUNS

_STEM, _ENDING = 3, 2  # letters that no case changes; those of an ending
_OPEN, _CLOSE = '«“„"', '»”"'


class RussianOrganizations:
    """Writes ``doc.spans["organizations"]``, each span with ``span._.organization``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.words = load(rules).organizations
        morphology = morphology_of(nlp)
        self.phrases = Nominatives(morphology)
        self.gazetteer = RussianGazetteer.of(rules)
        self.places = place_names_of(nlp, rules)
        quoted = {name[:1].upper() + name[1:] for name in self.words.known_quoted}
        self.known = KnownBodies(self.words.known | quoted, morphology)

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be of this kind."""
        readings = [
            (
                span,
                OrganizationReading(
                    start=name.start,
                    end=name.end,
                    rule=name.rule,
                    name=self.nominative(span),
                    known=self._full(span),
                    country_tail=self.country_tail(span),
                ),
            )
            for span, name in names(doc, "organization")
        ]
        keep(doc, "organization", readings)
        return doc

    def _full(self, span: Span) -> str | None:
        """Return the name in full of a body whose name has a short form: "Госдума"."""
        bare = self.nominative(span).removesuffix(self.country_tail(span)).strip()
        shortened = self.words.shortened
        full = shortened.get(bare, bare)
        return full if full in shortened.values() else None

    def nominative(self, span: Span) -> str:
        """Return the name in the nominative; a title in quotation marks stays as printed."""
        known = self.known.name(span)
        if known is not None:
            return known
        printed = " ".join(span.text.split())
        publisher = span.doc._.publisher
        if publisher and _is_form_of(printed, publisher):
            return str(publisher)  # "рассказала «Вятке-Час»"
        tokens = list(span)
        if tokens[0].text in self.words.type_words or self._titled(span):
            return printed
        if all(t.is_ascii for t in tokens) or (tokens[0].is_upper and len(tokens[0]) > 1):
            return printed
        head = self._head(tokens)
        if head is None:
            return printed
        return self.phrases.phrase(tokens, head)

    def _head(self, tokens: list[Token]) -> Token | None:
        nouns = [t for t in tokens if t.pos_ in NOUNS and t.is_alpha]
        first = next((t for t in nouns if t.lemma_ in self.words.nouns), None)
        return first or (nouns[0] if nouns else None)

    def _titled(self, span: Span) -> bool:
        """Tell whether a noun before the quotation marks has taken the case on itself."""
        doc, start = span.doc, span.start
        if start < 2 or doc[start - 1].text not in _OPEN:
            return False
        before = doc[start - 2]
        return before.lemma_ in self.words.title_nouns

    def country_tail(self, span: Span) -> str:
        """Return " Казахстана", " России по Карелии" of a name that ends so, else nothing."""
        end = len(span)
        for n in range(1, len(span) - 1):
            if span[n].lower_ in self.words.links and not span[n + 1].is_lower:
                end = n  # "ДУИС" in an article on the ДУИС по ЗКО
                break
        start = end
        while start > 1 and self._is_of_country(span[start - 1], behind=start < end):
            start -= 1
        return span.text[span[start - 1].idx + len(span[start - 1]) - span.start_char :]

    def _is_of_country(self, word: Token, *, behind: bool) -> bool:
        """Tell whether a word names a country, or opens a name of two words that does."""
        if behind:
            return word.lemma_ in ("республика", "российский")
        country = (self.gazetteer.wide(name) for name in self.places.candidates(word))
        wide = any(k.kind == "country" for known in country for k in known)
        return not word.is_lower and (wide or word.lemma_ == "федерация")


def _is_form_of(printed: str, name: str) -> bool:
    """Tell whether words are a name in some case: as many, each with the same beginning."""
    ours, theirs = (re.split(r"[\s-]+", plain(text.lower())) for text in (printed, name))
    return len(ours) == len(theirs) and all(
        one[: max(_STEM, len(other) - _ENDING)] == other[: max(_STEM, len(other) - _ENDING)]
        for one, other in zip(ours, theirs, strict=True)
    )

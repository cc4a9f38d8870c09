"""Read the names that are organizations, in the nominative."""

import re

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.names.name import names
from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.annotate.readings import keep
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.morphology.phrases import Nominatives, writes_yo
from custody_records.annotate.russian.morphology.shape import like
from custody_records.annotate.russian.names.known import KnownBodies
from custody_records.annotate.russian.names.words import NameWords, plain
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.places.nominative import PlaceNames
from custody_records.annotate.tags import NOUNS

_STEM, _ENDING = 3, 2  # letters that no case changes; those of an ending
_OPEN, _CLOSE = '«“„"', '»”"'


class RussianOrganizations:
    """Writes ``doc.spans["organizations"]``, each span with ``span._.organization``."""

    def __init__(
        self,
        words: NameWords,
        phrases: Nominatives,
        gazetteer: RussianGazetteer,
        places: PlaceNames,
        known: KnownBodies,
    ) -> None:
        self.words = words
        self.phrases = phrases
        self.gazetteer = gazetteer
        self.places = places
        self.known = known

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
        shortened = self.words.organizations.shortened
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
        if tokens[0].text in self.words.organizations.type_words or self._titled(span):
            return printed
        if all(t.is_ascii for t in tokens) or (tokens[0].is_upper and len(tokens[0]) > 1):
            return printed
        head = self._head(tokens)
        if head is None:
            return printed
        return self._of_quoted(span, head) or self.phrases.phrase(tokens, head)

    def _of_quoted(self, span: Span, head: Token) -> str | None:
        """Return "Пантера" of "бойцы «Пантеры»", which the tagger takes for a plural."""
        doc, start = span.doc, span.start
        quoted = start > 1 and doc[start - 1].text in _OPEN and len(span) == 1
        if not quoted or head.dep_ != "nmod" or feature(head, "Case") != "Nom":
            return None
        for reading in self.phrases.morphology.readings(head.lower_):
            made = reading.inflect({"nomn"}) if {"gent", "sing"} <= reading.tag.grammemes else None
            if made is not None:
                return like(head.text, made.word, yo=writes_yo(doc))
        return None

    def _head(self, tokens: list[Token]) -> Token | None:
        nouns = [t for t in tokens if t.pos_ in NOUNS and t.is_alpha]
        first = next((t for t in nouns if plain(t.lemma_) in self.words.organizations.nouns), None)
        return first or (nouns[0] if nouns else None)

    def _titled(self, span: Span) -> bool:
        """Tell whether a noun before the quotation marks has taken the case on itself."""
        doc, start = span.doc, span.start
        if start < 2 or doc[start - 1].text not in _OPEN:
            return False
        before = doc[start - 2]
        return plain(before.lemma_) in self.words.organizations.title_nouns

    def country_tail(self, span: Span) -> str:
        """Return " Казахстана", " России по Карелии" of a name that ends so, else nothing."""
        end = len(span)
        for n in range(1, len(span) - 1):
            if span[n].lower_ in self.words.organizations.links and not span[n + 1].is_lower:
                end = n  # "ДУИС" in an article on the ДУИС по ЗКО
                break
        start = end
        while start > 1 and self._is_of_country(span[start - 1], behind=start < end):
            start -= 1
        return span.text[span[start - 1].idx + len(span[start - 1]) - span.start_char :]

    def _is_of_country(self, word: Token, *, behind: bool) -> bool:
        """Tell whether a word names a country, or opens a name of two words that does."""
        if behind:
            return plain(word.lemma_) in ("республика", "российский")
        country = (self.gazetteer.wide(name) for name in self.places.candidates(word))
        wide = any(k.kind == "country" for known in country for k in known)
        return not word.is_lower and (wide or plain(word.lemma_) == "федерация")


def _is_form_of(printed: str, name: str) -> bool:
    """Tell whether words are a name in some case: as many, each with the same beginning."""
    ours, theirs = (re.split(r"[\s-]+", plain(text.lower())) for text in (printed, name))
    return len(ours) == len(theirs) and all(
        one[: max(_STEM, len(other) - _ENDING)] == other[: max(_STEM, len(other) - _ENDING)]
        for one, other in zip(ours, theirs, strict=True)
    )

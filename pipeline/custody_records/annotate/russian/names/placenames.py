"""Find places by the words around them, and by the gazetteer."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.layout.dateline import dateline_of
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names.positions import capitals, of_lemmas, of_words, tokens
from custody_records.annotate.russian.names.words import PlaceWords
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.places.nominative import PlaceNames
from custody_records.annotate.tags import NOUNS
from custody_records.annotate.text import text_of

KIND = "place"
_LIST = 9  # tokens before a noun that regions share
_BEHIND_DATELINE = (",", ".", "(", "—", "–", "-", "/", ":")


class PlaceFinder:
    """Yields candidates of kind ``place``."""

    def __init__(self, words: PlaceWords, gazetteer: RussianGazetteer, names: PlaceNames) -> None:
        self.words = words
        self.gazetteer = gazetteer
        self.names = names

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield what the rules and the gazetteer find in a doc."""
        start, end = dateline_of(doc) or (0, 0)
        if end:
            place = str(doc._.dateline).partition(",")[0]
            at = text_of(doc).find(place, start, end)
            yield Candidate(at, at + len(place), "place.dateline", Rank.CLAIM, reading=KIND)
        for span in doc.spans.get("facilities", ()):
            yield from self._behind_a_facility(doc, span.end)
            yield from self._beside_a_facility(doc, span.end)
        generic = of_lemmas(doc, self.words.regions | self.words.settlements)
        generic |= of_words(doc, self.words.settlements, "LOWER")
        for token in tokens(doc, generic | set(capitals(doc))):
            lemma = token.lemma_
            if lemma in self.words.regions:
                yield from self._region(token)
            if lemma in self.words.settlements or token.lower_ in self.words.settlements:
                yield from self._settlement(token)
            if not token.is_lower and (token.is_alpha or "-" in token.text):
                yield from self._known(token)

    def _behind_a_facility(self, doc: Doc, end: int) -> Iterator[Candidate]:
        """Yield "Шклов" of "ИК-17 (Шклов)", "Джаны-Жер" of "колония № 19 в Джаны-Жере"."""
        if end + 1 >= len(doc):
            return
        before, place = doc[end], doc[end + 1]
        named = place.text[:1].isupper() and not place.is_upper and place.pos_ in NOUNS
        if not named or doc[end].is_sent_start:
            return
        bracketed = before.text == "(" and end + 2 < len(doc) and doc[end + 2].text in ",)"
        located = before.lower_ in self.words.within and feature(place, "Case") == "Loc"
        if located or (bracketed and any(map(self.gazetteer.find, self.names.candidates(place)))):
            yield Candidate(place.idx, place.idx + len(place), "place.of_facility", reading=KIND)

    def _beside_a_facility(self, doc: Doc, end: int) -> Iterator[Candidate]:
        """Yield "Жодино" of "тюрьмы №8 Жодино Сергея Жуковича"."""
        place = doc[end] if end < len(doc) else None
        if place is None or not place.is_title or place.is_sent_start:
            return
        pair = self._pair(place)
        if pair is not None or self._is_settlement(place):
            last = pair[1] if pair is not None else place
            yield Candidate(
                place.idx, last.idx + len(last), "place.beside_facility", Rank.CLAIM, reading=KIND
            )

    def _is_settlement(self, token: Token) -> bool:
        names = self.names.candidates(token)
        return any(k.kind == "settlement" for name in names for k in self.gazetteer.find(name))

    def _pair(self, token: Token) -> Span | None:
        """Return the name of two words that begins with one, if the gazetteer has it."""
        if token.i + 1 >= len(token.doc) or not token.whitespace_:
            return None
        after = token.nbor(1)
        if not after.is_alpha or after.is_sent_start:
            return None
        pair = token.doc[token.i : token.i + 2]
        begins = self.gazetteer.begins(token.lower_, after.lower_)
        return pair if begins and any(map(self.gazetteer.find, self.names.of_pair(pair))) else None

    def _heads_a_section(self, token: Token) -> bool:
        """Tell whether a city stands alone on its line, or in capitals before a dateline's day."""
        doc, behind = token.doc, token.i + 1
        opens = token.i == 0 or doc[token.i - 1].is_space
        closes = behind == len(doc) or "\n" in doc[behind].text
        closes = closes or (token.is_upper and doc[behind].text in _BEHIND_DATELINE)
        return opens and closes and any(map(self.gazetteer.cities, self.names.candidates(token)))

    def _is_located(self, token: Token) -> bool:
        """Tell whether a word stands where a place does: "в Назарово"."""
        before = token.nbor(-1) if token.i else token
        return before.lower_ in self.words.within and feature(token, "Case") != "Nom"

    def _is_city(self, token: Token) -> bool:
        """Tell whether a word that the model takes for a whole name is a city's, and nobody's."""
        beside = [token.nbor(n) for n in (-1, 1) if 0 <= token.i + n < len(token.doc)]
        alone = all(t.ent_type_ != "PERSON" and not t.is_title for t in beside)
        return alone and self.names.is_known(token, cities=True) and self.names.is_no_name(token)

    def _region(self, noun: Token) -> Iterator[Candidate]:
        """Yield "Карагандинской области", "Республики Коми"."""
        doc = noun.doc
        first = noun
        if feature(noun, "Number") == "Plur":
            for adjective in self._listed(noun):
                end = adjective.idx + len(adjective)
                yield Candidate(adjective.idx, end, "place.region_list", reading=KIND)
            return
        while first.i > 0 and doc[first.i - 1].pos_ in ("ADJ", "PROPN") and not first.is_sent_start:
            before = doc[first.i - 1]
            agrees = feature(before, "Gender") in (feature(noun, "Gender"), None)
            if not agrees or feature(before, "Case") != feature(noun, "Case"):
                break
            first = before
            if before.is_title:
                break
        if first.i < noun.i and first.is_title:
            yield Candidate(first.idx, noun.idx + len(noun), "place.region", reading=KIND)
        elif noun.is_title and noun.i + 1 < len(doc) and doc[noun.i + 1].is_title:
            last = doc[noun.i + 1]
            yield Candidate(noun.idx, last.idx + len(last), "place.region", reading=KIND)

    @staticmethod
    def _listed(noun: Token) -> list[Token]:
        """Return the adjectives that share a noun: "Омской, Томской и Павлодарской областей"."""
        found: list[Token] = []
        for token in reversed(noun.doc[max(noun.sent.start, noun.i - _LIST) : noun.i]):
            if token.is_title and token.pos_ in ("ADJ", "PROPN"):
                found.append(token)
            elif token.text != "," and token.pos_ != "CCONJ":
                break
        return found[::-1]

    def _settlement(self, noun: Token) -> Iterator[Candidate]:
        """Yield "Заречное" of "в селе Заречное", "Семей" of "г. Семей"."""
        doc = noun.doc
        at = noun.i + 1
        if at < len(doc) and doc[at].text == ".":
            at += 1
        if at >= len(doc) or not doc[at].is_title or doc[at].is_sent_start:
            return
        last, behind = doc[at], doc[at + 1 : at + 2]
        agrees = any(feature(t, "Case") == feature(last, "Case") for t in behind)
        if last.pos_ == "ADJ" and last.whitespace_ and behind.text.istitle() and agrees:
            last = doc[at + 1]  # "Большой Карай"
        end = last.idx + len(last)
        yield Candidate(doc[at].idx, end, "place.settlement", reading=KIND)

    def _known(self, token: Token) -> Iterator[Candidate]:
        """Yield a place that the gazetteer has, in two words or in one."""
        pair = self._pair(token)
        if pair is not None:
            yield _candidate(pair.start_char, pair.end_char)
            return
        if self._heads_a_section(token):
            end = token.idx + len(token)
            yield Candidate(token.idx, end, "place.heading", Rank.CLAIM, reading=KIND)
            return
        opens = token.is_sent_start or token.i == 0
        if not opens and token.nbor(-1).lemma_ in self.words.names_after:
            return  # "на улице Абая"
        if token.ent_type_ == "PERSON" and not self._is_located(token):
            if not opens and self._is_city(token):
                yield _candidate(token.idx, token.idx + len(token))
            return  # "Александр", "Назарова": the model knows people better than the gazetteer
        if self.names.is_known(token, cities=not opens and token.pos_ == "PROPN"):
            yield _candidate(token.idx, token.idx + len(token))


def _candidate(start: int, end: int) -> Candidate:
    return Candidate(start, end, "place.gazetteer", Rank.GAZETTEER, reading=KIND)

"""The nominative of a person's name, with the gender and the case that its words agree in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

from spacy.tokens import Doc, Token

from custody_records.annotate.cache import cached
from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.morphology.features import CASES as CASE_NAMES
from custody_records.annotate.russian.morphology.features import GENDERS, feature
from custody_records.annotate.russian.morphology.government import told_by
from custody_records.annotate.russian.morphology.paradigms import CASES, Case, Gender, Paradigms
from custody_records.annotate.russian.morphology.phrases import writes_yo
from custody_records.annotate.russian.morphology.shape import like, normal_case

_NAMES = frozenset(["Name", "Surn", "Patr"])
_PROPER = _NAMES | {"Geox", "Orgn", "Trad"}
_GENDERS: tuple[Gender, ...] = ("Masc", "Fem")
_WAYS = tuple(product(_GENDERS, CASES))
_CACHE = 20_000  # words
# What an agreement is worth: a name that the dictionary has tells more than the tagger, which is
# right in case and gender for nineteen words of twenty.
_KNOWN, _DICTIONARY, _CASE, _GENDER = 2.0, 0.5, 1.5, 1.0
_AROUND = 2.0  # what the words around a name tell, for each of its first two words


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read the words of a name: ``name`` is its nominative."""

    name: str
    gender: Gender
    case: Case
    score: float


class PersonNames:
    """Finds the nominative of names."""

    def __init__(self, morphology: Morphology, paradigms: Paradigms) -> None:
        self.morphology = morphology
        self.paradigms = paradigms
        self._kin = paradigms.file.kin_masc | paradigms.file.kin_fem
        self._word = lru_cache(_CACHE)(self._read_word)

    def is_common_word(self, token: Token) -> bool:
        """Tell whether the dictionary has a word and no name of that form: "Избитого"."""
        readings = self.morphology.readings(token.lower_)
        return bool(self.morphology.known(token.lower_)) and not any(
            _PROPER & r.tag.grammemes for r in readings
        )

    def analyses(self, tokens: Sequence[Token]) -> list[Analysis]:
        """Return every consistent reading of a name's tokens, the best first."""
        held = cached(tokens[0].doc, "names.analyses", _nothing)
        words = tokens[0].i, tokens[-1].i
        if words not in held:
            held[words] = self._analysed(tokens)
        return held[words]

    def _analysed(self, tokens: Sequence[Token]) -> list[Analysis]:
        found = []
        cases, gender = told_by(tokens, self.paradigms.file.governs)
        for way, parts in zip(_WAYS, zip(*map(self._parts, tokens), strict=True), strict=True):
            read = [part for part in parts if part]
            if len(read) == len(tokens):
                words, scores = zip(*read, strict=True)
                fits = _AROUND * min(len(tokens), 2) * ((way[0] == gender) + (way[1] in cases))
                found.append(Analysis(_join(tokens, words), *way, sum(scores) + fits))
        found.sort(key=lambda analysis: -analysis.score)
        return found

    def is_kin(self, token: Token) -> bool:
        """Tell whether a word closes a name as whose child its bearer is: "Асан уулу"."""
        return token.lower_ in self._kin

    def _parts(self, token: Token) -> Sequence[tuple[str, float] | None]:
        """Return (nominative, score) of one word for each of the ways, None if it cannot be."""
        word = token.lower_
        father = any(map(self.is_kin, token.doc[token.i + 1 : token.i + 2]))  # never declined
        unread = (not token.is_alpha and "-" not in word) or len(word) == 1 or word.isascii()
        if father or unread:
            return [(token.text, 0.0)] * len(_WAYS)
        printed, yo = normal_case(token.text), writes_yo(token.doc)
        told = feature(token, "Gender"), feature(token, "Case")
        return [
            made
            and (
                like(printed, made[0], yo=yo),
                made[1] + _GENDER * (told[0] == gender) + _CASE * (told[1] == case),
            )
            for (gender, case), made in zip(_WAYS, self._word(word), strict=True)
        ]

    def _read_word(self, word: str) -> tuple[tuple[str, float] | None, ...]:
        """Return (nominative, score) of a word in lower case, whatever stands beside it.

        One for each of the ways, None if it cannot be read so.
        """
        if word in self._kin:
            return tuple(self._patronymic(word, *way) for way in _WAYS)
        if self.paradigms.patronymic_gender(word):
            # "Ольги Рудевич": a surname in the form of a patronymic.
            return tuple(
                self._patronymic(word, *way) or self._by_endings(word, *way) for way in _WAYS
            )
        # What changes first: "Анне" is Анна rather than a name that never changes.
        known = [r for r in self.morphology.known(word) if _NAMES & r.tag.grammemes]
        known.sort(key=lambda r: "Fixd" in r.tag.grammemes)
        return tuple(_dictionary(known, *way) or self._by_endings(word, *way) for way in _WAYS)

    def _patronymic(self, word: str, gender: Gender, case: Case) -> tuple[str, float] | None:
        if self.paradigms.patronymic_gender(word) != gender:
            return None
        if word in self._kin:
            return word, _KNOWN
        found = self.paradigms.nominatives(word, "patronymic", case, gender)
        return (found[0], _KNOWN) if found else None

    def _by_endings(self, word: str, gender: Gender, case: Case) -> tuple[str, float] | None:
        first, _, last = word.rpartition("-")
        found = (
            *self.paradigms.nominatives(last, "surname", case, gender),
            *self.paradigms.nominatives(last, "given", case, gender),
        )
        if not found:
            return None
        return (f"{first}-{found[0]}" if first else found[0]), 0.0


def _dictionary(readings: Sequence[Any], gender: Gender, case: Case) -> tuple[str, float] | None:
    """Return (nominative, score) by the first of a name's readings that fits."""
    for reading in readings:
        grammemes = reading.tag.grammemes
        if {CASE_NAMES[case], "sing"} <= grammemes and (
            GENDERS[gender] in grammemes or {"ms-f"} & grammemes
        ):
            made = reading.inflect({"nomn", "sing"})
            if made:
                return made.word, _KNOWN if "Name" in grammemes else _DICTIONARY
    return None


def _nothing(_: Doc) -> dict[tuple[int, int], list[Analysis]]:
    return {}


def _join(tokens: Sequence[Token], words: Sequence[str]) -> str:
    made = "".join(
        word + (" " if token.whitespace_ or token.is_space else "")
        for token, word in zip(tokens, words, strict=True)
    )
    return " ".join(made.split())

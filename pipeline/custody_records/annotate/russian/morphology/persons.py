"""The nominative of a person's name, with the gender and the case that its words agree in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from spacy.tokens import Token

from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.morphology.paradigms import CASES, Case, Gender, Paradigms
from custody_records.annotate.russian.morphology.phrases import writes_yo
from custody_records.annotate.russian.morphology.shape import like, normal_case

_PYMORPHY: dict[str, str] = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
    "Masc": "masc", "Fem": "femn",
}  # fmt: skip
_NAMES = frozenset(["Name", "Surn", "Patr"])
_PROPER = _NAMES | {"Geox", "Orgn", "Trad"}
_GENDERS: tuple[Gender, ...] = ("Masc", "Fem")
# What an agreement is worth: a name that the dictionary has tells more than the tagger, which is
# right in case and gender for nineteen words of twenty.
_CACHE = 60_000  # words by gender and case
_KNOWN, _DICTIONARY, _CASE, _GENDER = 2.0, 0.5, 1.5, 1.0


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
        self._word = lru_cache(_CACHE)(self._read_word)

    def is_common_word(self, token: Token) -> bool:
        """Tell whether the dictionary has a word and no name of that form: "Избитого"."""
        readings = self.morphology.readings(token.lower_)
        return any(r.is_known for r in readings) and not any(
            _PROPER & r.tag.grammemes for r in readings
        )

    def analyses(self, tokens: Sequence[Token]) -> list[Analysis]:
        """Return every consistent reading of a name's tokens, the best first."""
        found = []
        for order, (gender, case) in enumerate(product(_GENDERS, CASES)):
            read = [self._part(token, gender, case) for token in tokens]
            parts = [part for part in read if part]
            if len(parts) != len(tokens):
                continue
            words, scores = zip(*parts, strict=True)
            name = _join(tokens, words)
            found.append((Analysis(name, gender, case, sum(scores)), order))
        found.sort(key=lambda pair: (-pair[0].score, pair[1]))
        return [analysis for analysis, _ in found]

    def _part(self, token: Token, gender: Gender, case: Case) -> tuple[str, float] | None:
        """Return (nominative, score) of one word read so, None if it cannot be."""
        word = token.lower_
        if not token.is_alpha and "-" not in word:
            return token.text, 0.0
        if len(word) == 1 or word.isascii():
            return token.text, 0.0
        agreed = _CASE * (feature(token, "Case") == case)
        agreed += _GENDER * (feature(token, "Gender") == gender)
        made = self._word(word, gender, case)
        if made is None:
            return None
        nominative, score = made
        shaped = like(normal_case(token.text), nominative, yo=writes_yo(token.doc))
        return shaped, score + agreed

    def _read_word(self, word: str, gender: Gender, case: Case) -> tuple[str, float] | None:
        """Return (nominative, score) of a word in lower case, whatever stands beside it."""
        if self.paradigms.patronymic_gender(word):
            return self._patronymic(word, gender, case)
        return self._dictionary(word, gender, case) or self._by_endings(word, gender, case)

    def _patronymic(self, word: str, gender: Gender, case: Case) -> tuple[str, float] | None:
        if self.paradigms.patronymic_gender(word) != gender:
            return None
        if word in self.paradigms.file.kin_masc | self.paradigms.file.kin_fem:
            return word, _KNOWN
        found = self.paradigms.nominatives(word, "patronymic", case, gender)
        return (found[0], _KNOWN) if found else None

    def _dictionary(self, word: str, gender: Gender, case: Case) -> tuple[str, float] | None:
        # What changes first: "Анне" is Анна rather than a name that never changes.
        readings = sorted(self.morphology.readings(word), key=lambda r: "Fixd" in r.tag.grammemes)
        for reading in readings:
            grammemes = reading.tag.grammemes
            if not (_NAMES & grammemes and reading.is_known):
                continue
            if {_PYMORPHY[case], "sing"} <= grammemes and (
                _PYMORPHY[gender] in grammemes or {"ms-f"} & grammemes
            ):
                made = reading.inflect({"nomn", "sing"})
                if made:
                    return made.word, _KNOWN if "Name" in grammemes else _DICTIONARY
        return None

    def _by_endings(self, word: str, gender: Gender, case: Case) -> tuple[str, float] | None:
        first, _, last = word.rpartition("-")
        found = (
            *self.paradigms.nominatives(last, "surname", case, gender),
            *self.paradigms.nominatives(last, "given", case, gender),
        )
        if not found:
            return None
        return (f"{first}-{found[0]}" if first else found[0]), 0.0


def _join(tokens: Sequence[Token], words: Sequence[str]) -> str:
    made = "".join(
        word + (" " if token.whitespace_ or token.is_space else "")
        for token, word in zip(tokens, words, strict=True)
    )
    return " ".join(made.split())

"""Lemmas by pymorphy3: of a word's readings, the one that agrees best with the tagger's."""

import re
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.symbols import ADJ, NOUN, PROPN, VERB  # type: ignore[import-not-found] # compiled, no stubs
from spacy.tokens import Doc

_NOMINAL = (ADJ, NOUN, PROPN)
_CACHE = 50_000  # words with a reading
_NUMBER = re.compile("Number=(?:Sing|Plur)")
_NUMBERS = {"sing": "Number=Sing", "plur": "Number=Plur"}


class Morphology:
    """pymorphy3's dictionary, behind memories of a bounded size."""

    def __init__(self) -> None:
        import pymorphy3

        self._analyzer = pymorphy3.MorphAnalyzer()
        self.readings = lru_cache(_CACHE)(self._readings)
        self.known = lru_cache(_CACHE)(self._known)
        self.lemma = lru_cache(_CACHE)(self._lemma)
        self.number = lru_cache(_CACHE)(self._numbered)
        self.past = lru_cache(_CACHE)(self._past)

    def _readings(self, word: str) -> tuple[Any, ...]:
        """Return the dictionary's readings of a word, the likeliest first."""
        return tuple(self._analyzer.parse(word))

    def _known(self, word: str) -> tuple[Any, ...]:
        """Return those readings of a word that are no guess by its ending."""
        return tuple(reading for reading in self.readings(word) if reading.is_known)

    def _numbered(self, word: str, features: str) -> str:
        """Return a verb's features, with the number that the dictionary leaves no doubt of.

        The tagger has "водворили" in the singular where somebody stands beside it.
        """
        found = {str(r.tag.number) for r in self.known(word) if r.tag.POS == "VERB"}
        return (
            _NUMBER.sub(_NUMBERS.get(next(iter(found)), r"\g<0>"), features)
            if len(found) == 1
            else features
        )

    def _past(self, word: str) -> str | None:
        """Return the features of a word that can be nothing but a verb in the past, else None.

        The tagger takes "колотили" for an adjective.
        """
        found = {(r.tag.POS, r.tag.tense, r.tag.number, r.tag.gender) for r in self.known(word)}
        if len(found) != 1:
            return None
        part, tense, number, gender = map(str, next(iter(found)))
        if (part, tense) != ("VERB", "past"):
            return None
        genders = {"masc": "Gender=Masc|", "femn": "Gender=Fem|", "neut": "Gender=Neut|"}
        return f"{genders.get(gender, '')}Mood=Ind|{_NUMBERS[number]}|Tense=Past|VerbForm=Fin"

    def best(self, word: str, pos: str, features: str) -> Any:
        """Return the reading that agrees best with a part of speech and UD features."""
        wanted = _grammemes(features)
        classes = _CLASSES.get(pos, frozenset())

        def fit(reading: Any) -> tuple[bool, int]:
            return reading.tag.POS in classes, len(wanted & reading.tag.grammemes)

        return max(self.readings(word), key=fit)

    def _lemma(self, word: str, pos: str, features: str) -> str:
        """Return the lemma of a word in lower case, with е for ё."""
        if not word.isalpha() and "-" not in word:
            return word.replace("ё", "е")
        return str(self.best(word, pos, features).normal_form).replace("ё", "е")


# pymorphy's classes by UD's parts of speech.
_CLASSES: dict[str, frozenset[str]] = {
    "NOUN": frozenset({"NOUN"}),
    "PROPN": frozenset({"NOUN"}),
    "ADJ": frozenset({"ADJF", "ADJS", "COMP", "PRTF"}),
    "DET": frozenset({"ADJF", "NPRO"}),
    "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}),
    "AUX": frozenset({"VERB", "INFN"}),
    "ADV": frozenset({"ADVB", "COMP", "PRED"}),
    "NUM": frozenset({"NUMR"}),
    "PRON": frozenset({"NPRO"}),
    "ADP": frozenset({"PREP"}),
}
# pymorphy's grammemes by UD's features.
_FEATURES = {
    "Case=Nom": "nomn",
    "Case=Gen": "gent",
    "Case=Dat": "datv",
    "Case=Acc": "accs",
    "Case=Ins": "ablt",
    "Case=Loc": "loct",
    "Gender=Masc": "masc",
    "Gender=Fem": "femn",
    "Gender=Neut": "neut",
    "Number=Sing": "sing",
    "Number=Plur": "plur",
    "Animacy=Anim": "anim",
    "Animacy=Inan": "inan",
    "VerbForm=Part": "PRTF",
    "VerbForm=Conv": "GRND",
    "VerbForm=Inf": "INFN",
    "Variant=Short": "PRTS",
}


@lru_cache(4096)
def _grammemes(features: str) -> frozenset[str]:
    return frozenset(_FEATURES[f] for f in features.split("|") if f in _FEATURES)


class PymorphyLemmas:
    """Sets ``token.lemma``; holds the dictionary for components that inflect."""

    def __init__(self) -> None:
        self.morphology = Morphology()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc; its parts of speech are set."""
        strings, lemma = doc.vocab.strings, self.morphology.lemma
        words = doc.to_array(["LOWER", "POS", "MORPH"]).tolist()
        for i, (word, pos, _) in enumerate(words):
            told = self.morphology.past(strings[word]) if pos in _NOMINAL else None
            if told is not None:
                doc[i].pos_ = "VERB"
                doc[i].set_morph(told)  # type: ignore[attr-defined] # stubs lack it
                words[i] = (word, VERB, strings.add(str(doc[i].morph)))
        lemmas = [lemma(strings[w], strings[pos] if pos else "", strings[m]) for w, pos, m in words]
        for i, (word, pos, morph) in enumerate(words):
            if pos == VERB:
                told = strings[morph]
                number = self.morphology.number(strings[word], told)
                if number != told:
                    doc[i].set_morph(number)  # type: ignore[attr-defined] # stubs lack it
        table = np.array([[strings.add(found)] for found in lemmas], dtype=np.uint64)
        doc.from_array(["LEMMA"], table)  # type: ignore[arg-type] # any 2-d array of 64 bits
        return doc

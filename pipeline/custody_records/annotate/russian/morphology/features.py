"""Read a word's morphological features: Universal Dependencies' names and values."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from custody_records.annotate.cache import cached

# What pymorphy calls them.
CASES = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
}  # fmt: skip
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}


@lru_cache(maxsize=4096)
def features(printed: str) -> dict[str, str]:
    """Return the features of "Case=Gen|Number=Sing"."""
    pairs = (part.partition("=") for part in printed.split("|") if part)
    return {name: value for name, _, value in pairs}


def feature(token: Token, name: str) -> str | None:
    """Return the value of a word's feature, None if it has none; the tagger has run."""
    return cached(token.doc, "features", _of_words)[token.i].get(name)


def set_feature(token: Token, name: str, value: str) -> None:
    """Set a word's feature, also where ``feature`` has been asked before."""
    told = {**token.morph.to_dict(), name: value}
    token.set_morph(told)  # type: ignore[attr-defined] # stubs lack it
    cached(token.doc, "features", _of_words)[token.i] = told


def _of_words(doc: Doc) -> list[dict[str, str]]:
    """Return the features of each word: the vocabulary is asked once for those of a kind."""
    strings = doc.vocab.strings
    return [features(strings[number]) for number in doc.to_array("MORPH").tolist()]

"""The text and the words of a doc, put together once: spaCy makes them anew at every access."""

from spacy.tokens import Doc

from custody_records.annotate import cache
from custody_records.annotate.cache import cached

_TEXT = "text"


def remember(doc: Doc, text: str) -> None:
    """Keep the text that a doc was made of: spaCy's tokens always join to it again."""
    cache.values(doc)[_TEXT] = text


def text_of(doc: Doc) -> str:
    """Return ``doc.text``; to be used wherever it is asked for more than once a doc."""
    return cached(doc, _TEXT, lambda doc: doc.text)


def lower_of(doc: Doc) -> list[str]:
    """Return ``token.lower_`` of every token; to be used wherever many are looked at."""
    return cached(doc, "lower", lambda doc: [token.lower_ for token in doc])

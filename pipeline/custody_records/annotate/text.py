"""The text and the words of a doc, put together once: spaCy makes them anew at every access."""

from spacy.tokens import Doc

_KEY = "custody.text"
_LOWER = "custody.lower"


def remember(doc: Doc, text: str) -> None:
    """Keep the text that a doc was made of: spaCy's tokens always join to it again."""
    doc.user_data[_KEY] = text


def text_of(doc: Doc) -> str:
    """Return ``doc.text``; to be used wherever it is asked for more than once a doc."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return text


def lower_of(doc: Doc) -> list[str]:
    """Return ``token.lower_`` of every token; to be used wherever many are looked at."""
    words: list[str] | None = doc.user_data.get(_LOWER)
    if words is None:
        words = doc.user_data[_LOWER] = [token.lower_ for token in doc]
    return words

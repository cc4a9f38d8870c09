"""Quotation marks, and where a short quotation ends."""

from spacy.tokens import Token

QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_FARTHEST = 12  # tokens


def closing(token: Token) -> Token | None:
    """Return the closing quotation mark of the quotation that a token opens, if it is short."""
    mark = QUOTES.get(token.text)
    if mark is None:
        return None
    doc = token.doc
    for other in doc[token.i + 1 : token.i + _FARTHEST]:
        if other.text == mark:
            return other
        if other.is_sent_start:
            return None
    return None

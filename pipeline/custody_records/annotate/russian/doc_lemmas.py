"""The lemmas of a doc's tokens (lower case, е for ё), worked out once for all that ask.

To be asked once ``russian_substantives`` has run, behind which no lemma changes.
"""

from spacy.tokens import Doc, Span

from custody_records.annotate.cache import cached
from custody_records.annotate.russian.names.words import plain


def lemmas(doc: Doc) -> list[str]:
    """Return the lemma of each token."""
    return cached(doc, "lemmas", _lemmas)


def lemmas_in(span: Span) -> list[str]:
    """Return the lemma of each token of a span."""
    return lemmas(span.doc)[span.start : span.end]


def _lemmas(doc: Doc) -> list[str]:
    strings, hashes = doc.vocab.strings, doc.to_array("LEMMA").tolist()
    shown = {lemma: plain(strings[lemma]) for lemma in set(hashes)}
    return [shown[lemma] for lemma in hashes]

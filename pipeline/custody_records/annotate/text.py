"""Text, words and entities of a doc, put together once: spaCy makes them anew at every access."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from custody_records.annotate import cache
from custody_records.annotate.cache import cached

_TEXT, _LOWER = "text", "lower"

CAPITALS = "A-ZÀ-ÞĀ-ŽȘȚ"  # Latin ones, within a class of characters


def remember(doc: Doc, text: str) -> None:
    """Keep the text that a doc was made of: spaCy's tokens always join to it again."""
    cache.values(doc)[_TEXT] = text


def text_of(doc: Doc) -> str:
    """Return ``doc.text``; to be used wherever it is asked for more than once a doc."""
    return cached(doc, _TEXT, lambda doc: doc.text)


def lower_of(doc: Doc) -> list[str]:
    """Return ``token.lower_`` of every token; to be used wherever many are looked at."""
    return cached(doc, _LOWER, _lower)


def _lower(doc: Doc) -> list[str]:
    numbers = doc.to_array("LOWER").tolist()
    words = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [words[number] for number in numbers]


def starts_of(doc: Doc) -> list[int]:
    """Return ``token.idx`` of every token."""
    return cached(doc, "starts", lambda doc: doc.to_array("IDX").tolist())


def sentences_of(doc: Doc) -> tuple[Span, ...]:
    """Return ``doc.sents``; the sentences must be set."""
    return cached(doc, "sentences", lambda doc: tuple(doc.sents))


def entities_of(doc: Doc) -> list[tuple[int, int, str]]:
    """Return (first character, end, label) of every entity of the model."""
    return cached(doc, "entities", lambda d: [(e.start_char, e.end_char, e.label_) for e in d.ents])


def excerpt(
    doc: Doc,
    start: int,
    end: int,
    sentence_starts: Sequence[bool | None],
    replaced: Mapping[int, int] | None = None,
) -> Doc:
    """Return the tokens from ``start`` to ``end`` as a doc of their own, without annotations.

    ``sentence_starts``: which of them open a sentence, None for unknown; empty for all unknown.
    ``replaced``: number of a token of the excerpt → the form (spaCy's number) that it has there.
    """
    all_forms, all_spaces = cached(doc, "forms", _forms)
    forms = all_forms[start:end]
    for number, form in (replaced or {}).items():
        forms[number] = form
    part = Doc(
        doc.vocab,
        words=forms,  # type: ignore[arg-type] # numbers: no look-up by letters
        spaces=all_spaces[start:end],
        sent_starts=list(sentence_starts) or None,
    )
    cache.values(part)[_LOWER] = lower_of(doc)[start:end]
    return part


def _forms(doc: Doc) -> tuple[list[int], list[bool]]:
    return doc.to_array("ORTH").tolist(), doc.to_array("SPACY").astype(bool).tolist()

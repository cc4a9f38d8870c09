"""The noun phrase as printed, without article and number: "25 inmates in Oral" gives "inmates"."""

from collections.abc import Container

from spacy.tokens import Token

from custody_records.annotate.lexicon.lexicon import ClosedFile

_AGE = 3  # tokens of "year-old"
_KEPT_BEFORE = frozenset(["amod", "compound", "nmod", "poss", "case", "punct"])


def extent(
    head: Token, relational: Container[str], leading: Container[str], closed: ClosedFile
) -> tuple[int, int]:
    """Return the first token of the phrase and the one after its last, in the sentence.

    "of ..." stays with a relational noun ("relatives of inmates"), since the noun alone does not
    say who is meant. ``leading``: articles and the like, without which it is printed; of
    "35-year-old man" it is "man".
    """
    if head.lower_ in closed.aged and head.i > _AGE and head.nbor(-2).lower_ in closed.years:
        return head.i - _AGE - 1, head.i + 1  # "a 14-year-old" is "14-year-old"
    start = _without_article(head, _first(head, leading, closed), leading)
    if head.doc[start].lower_ in closed.years and head.i - start >= _AGE:
        start += _AGE
    return start, _end(head, closed.genitive) if head.lower_ in relational else head.i + 1


def _first(head: Token, leading: Container[str], closed: ClosedFile) -> int:
    """Return the first token of what stands right before a noun and belongs to its phrase."""
    start = head.i
    for child in sorted(head.lefts, key=lambda t: -t.i):
        if not _belongs(child, start, closed.further):
            break
        start = _left(child, leading)
    return start


def _belongs(child: Token, start: int, further: Container[str]) -> bool:
    """Tell whether a word left of a noun is part of its phrase, which begins at ``start``."""
    another = child.dep_ == "det" and child.lower_ in further
    # The owner's mark lies between: "the prosecutor's office".
    beside = child.right_edge.i if child.dep_ == "poss" else child.i
    return (another or child.dep_ in _KEPT_BEFORE) and beside == start - 1 and not _is_number(child)


def _left(child: Token, leading: Container[str]) -> int:
    """Return the first token of a modifier without article and number."""
    if not child.n_lefts:
        return int(child.left_edge.i)
    if child.dep_ == "poss":
        return next((t.i for t in child.subtree if not _is_article(t, leading)), int(child.i))
    return int(child.i if any(_is_number(t) for t in child.lefts) else child.left_edge.i)


def _without_article(head: Token, start: int, leading: Container[str]) -> int:
    """Return the start behind articles, numbers and marks."""
    while start < head.i and (_is_article(head.doc[start], leading) or head.doc[start].is_punct):
        start += 1
    return start


def _end(head: Token, genitive: Container[str]) -> int:
    """Return the token after the "of ..." of a relational noun."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in genitive and child.i == head.i + 1:
            below = next((c for c in child.children if c.dep_ == "pobj"), None)
            if below is not None:
                return max(t.i for t in _core(below, genitive)) + 1
    return int(head.i + 1)


def _core(noun: Token, genitive: Container[str]) -> list[Token]:
    """Return the noun with what stands before it and its own "of ..." only."""
    kept = [t for c in noun.lefts for t in c.subtree] + [noun]
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in genitive:
            kept += list(child.subtree)
    return kept


def _is_number(token: Token) -> bool:
    return token.like_num or token.dep_ == "nummod"


def _is_article(token: Token, leading: Container[str]) -> bool:
    return token.lower_ in leading or _is_number(token)

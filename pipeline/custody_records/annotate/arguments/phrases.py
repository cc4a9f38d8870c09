"""The noun phrase as printed, without article and number: "25 inmates in Oral" gives "inmates"."""

from spacy.tokens import Token

_AGE = len(["year", "-", "old"])
_KEPT_BEFORE = frozenset(["amod", "compound", "nmod", "poss", "case", "punct"])


def extent(head: Token, relational: frozenset[str], leading: frozenset[str]) -> tuple[int, int]:
    """Return the first token of the phrase and the one after its last, in the sentence.

    "of ..." stays with a relational noun ("relatives of inmates"), since the noun alone does not
    say who is meant. ``leading``: articles and the like, without which it is printed.
    """
    start = _without_article(head, _first(head, leading), leading)
    return start, _end(head) if head.lower_ in relational else head.i + 1


def _first(head: Token, leading: frozenset[str]) -> int:
    """Return the first token of what stands right before a noun and belongs to its phrase."""
    start = head.i
    for child in sorted(head.lefts, key=lambda t: -t.i):
        if not _belongs(child, start):
            break
        start = _left(child, leading)
    return start


def _belongs(child: Token, start: int) -> bool:
    """Tell whether a word left of a noun is part of its phrase, which begins at ``start``."""
    another = child.dep_ == "det" and child.lower_ == "another"
    # The owner's mark lies between: "the prosecutor's office".
    beside = child.right_edge.i if child.dep_ == "poss" else child.i
    return (another or child.dep_ in _KEPT_BEFORE) and beside == start - 1 and not _is_number(child)


def _left(child: Token, leading: frozenset[str]) -> int:
    """Return the first token of a modifier without article and number."""
    if not child.n_lefts:
        return int(child.left_edge.i)
    if child.dep_ == "poss":
        if child.pos_ == "PRON":
            return int(child.left_edge.i)
        return next((t.i for t in child.subtree if not _is_article(t, leading)), int(child.i))
    return int(child.i if any(_is_number(t) for t in child.lefts) else child.left_edge.i)


def _without_article(head: Token, start: int, leading: frozenset[str]) -> int:
    """Return the start behind articles, numbers and marks; of "35-year-old man" it is "man"."""
    while start < head.i and (_is_article(head.doc[start], leading) or head.doc[start].is_punct):
        start += 1
    aged = head.i - start >= _AGE and head.doc[start].lower_ == "year"
    return start + _AGE if aged else start


def _end(head: Token) -> int:
    """Return the token after the "of ..." of a relational noun."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == head.i + 1:
            below = next((c for c in child.children if c.dep_ == "pobj"), None)
            if below is not None:
                return max(t.i for t in _core(below)) + 1
    return int(head.i + 1)


def _core(noun: Token) -> list[Token]:
    """Return the noun with what stands before it and its own "of ..." only."""
    kept = [t for c in noun.lefts for t in c.subtree] + [noun]
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            kept += list(child.subtree)
    return kept


def _is_number(token: Token) -> bool:
    return token.like_num or token.dep_ == "nummod"


def _is_article(token: Token, leading: frozenset[str]) -> bool:
    return token.lower_ in leading or _is_number(token)

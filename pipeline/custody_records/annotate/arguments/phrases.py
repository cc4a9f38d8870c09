"""The noun phrase as printed, without article and number: "25 inmates in Oral" gives "inmates"."""

from spacy.tokens import Token

_LEADING = frozenset(
    """a an the this that these some any several many most all both dozens hundreds more than over
    about nearly almost approximately around at least up to no fewer less additional further
    only""".split()  # noqa: SIM905 - read as a list of words
)
_DASHES = frozenset(["-", "--", "–", "—", "•"])
_AGE = len(["year", "-", "old"])
_KEPT_BEFORE = frozenset(["amod", "compound", "nmod", "poss", "case", "punct"])


def extent(head: Token, relational: frozenset[str]) -> tuple[int, int]:
    """Return the first token of the phrase and the one after its last, in the sentence.

    "of ..." stays with a relational noun ("relatives of inmates"), since the noun alone does not
    say who is meant.
    """
    start = head.i
    for child in sorted(head.lefts, key=lambda t: -t.i):
        left = child.left_edge.i
        another = child.dep_ == "det" and child.lower_ == "another"
        # The owner's mark lies between: "the prosecutor's office".
        beside = child.right_edge.i if child.dep_ == "poss" else child.i
        if not (another or child.dep_ in _KEPT_BEFORE) or beside != start - 1 or _is_number(child):
            break
        if child.dep_ == "poss" and child.pos_ != "PRON" and child.n_lefts:
            left = next((t.i for t in child.subtree if not _is_article(t)), child.i)
        elif child.dep_ != "poss" and child.n_lefts:
            left = child.i if any(_is_number(t) for t in child.lefts) else left
        start = left
    for token in head.doc[start : head.i]:
        # "KazTAG - Convicts": a dash between spaces is no part of a phrase.
        if token.is_space or (token.text in _DASHES and token.i and token.nbor(-1).whitespace_):
            start = token.i + 1
    while start < head.i and (_is_article(head.doc[start]) or head.doc[start].is_punct):
        start += 1
    if head.i - start >= _AGE and head.doc[start].lower_ == "year":  # "35-year-old man"
        start += _AGE
    end = head.i + 1
    if head.lower_ in relational:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == end:
                below = next((c for c in child.children if c.dep_ == "pobj"), None)
                if below is not None:
                    end = max(t.i for t in _core(below)) + 1
                    break
    return start, end


def _core(noun: Token) -> list[Token]:
    """Return the noun with what stands before it and its own "of ..." only."""
    kept = [t for c in noun.lefts for t in c.subtree] + [noun]
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            kept += list(child.subtree)
    return kept


def _is_number(token: Token) -> bool:
    return token.like_num or token.dep_ == "nummod"


def _is_article(token: Token) -> bool:
    return token.lower_ in _LEADING or _is_number(token)

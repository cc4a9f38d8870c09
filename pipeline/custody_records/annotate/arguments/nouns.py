"""How a noun or a number refers: definite, bare, as part of a group, through a relative clause.

All functions take tokens of a parsed sentence.
"""

from collections.abc import Container

from spacy.tokens import Token

from custody_records.annotate.lexicon.lexicon import ClosedFile
from custody_records.annotate.participants.lexicon import RoleWords

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
# What a number may have below it and still stand for people by itself.
BARE = frozenset(["quantmod", "amod", "advmod", "det", "nummod"])


def is_bare(noun: Token, articles: Container[str]) -> bool:
    """Tell whether a noun stands with "the" and nothing else: it speaks of what was named."""
    before = [c for c in noun.lefts if c.dep_ not in ("punct", "cc")]
    definite = len(before) == 1 and before[0].lower_ in articles
    return definite and not any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in noun.rights)


def counted_noun(token: Token, genitive: Container[str]) -> Token | None:
    """Return the noun behind "of": the guards of "one of the guards"."""
    for below in token.children:
        if below.dep_ == "prep" and below.lower_ in genitive:
            return next((c for c in below.children if c.dep_ == "pobj"), None)
    return None


def noun_meant(token: Token, parts: Container[str], words: RoleWords) -> Token | None:
    """Return the noun that says who is meant: of "one of the guards", of a relative pronoun."""
    below = counted_noun(token, words.closed.genitive)
    if below is not None and (token.lower_ in parts or token.like_num):
        return below
    if below is None and token.lower_ in words.body:  # "they broke his hand"
        return next((c for c in token.lefts if c.dep_ == "poss"), None)
    if token.tag_ == "WP$":  # "the blogger, whose appeal was thrown out"
        clause = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
        return clause.head if clause is not None else None
    relative = token.lower_ in words.relative and token.head.dep_ == "relcl"
    return token.head.head if relative else None


def is_bare_number(token: Token, everybody: frozenset[str]) -> bool:
    """Tell whether a number or "all" stands for people without a noun."""
    bare = token.like_num and all(c.dep_ in BARE for c in token.children)
    return token.lower_ in everybody or bare


def is_aged(token: Token, closed: ClosedFile) -> bool:
    """Tell whether a token is the "old" of "the 32-year-old"."""
    return token.lower_ in closed.aged and token.i > 1 and token.nbor(-2).lower_ in closed.years


def has_age(noun: Token, closed: ClosedFile) -> bool:
    """Tell whether an age stands before a noun: "the 58-year-old sculptor"."""
    return any(is_aged(c, closed) for c in noun.lefts)


def is_definite(
    token: Token, definite: Container[str], closed: ClosedFile, *, told: bool = False
) -> bool:
    """Tell whether a noun has a definite determiner and nothing behind that says which one.

    ``told``: a clause behind a comma and where he comes from say more of one who is known: "the
    63-year-old postman from Birr, jailed in May".
    """
    determiner = next((c for c in token.children if c.dep_ == "det"), None)
    if determiner is None or determiner.lower_ not in definite:
        return False
    clauses = [c for c in token.rights if c.dep_ in ("relcl", "acl")]
    if told:
        return all(token.doc[clause.left_edge.i - 1].text == "," for clause in clauses)
    which = closed.genitive | closed.origin
    return not clauses and not any(c.lower_ in which for c in token.rights)

"""Words of saying that are put into a clause: "the men, he said, were beaten", "as he writes"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from custody_records.annotate.arguments.roles import child
from custody_records.annotate.attributions.schema import SourceCues
from custody_records.annotate.participants.lexicon import RoleWords

# Marks between which a clause is put into another one.
COMMAS = frozenset([",", ".", "–", "—", "-", "”", '"', "“", ";", ":", "''"])
_HUNG = frozenset(["conj", "parataxis"])


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Function words by which what somebody says is told apart: see ``cues.yaml``."""

    roles: RoleWords
    cues: SourceCues


def is_set_apart(verb: Token) -> bool:
    """Tell whether verb and subject stand between commas, or close the sentence after one."""
    doer = child(verb, "nsubj")
    if doer is None:
        return False
    first = min(verb.i, min(t.i for t in doer.subtree))
    noun = verb.head
    if verb.dep_ == "relcl" and noun.i == first - 1 and doer.pos_ == "PROPN":
        first = noun.i - sum(1 for _ in noun.lefts)  # "..., the lawyer Anna Orlova said."
    last = max(verb.i, doer.right_edge.i)
    for below in verb.rights:
        # "..., Petrov told AFP by telephone." hung on the clause before; as the main verb it is
        # the narrator's: "After guards beat him, the lawyer wrote to the prosecutor."
        loose = below.dep_ == "prep" and verb.dep_ in _HUNG
        if below.i > doer.i and (below.dep_ in ("dobj", "dative") or loose):
            last = max(last, below.right_edge.i)
    opened = first > 0 and verb.doc[first - 1].text in COMMAS
    closed = last + 1 >= len(verb.doc) or verb.doc[last + 1].text in COMMAS
    return opened and closed


def commented(verb: Token) -> Iterable[Token]:
    """Return the clause on which an "as ..." comments: within another one, that alone.

    "He denied that the tower was unmanned, as an employee had said", "died in a hospital to which
    she was brought too late, as her friends believe".
    """
    clause, before = verb.head, verb.left_edge.i - 1
    if before > 0 and verb.doc[before].text == ",":
        beside = verb.doc[before - 1]
        clause = next(
            (t for t in beside.ancestors if t.dep_ == "relcl" and t.head != clause), clause
        )
    return clause.subtree if clause.dep_ in ("relcl", "ccomp", "acl") else verb.doc


def is_comment(verb: Token, words: ClauseWords) -> bool:
    """Tell whether a clause comments on another: "as the newspaper writes"."""
    return any(t.lower_ in words.roles.closed.capacity for t in verb.lefts)


def behind_relative(doc: Doc, opened: int, words: ClauseWords) -> Sequence[Token]:
    """Return the relative clause into which a comment is put right behind its pronoun, if so."""
    if (
        opened < 3
        or doc[opened - 1].text != ","
        or doc[opened - 2].lower_ not in words.roles.relative
    ):
        return ()
    return list(doc[opened - 2 :])

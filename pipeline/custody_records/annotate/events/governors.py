"""The words that govern a trigger: from clause to clause, as far as they decide about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

# A clause or phrase hangs on its governor by these; a cue above reaches through no others.
_REACHES = frozenset(
    ["ccomp", "xcomp", "pcomp", "pobj", "prep", "dobj", "acl", "oprd", "attr", "nsubjpass",
     "nsubj", "compound", "poss", "amod", "agent", "dative", "acomp", "conj"]
)  # fmt: skip
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])


@dataclass(frozen=True, slots=True)
class Governors:
    """Climbs from a word; ``terminators`` end the climb, ``content_nouns`` take a clause.

    The parser reads "no evidence that inmates were tortured" as a relative clause.
    """

    terminators: frozenset[str]
    content_nouns: frozenset[str]

    def of(self, token: Token) -> Iterator[Token]:
        """Yield the words that govern a token, with their auxiliaries, up to a terminator."""
        while self._reaches(token) and token.head != token:
            if _stands_alone(token):
                return
            below, token = token, token.head
            if below.dep_ != "conj":  # "denied his guilt and was beaten": denied governs nothing
                yield token
            if below.dep_ in ("xcomp", "conj"):
                yield from (c for c in token.children if c.dep_ in ("aux", "neg"))
            if token.lower_ in self.terminators:
                return
            if below.dep_ == "acl" and token.dep_ in ("nsubj", "nsubjpass"):
                return  # "the man, sentenced in May, may be freed": the sentence is no maybe

    def _reaches(self, token: Token) -> bool:
        """Tell whether what governs a token's head may govern the token."""
        if token.dep_ == "relcl":
            return token.head.lower_ in self.content_nouns
        return token.dep_ in _REACHES


def _stands_alone(token: Token) -> bool:
    """Tell whether a coordinated verb is governed by nothing above the coordination."""
    return token.dep_ == "conj" and any(c.dep_ in _SUBJECTS for c in token.children)

"""Whom an object or a description cannot mean: the others of its own clause, and who tells it."""

from spacy.tokens import Span, Token

from custody_records.annotate.arguments.names import NamedArguments
from custody_records.annotate.arguments.nouns import SUBJECTS
from custody_records.annotate.entities.references.people import Offsets, PeopleReferences
from custody_records.annotate.tags import VERBS

_CLIMB = 4


class Excluded:
    """Finds, for a token, the characters at which those are named whom it cannot mean."""

    def __init__(
        self, names: NamedArguments, antecedents: PeopleReferences, pronouns: frozenset[str]
    ) -> None:
        self.names = names
        self.antecedents = antecedents
        self.pronouns = pronouns

    def of_clause(self, token: Token, sentence: Span) -> list[Offsets]:
        """Return who an object cannot mean: the subjects and controllers of its own clause."""
        if token.dep_ not in ("dobj", "dative", "pobj", "nsubj"):
            return []
        verb = token.head
        while verb.pos_ not in VERBS and verb.head != verb:
            verb = verb.head
        found = []
        controls = False  # "told him to beat him", but not "tied him and beat him"
        for _ in range(_CLIMB):
            for child in verb.children:
                doer = child.dep_ == "nsubj" or (child.dep_ == "dobj" and controls)
                if doer and child != token and token not in child.subtree:
                    found.append(self._named(child, sentence))
            if verb.dep_ not in ("xcomp", "conj", "ccomp") or token.dep_ == "nsubj":
                break
            if verb.dep_ != "xcomp" and any(c.dep_ in SUBJECTS for c in verb.children):
                break  # "she told how guards beat her": a subject of another clause may be meant
            controls = verb.dep_ in ("xcomp", "ccomp")
            verb = verb.head
        return found

    def of_doer(self, verb: Token, sentence: Span) -> list[Offsets]:
        """Return who makes somebody do something: "guards made them crawl" is not the guards."""
        return [self._named(child, sentence) for child in verb.children if child.dep_ == "nsubj"]

    def of_sources(self, token: Token, sentence: Span) -> list[Offsets]:
        """Return who tells the clause of a token: "A said that the activist" is not A."""
        return [
            self._named(child, sentence)
            for below in (token, *token.ancestors)
            if below.dep_ == "ccomp"
            for child in below.head.children
            if child.dep_ in SUBJECTS
        ]

    def _named(self, token: Token, sentence: Span) -> Offsets:
        """Return where the text names whom a subject stands for."""
        word = sentence.doc[sentence.start + token.i]
        name = self.names.at(word.i) or self.names.apposed(token, sentence)
        if name is not None:
            return name.start, name.end
        meant = None
        if token.lower_ in self.pronouns:
            meant = self.antecedents.of_pronoun(word.i, token.lower_)
        return (meant.start, meant.end) if meant else (word.idx, word.idx + len(word))

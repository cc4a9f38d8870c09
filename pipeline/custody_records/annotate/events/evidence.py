"""What was found around a trigger: its participants, its setting, and what kind they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.lexicon import Lexicon
from custody_records.annotate.arguments.namesakes import Namesakes, words_of
from custody_records.annotate.text import lower_of, text_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Participants and setting of a trigger; ``heads`` are the tokens that the paths led to."""

    sentence: Span
    lexicon: Lexicon
    custody_words: frozenset[str]
    pronouns: frozenset[str]
    subjects: tuple[Argument, ...] = ()
    actors: tuple[Argument, ...] = ()
    heads: tuple[Token, ...] = ()
    facility: Argument | None = None
    place: Argument | None = None
    date: Argument | None = None

    @property
    def named(self) -> bool:
        """Whether a subject has a name, or is a pronoun for somebody who has."""
        return any(a.is_named for a in self.subjects)

    @property
    def anybody_definite(self) -> bool:
        """Whether a subject or an actor is somebody definite: named, or told by a clause."""
        return any(a.is_definite for a in (*self.subjects, *self.actors))

    @property
    def pronoun(self) -> bool:
        """Whether a path led to a pronoun, whoever that stands for."""
        return any(head.lower_ in self.pronouns for head in self.heads)

    @property
    def near_facility(self) -> bool:
        """Whether there is a facility that the sentence or its paragraph speaks of."""
        return self.facility is not None and self.facility.basis != "article"

    @property
    def settled(self) -> bool:
        """Whether a facility, a place of the sentence or a date ties the event."""
        here = self.place is not None and self.place.basis == "sentence"
        return self.near_facility or here or self.date is not None

    @property
    def tied(self) -> bool:
        """Whether a name, a date or a facility of the sentence ties the event."""
        here = self.facility is not None and self.facility.basis == "sentence"
        return self.anybody_definite or self.date is not None or here

    @property
    def custody(self) -> bool:
        """Whether the sentence has a word of imprisonment."""
        words = lower_of(self.sentence.doc)[self.sentence.start : self.sentence.end]
        return not self.custody_words.isdisjoint(words)

    @property
    def statute(self) -> bool:
        """Whether the sentence names an article of a law."""
        return any(
            span._.statute and any(reading.article for reading in span._.statute)
            for span in self.sentence.doc.spans.get("statutes", ())
            if self.sentence.start <= span.start < self.sentence.end
        )

    @property
    def official(self) -> bool:
        """Whether an actor speaks for the state."""
        return self._any_actor_is(self.lexicon.officials, self.lexicon.officials)

    @property
    def advocate(self) -> bool:
        """Whether an actor takes up causes: by a word, a role, or as a body not of the state."""
        return self._any_actor_is(self.lexicon.advocates, self.lexicon.causes) or any(
            actor.kind == "organization" and not self.lexicon.officials & self._words(actor)
            for actor in self.actors
        )

    def _any_actor_is(self, words: frozenset[str], roles: frozenset[str]) -> bool:
        if any(words & self._words(actor) for actor in self.actors):
            return True
        namesakes = Namesakes.of(self.sentence.doc, self.lexicon)
        return any(roles & namesakes.roles(actor.start) for actor in self.actors)

    def _words(self, argument: Argument) -> frozenset[str]:
        return frozenset(words_of(text_of(self.sentence.doc)[argument.start : argument.end]))

    def barred_subject(self, nouns: Iterable[str]) -> str | None:
        """Return the noun among ``nouns`` by which a subject is called, or None."""
        for argument in self.subjects:
            text = text_of(self.sentence.doc)[argument.start : argument.end]
            words = text.lower().split()
            if words and words[-1] in nouns:
                return words[-1]
        return None

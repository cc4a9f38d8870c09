"""What was found around a trigger: its participants, its setting, and what kind they are."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.cache import cached
from custody_records.annotate.entities.references.roles import Roles
from custody_records.annotate.events.custody_ties import is_tied, known_people
from custody_records.annotate.events.custody_words import CustodyWords
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.readings import held_by
from custody_records.annotate.text import text_of
from custody_records.contract.fold import words_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Participants and setting of a trigger; ``heads`` are the tokens that the paths led to.

    ``trigger`` is its token in the doc, ``token`` the one in the parsed sentence. ``of_a_thing``:
    whether a noun that is nobody stands in the subject's place ("the film was released").
    """

    sentence: Span
    trigger: int
    lexicon: ParticipantLexicon
    custody_words: CustodyWords
    pronouns: frozenset[str]
    subjects: tuple[Argument, ...] = ()
    actors: tuple[Argument, ...] = ()
    heads: tuple[Token, ...] = ()
    facility: Argument | None = None
    place: Argument | None = None
    date: Argument | None = None
    token: Token | None = None
    more_dates: tuple[Argument, ...] = ()
    everywhere: bool = False
    undated: frozenset[int] = frozenset()
    of_a_thing: bool = False

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
        """Whether a word of imprisonment near the trigger is said of it, or of its subject."""
        text, sentence = self.custody_words.of(self.sentence.doc), self.sentence
        near = text.near_token(self.trigger, sentence.start, sentence.end)
        if self.token is None:
            return bool(near)
        parsed, apart = self.token.doc, self.custody_words.apart
        return any(is_tied(parsed[i - sentence.start], self.token, apart) for i in near)

    @property
    def known(self) -> bool:
        """Whether a subject is somebody whom the text names beside a word of imprisonment."""
        ids = {a.entity for a in self.subjects if a.entity is not None}
        if not ids:
            return False
        near = self.custody_words.of(self.sentence.doc).near
        people = cached(self.sentence.doc, "known_people", lambda doc: known_people(doc, near))
        return not people.isdisjoint(ids)

    @property
    def acts_for_himself(self) -> bool:
        """Whether the one actor is a prisoner known by name, and nobody who takes up causes."""
        if len(self.actors) != 1 or self.actors[0].kind != "person" or self.advocate:
            return False
        return not self.official and replace(self, subjects=self.actors).known

    @property
    def custody_before(self) -> bool:
        """Whether a text about custody has just spoken of it."""
        text = self.custody_words.of(self.sentence.doc)
        return text.is_custodial and text.speaks_before(self.trigger)

    @property
    def custodial(self) -> bool:
        """Whether the text as a whole is about custody, or the sentence near the trigger."""
        text, sentence = self.custody_words.of(self.sentence.doc), self.sentence
        return text.is_custodial or bool(
            text.near_token(self.trigger, sentence.start, sentence.end)
        )

    @property
    def hunger(self) -> bool:
        """Whether the text speaks of hunger."""
        return self.custody_words.of(self.sentence.doc).hunger

    @property
    def domain(self) -> bool:
        """Whether the text, or what stands near the trigger, speaks of custody."""
        return self.custody_words.of(self.sentence.doc).in_domain(self.trigger)

    @property
    def statute(self) -> bool:
        """Whether the sentence names an article of a law."""
        starts = cached(self.sentence.doc, "articles_of_laws", articles_of_laws)
        at = bisect_left(starts, self.sentence.start)
        return at < len(starts) and starts[at] < self.sentence.end

    @property
    def official(self) -> bool:
        """Whether an actor speaks for the state, is one of its officers, or "the prison" speaks.

        A body that is not named again ("It denied this", "the statement says") counts as well.
        """
        if self._any_actor_is(self.lexicon.uniformed, self.lexicon.uniformed):
            return True
        below = self.token.children if self.token is not None else ()
        speaking = self.lexicon.prisons
        if not self.actors:
            speaking |= self.custody_words.mouthpieces
        return any(c.dep_ == "nsubj" and c.lower_ in speaking for c in below)

    @property
    def advocate(self) -> bool:
        """Whether an actor takes up causes: by a word, a role, or as a body not of the state."""
        return self._any_actor_is(self.lexicon.advocates, self.lexicon.causes) or any(
            actor.kind == "organization" and not self.lexicon.officials & self._words(actor)
            for actor in self.actors
        )

    @property
    def inspects(self) -> bool:
        """Whether an actor inspects prisons by office: "the chair of the monitoring commission"."""
        return self._any_actor_is(self.lexicon.inspecting, self.lexicon.inspecting)

    def _any_actor_is(self, words: frozenset[str], roles: frozenset[str]) -> bool:
        if any(words & self._words(actor) for actor in self.actors):
            return True
        held = Roles.of(self.sentence.doc)
        return any(roles & held.of_person(actor.entity) for actor in self.actors)

    def _words(self, argument: Argument) -> frozenset[str]:
        return words_of(text_of(self.sentence.doc)[argument.start : argument.end])

    def barred_subject(self, nouns: Iterable[str]) -> str | None:
        """Return the noun among ``nouns`` by which a subject is called, or None."""
        for argument in self.subjects:
            text = text_of(self.sentence.doc)[argument.start : argument.end]
            words = text.lower().split()
            if words and words[-1] in nouns:
                return words[-1]
        return None


def articles_of_laws(doc: Doc) -> list[int]:
    """Return the first tokens of the mentions of articles of laws, sorted."""
    return sorted(
        span.start
        for span in doc.spans.get("statutes", ())
        if any(reading.article for reading in held_by(span, "statute") or ())
    )

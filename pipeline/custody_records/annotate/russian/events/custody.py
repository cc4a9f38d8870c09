"""Who of a text is or was in custody: whether a death or an illness is one of the contract."""

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import PersonEntity
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.russian.doc_lemmas import lemmas_in
from custody_records.annotate.russian.names.words import PeopleWords, plain
from custody_records.annotate.russian.participant_words import ParticipantWords

_OPENS = 3  # tokens that open a sentence


class Custody:
    """Answers for one doc; ``context``: words that show that a sentence speaks of custody."""

    def __init__(
        self, doc: Doc, words: ParticipantWords, people: PeopleWords, context: frozenset[str]
    ) -> None:
        self.doc = doc
        self.words = words
        self.kin = people.kin
        self._told: set[int] = set()
        self._held = words.prisoners | words.facility_nouns | context
        self._inside = {t.i for span in doc.spans.get("facilities", ()) for t in span}

    def holds(self, sentence: Span, subjects: Sequence[Argument], inside: bool = False) -> bool:
        """Tell whether one of ``subjects`` is held, or the sentence speaks of custody.

        A prisoner's relative is not. ``inside``: whether the paragraph tells of a facility, in
        which people without a name are held.
        """
        named = {subject.entity for subject in subjects if subject.entity is not None}
        if not named.isdisjoint(self._told):
            return True
        if any(self._is_kin(subject) for subject in subjects):
            return False
        if inside and not named and self.words.outside.isdisjoint(lemmas_in(sentence)):
            return True
        return self._of_custody(sentence) or not named.isdisjoint(self._people)

    def told(self, subjects: Sequence[Argument]) -> None:
        """Remember whom the text tells to have been arrested, sentenced, moved or beaten."""
        self._told |= {subject.entity for subject in subjects if subject.entity is not None}

    def frees(self, subjects: Sequence[Argument]) -> bool:
        """Tell whether none of ``subjects`` is called a prisoner."""
        for subject in subjects:
            words = {t.lemma_ for t in self._span(subject)}
            if subject.entity is not None:
                roles = getattr(self.doc._.entities[subject.entity], "roles", ())
                words |= {w for role in roles for w in plain(role).lower().split()}
            if words & self.words.prisoners:
                return False
        return True

    def _span(self, subject: Argument) -> Sequence[Token]:
        span = self.doc.char_span(subject.start, subject.end, alignment_mode="expand")
        return list(span) if span is not None else []

    def _is_kin(self, subject: Argument) -> bool:
        if subject.entity is not None:
            entity = self.doc._.entities[subject.entity]
            return isinstance(entity, PersonEntity) and bool(entity.kin)
        head = next((t for t in self._span(subject) if t.idx == subject.head), None)
        return head is not None and head.lemma_ in self.kin

    def _of_custody(self, sentence: Span) -> bool:
        within = not self._inside.isdisjoint(range(sentence.start, sentence.end))
        return within or not self._held.isdisjoint(lemmas_in(sentence))

    def _about(self, sentence: Span) -> list[Span]:
        """Return a sentence, with the next if a pronoun opens it: "Он отбывал срок"."""
        behind = self.doc[sentence.end].sent if sentence.end < len(self.doc) else None
        goes_on = behind is not None and any(
            token.lower_ in self.words.pronouns for token in behind[:_OPENS]
        )
        return [sentence, behind] if behind is not None and goes_on else [sentence]

    @cached_property
    def _people(self) -> frozenset[int]:
        """The people whom some sentence names beside a facility or calls prisoners."""
        found = set()
        for entity in EntityIndex.of(self.doc).of_type("person"):
            roles = {w for r in getattr(entity, "roles", ()) for w in plain(r).lower().split()}
            if roles & self.words.prisoners:
                found.add(entity.id)
                continue
            for start, end in entity.mentions:
                span = self.doc.char_span(start, end, alignment_mode="expand")
                if span is not None and any(map(self._of_custody, self._about(span.sent))):
                    found.add(entity.id)
                    break
        return frozenset(found)

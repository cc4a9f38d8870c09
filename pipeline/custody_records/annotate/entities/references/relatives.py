"""Whose mother or lawyer somebody is, so that "her son" and "his client" are known by name.

"His mother, Sunanda Waghmare, says that guards beat her son": the son is he whose mother she is.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Span

from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of

_BEHIND = 6  # tokens behind a name in which the noun of "A, the elder sister of B" may stand
_OWNED_BY = 3  # tokens before a noun in which its owner may stand: "his elder brother"


class Relatives:
    """The people of one doc who are introduced as somebody's relatives or lawyers."""

    def __init__(self, doc: Doc, lexicon: ParticipantLexicon) -> None:
        self._words = lower_of(doc)
        self._closed = lexicon.words.closed
        self._possessive = lexicon.phrases.possessive
        self._counterparts = lexicon.phrases.counterparts
        self._nouns = frozenset().union(*self._counterparts.values())
        people = doc.spans.get("people", ())
        self._by_start = {span.start: span for span in people}
        self._by_end = {span.end: span for span in people}
        self._owner_of: dict[int, tuple[str, Referent]] = {}

    def note(self, person: Span, named_by: Callable[[int, Span], Referent | None]) -> None:
        """Note whose relative or lawyer a person is: "his mother, A", "A, B's lawyer".

        ``named_by``: tells whom the pronoun at a token names, beside the person.
        """
        words, start, end = self._words, person.start, person.end
        before = start - (2 if words[start - 1 : start] == [","] else 1)
        behind = range(end + 1, end + _BEHIND) if words[end : end + 1] == [","] else ()
        known = Referent.named(person, "person")
        for index in (before, *behind):
            if not (0 < index < len(words) and words[index] in self._nouns):
                continue
            owner = self._owner(index, person, named_by)
            if owner is not None and owner.entity != known.entity is not None:
                self._owner_of.setdefault(known.entity, (words[index], owner))
                return

    def counterpart(self, person: Referent, noun: str) -> Referent | None:
        """Return who a person's ``noun`` is, or None: her "son" is he whose mother she is."""
        if person.entity not in self._owner_of or noun not in self._counterparts:
            return None
        role, owner = self._owner_of[person.entity]
        return owner if role in self._counterparts[noun] else None

    def _owner(
        self, index: int, person: Span, named_by: Callable[[int, Span], Referent | None]
    ) -> Referent | None:
        """Return whose the noun at a token is: by a name or pronoun before it, a name behind it."""
        for at in range(index - 1, max(index - 1 - _OWNED_BY, -1), -1):
            if self._words[at] in self._closed.possessives:
                return self._named(self._by_end.get(at))
            if self._words[at] in self._possessive:
                return named_by(at, person)
        if self._closed.belonging.isdisjoint(self._words[index + 1 : index + 2]):
            return None
        return self._named(self._by_start.get(index + 2))

    @staticmethod
    def _named(span: Span | None) -> Referent | None:
        return Referent.named(span, "person") if span is not None else None

"""The named body that "the ministry" or "the group" speaks of again."""

from collections import defaultdict

from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.entities.references.occurrences import Occurrences
from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.readings import held_by
from custody_records.contract.fold import words_of


class BodyReferences:
    """The bodies of one doc by the words in their names."""

    def __init__(self, doc: Doc, lexicon: ParticipantLexicon) -> None:
        self.groups = lexicon.groups
        self._bodies: dict[str, Occurrences] = defaultdict(Occurrences)
        self._unofficial = Occurrences()
        self._any = Occurrences()
        for span in sorted(doc.spans.get("organizations", ()), key=lambda s: s.start):
            reading = held_by(span, "organization")
            name = Referent.named(span, "organization")
            words = words_of(reading.name)
            self._any.add(span.end, name)
            for word in words:
                self._bodies[word].add(span.end, name)
            if lexicon.officials.isdisjoint(words):
                self._unofficial.add(span.end, name)

    @classmethod
    def of(cls, doc: Doc, lexicon: ParticipantLexicon) -> "BodyReferences":
        """Return the doc's bodies, indexed once for all that ask."""
        return cached(doc, "bodies", lambda doc: cls(doc, lexicon))

    def last_called(self, index: int, word: str) -> Referent | None:
        """Return the last body named before a token that has the word in its name.

        "The group", "the watchdog" stand for the last one named that does not speak for the state.
        """
        named = self._bodies[word].last(index) if word in self._bodies else None
        if named is None and word in self.groups:
            named = self._unofficial.last(index)
        return named

    def last_named(self, index: int, since: int) -> Referent | None:
        """Return the last body named before a token, or None.

        ``since``: the character at which its name begins at the earliest, as that of a paragraph.
        """
        named = self._any.last(index)
        return named if named is not None and named.start >= since else None

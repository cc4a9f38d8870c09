"""In which facility the text last told that somebody is held."""

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.entities.mentions import Mention, Mentions
from custody_records.annotate.text import sentences_of

_BESIDE = 20  # tokens between a name and the facility of which it is said to be a prisoner
_PHRASE = 3  # tokens before a facility in which the preposition of its phrase stands


class HeldAt:
    """Facilities by the person who is named beside them, or whom an event there befell.

    ``former``: words between them of which one tells that the person is not there ("a former
    inmate of IK-6"); ``outward``: prepositions right before a facility that somebody left.
    """

    def __init__(
        self,
        doc: Doc,
        facilities: Mentions,
        former: frozenset[str],
        outward: frozenset[str] = frozenset(),
    ) -> None:
        self._known: dict[int, list[tuple[int, Mention]]] = {}
        starts = [sentence.start for sentence in sentences_of(doc)]
        people, index = doc.spans.get("people", ()), EntityIndex.of(doc)
        ends = [span.end for span in people]
        for facility in facilities.all:
            at = bisect_right(ends, facility.start) - 1
            if at < 0 or facility.start - ends[at] > _BESIDE:
                continue
            span = people[at]
            first = bisect_right(starts, facility.start) - 1
            if first < 0 or span.start < starts[first]:
                continue
            between = [t.lower_ for t in doc[span.end : facility.start]]
            if former.intersection(between) or outward.intersection(between[-_PHRASE:]):
                continue
            entity = index.at("person", span.start_char, span.end_char)
            if entity is not None:
                self._note(entity.id, facility.start, facility)

    def note(self, subjects: Iterable[Argument], at: int, facility: Mention) -> None:
        """Remember the facility of an event that the sentence from token ``at`` on tells."""
        for subject in subjects:
            if subject.entity is not None:
                self._note(subject.entity, at, facility)

    def of(self, subjects: Iterable[Argument], before: int) -> tuple[int, Mention] | None:
        """Return where one of the people was last told to be, and the token that tells it."""
        known = [
            (at, mention)
            for subject in subjects
            if subject.entity is not None
            for at, mention in self._known.get(subject.entity, ())
            if at < before
        ]
        return max(known, key=lambda one: one[0], default=None)

    def _note(self, entity: int, at: int, facility: Mention) -> None:
        self._known.setdefault(entity, []).append((at, facility))

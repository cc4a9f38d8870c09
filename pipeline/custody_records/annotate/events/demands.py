"""Lists of what somebody demands: no event is told in their items, but by the demand itself.

"The Foundation calls upon the authorities: • to release Vladimir Kozlov immediately; ...": nobody
was released; the call is a complaint, and who is to be released its subject.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.layout.paragraphs import FINAL, Layout


class Demands:
    """The lists of demands of one doc, and whom their items are about."""

    def __init__(self, doc: Doc, demand_words: frozenset[str]) -> None:
        layout = Layout.of(doc)
        self._head_of: dict[int, int] = {}
        self._wanted: dict[int, list[Argument]] = {}
        for number, head in enumerate(layout.heads):
            if head is None:
                continue
            opening = layout.sentences[head]
            words = [token.lower_ for token in opening if not token.is_space]
            if words and words[-1] not in FINAL and not demand_words.isdisjoint(words):
                self._head_of[layout.sentences[number].start_char] = opening.start_char

        self._openings = frozenset(self._head_of.values())

    def __contains__(self, start: int) -> bool:
        """Tell whether the sentence that starts at a character is an item of such a list."""
        return start in self._head_of

    def opened_at(self, start: int) -> bool:
        """Tell whether the sentence that starts at a character opens such a list."""
        return start in self._openings

    def note(self, start: int, subjects: Iterable[Argument]) -> None:
        """Remember whom an item is about."""
        self._wanted.setdefault(self._head_of[start], []).extend(subjects)

    def lend(self, told: list[EventReading]) -> list[EventReading]:
        """Return the readings; a complaint that opens a list has its items' subjects."""
        found = []
        for reading in told:
            # Whom two items are about counts once.
            wanted = {one.start: one for one in self._wanted.get(reading.start, [])}
            if wanted and reading.type == "complaint_or_appeal" and not reading.subjects:
                reading = replace(reading, subjects=tuple(wanted.values()))
            found.append(reading)
        return found

"""Who says what by layout alone: a name behind a dash signs, a name before a colon opens a turn.

"“They beat us.” ― Anna Orlova" and, in an interview, "Anna Orlova: They beat us."
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.attributions.schema import LayoutRules
from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.layout.paragraphs import Layout
from custody_records.annotate.openings import any_of

_LONGEST = 60  # characters of a line before the colon of a turn
_QUESTION = 250  # characters of a question that is a line of its own
_QUESTIONS = 3  # of them make an interview


class Signed:
    """Finds the attributions of ``layout.yaml``."""

    def __init__(self, rules: LayoutRules) -> None:
        signature, turn = rules.of("signature"), rules.of("turn")
        interview = rules.of("interview")
        self.signature, self.turn, self.interview = signature.id, turn.id, interview.id
        self._question = tuple(interview.marks)
        self._dash = re.compile(rf"[ \t\xa0]*\n?[ \t]*({any_of(signature.marks)})[ \t\xa0]*")
        self._colon = re.compile(rf"({any_of(turn.marks)})\s")

    def over(self, doc: Doc, layout: Layout) -> Iterator[Attribution]:
        """Yield the signatures, then the turns, each in text order."""
        starts = {argument.start: argument for argument in _names(doc)}
        yield from self._signatures(layout, starts)
        yield from self._turns(layout, starts.values())
        yield from self._answers(layout, [a for a in starts.values() if a.kind == "person"])

    def _signatures(self, layout: Layout, starts: Mapping[int, Argument]) -> Iterator[Attribution]:
        for quotation in layout.quotations:
            dash = self._dash.match(layout.text, quotation.end)
            name = starts.get(dash.end()) if dash else None
            if dash and name is not None:
                said = quotation.start, quotation.end
                yield _said(*said, self.signature, dash.span(1), name)

    def _turns(self, layout: Layout, names: Iterable[Argument]) -> Iterator[Attribution]:
        for name in names:
            line = layout.text.rfind("\n", 0, name.start) + 1
            colon = self._colon.match(layout.text, name.end)
            if colon is None or name.start != line or name.end - line > _LONGEST:
                continue
            end = layout.text.find("\n", colon.end())
            end = len(layout.text) if end < 0 else end
            if end > colon.end():
                yield _said(colon.end(), end, self.turn, colon.span(1), name)

    def _answers(self, layout: Layout, people: Iterable[Argument]) -> Iterator[Attribution]:
        """Yield the answers of an interview whose questions are lines without a name."""
        lines = [line for line in re.finditer(r"[^\n]+", layout.text) if line[0].strip()]
        asked = [
            line.start()
            for line in lines
            if line[0].rstrip().endswith(self._question) and len(line[0]) < _QUESTION
        ]
        if len(asked) < _QUESTIONS:
            return
        speaker = next((a for a in sorted(people, key=lambda a: a.start) if a.end < asked[0]), None)
        if speaker is None:
            return
        for line in lines:
            if line.start() < asked[0] or line.start() in asked:
                continue
            bounds = [*(s for s in layout.starts if line.start() < s < line.end()), line.end()]
            for start, end in pairwise([line.start(), *bounds]):
                yield _said(start, end, self.interview, (end - 1, end), speaker)


def _names(doc: Doc) -> Iterator[Argument]:
    for span in doc.spans.get("people", ()):
        yield Argument.of(Referent.named(span, "person"), "named")
    for span in doc.spans.get("organizations", ()):
        yield Argument.of(Referent.named(span, "organization"), "named")


def _said(start: int, end: int, rule: str, cue: tuple[int, int], name: Argument) -> Attribution:
    source = name.found_by(rule)
    return Attribution(start, end, rule, cue, source, "says", source_at=(name.start, name.end))

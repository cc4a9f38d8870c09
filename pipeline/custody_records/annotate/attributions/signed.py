"""Who says what by layout alone: a name behind a dash signs, a name before a colon opens a turn.

"“They beat us.” ― Anna Orlova" and, in an interview, "Anna Orlova: They beat us."; where its lines
carry no name, whom the introduction names speaks all answers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution, Reach
from custody_records.annotate.attributions.schema import LayoutRule, LayoutRules
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
        self._lines = _Lines.by(interview)
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
            for first, last in _sentences(layout, colon.end(), end):
                yield _said(first, last, self.turn, colon.span(1), name, "quotation")

    def _answers(self, layout: Layout, people: Iterable[Argument]) -> Iterator[Attribution]:
        """Yield what is said in an interview whose lines do not name who speaks."""
        lines = [line for line in re.finditer(r"[^\n]+", layout.text) if line[0].strip()]
        asked = [line.start() for line in lines if self._lines.asks(line[0])]
        if len(asked) < _QUESTIONS:
            return
        speaker = self._interviewed(layout.text, people, asked[0])
        if speaker is None:
            return
        for line in self._lines.answered(lines, asked):
            for start, end in _sentences(layout, line.start(), line.end()):
                yield _said(start, end, self.interview, (end - 1, end), speaker, "quotation")

    def _interviewed(self, text: str, people: Iterable[Argument], until: int) -> Argument | None:
        """Return whom the introduction says to be asked, else names first, at best in full."""
        found: dict[tuple[bool, bool, int], Argument] = {}
        for name in people:
            line = text[text.rfind("\n", 0, name.start) + 1 : name.start]
            if name.end < until and not self._lines.asker.search(line):
                asked = self._lines.asked.search(line) is not None
                full = " " in text[name.start : name.end]
                found[not asked, not full, name.start] = name
        return found[min(found)] if found else None


@dataclass(frozen=True, slots=True)
class _Lines:
    """Tells the lines of an interview apart: questions by their mark or letter, answers."""

    marks: tuple[str, ...]
    question: re.Pattern[str]
    answer: re.Pattern[str]
    asker: re.Pattern[str]
    asked: re.Pattern[str]

    @classmethod
    def by(cls, rule: LayoutRule) -> Self:
        """Take them from the rule of interviews."""
        question, answer = (
            re.compile(rf"(?:{any_of(letters)})[:.]\s")
            for letters in (rule.questions, rule.answers)
        )
        asker = re.compile(rf"\b(?:{any_of(rule.asked_by)})\b:?\s*$", re.IGNORECASE)
        asked = re.compile(rf"\b(?:{any_of(rule.asking)}) (?:[^\W\d]+ ){{0,4}}$", re.IGNORECASE)
        return cls(rule.marks, question, answer, asker, asked)

    def asks(self, line: str) -> bool:
        """Tell whether a line is a question."""
        if self.question.match(line):
            return True
        answers = self.answer.match(line) is not None
        return not answers and line.rstrip().endswith(self.marks) and len(line) < _QUESTION

    def answered(self, lines: list[re.Match[str]], asked: list[int]) -> Iterator[re.Match[str]]:
        """Yield the lines that are no questions; where answers have their letter, from it on."""
        lettered = any(self.answer.match(line[0]) for line in lines)
        speaking = not lettered
        for line in lines:
            if line.start() in asked:
                speaking = not lettered
            elif line.start() > asked[0]:
                speaking = speaking or self.answer.match(line[0]) is not None
                if speaking:
                    yield line


def _names(doc: Doc) -> Iterator[Argument]:
    for span in doc.spans.get("people", ()):
        yield Argument.of(Referent.named(span, "person"), "named")
    for span in doc.spans.get("organizations", ()):
        yield Argument.of(Referent.named(span, "organization"), "named")


def _sentences(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, the first from ``start`` on."""
    bounds = [start, *(s for s in layout.starts if start < s < end), end]
    return (bound for bound in pairwise(bounds) if bound[0] < bound[1])


def _said(
    start: int, end: int, rule: str, cue: tuple[int, int], name: Argument, reach: Reach = "own"
) -> Attribution:
    source, at = name.found_by(rule), (name.start, name.end)
    return Attribution(start, end, rule, cue, source, "says", reach, source_at=at)

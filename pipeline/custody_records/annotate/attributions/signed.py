"""Who says what by layout alone: a name behind a dash signs, a name before a colon opens a turn.

"“They beat us.” ― Anna Orlova" and, in an interview, "Anna Orlova: They beat us."
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.named import named_argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.layout.paragraphs import Layout

SIGNATURE, TURN = "source.signature", "source.turn"
_DASH = re.compile(r"[ \t\xa0]*\n?[ \t]*(―|—|–|--?)[ \t\xa0]*")
_COLON = re.compile(r"(:)\s")
_LONGEST = 60  # characters of a line before the colon of a turn


def signed(doc: Doc, layout: Layout) -> Iterator[Attribution]:
    """Yield the attributions that only the layout tells, in text order."""
    starts = {argument.start: argument for argument in _names(doc)}
    for quotation in layout.quotations:
        dash = _DASH.match(layout.text, quotation.end)
        name = starts.get(dash.end()) if dash else None
        if dash and name is not None:
            yield _said(quotation.start, quotation.end, SIGNATURE, dash.span(1), name)
    for name in starts.values():
        line = layout.text.rfind("\n", 0, name.start) + 1
        colon = _COLON.match(layout.text, name.end)
        if colon is None or name.start != line or name.end - line > _LONGEST:
            continue
        end = layout.text.find("\n", colon.end())
        end = len(layout.text) if end < 0 else end
        if end > colon.end():
            yield _said(colon.end(), end, TURN, colon.span(1), name)


def _names(doc: Doc) -> Iterator[Argument]:
    for span in doc.spans.get("people", ()):
        yield named_argument(span, "person")
    for span in doc.spans.get("organizations", ()):
        yield named_argument(span, "organization")


def _said(start: int, end: int, rule: str, cue: tuple[int, int], name: Argument) -> Attribution:
    source = name.found_by(rule)
    return Attribution(start, end, rule, cue, source, "says", source_at=(name.start, name.end))

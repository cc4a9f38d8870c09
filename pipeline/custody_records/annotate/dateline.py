"""Where the dateline stands in a doc: "DUBAI, Feb 14 (Reuters) - " up to the story's first word."""

import re

from spacy.tokens import Doc

from custody_records.annotate.text import text_of

_KEY = "custody.dateline"
# What may follow the place: a day, an agency, the dash.
_REST = r"(?:[^\n]{0,60}?(?:\s--?|[–—])(?=\s|\w)\s*)?"


def dateline_of(doc: Doc) -> tuple[int, int] | None:
    """Return the characters of the doc's dateline as (start, end), or None."""
    if _KEY not in doc.user_data:
        place, found = doc._.dateline, None
        if place:
            found = re.search(rf"^\(?{re.escape(place)}{_REST}", text_of(doc), re.MULTILINE)
        doc.user_data[_KEY] = found.span() if found else None
    stretch: tuple[int, int] | None = doc.user_data[_KEY]
    return stretch

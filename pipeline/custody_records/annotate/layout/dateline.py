"""Where the dateline stands in a doc: "DUBAI, Feb 14 (Reuters) - " up to the story's first word."""

import re

from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.text import text_of

# What may follow the place: a day, an agency, the dash.
_REST = r"(?:[^\n]{0,60}?(?:\s--?|[–—])(?=\s|\w)\s*)?"


def dateline_of(doc: Doc) -> tuple[int, int] | None:
    """Return the characters of the doc's dateline as (start, end), or None."""
    return cached(doc, "dateline", _find)


def _find(doc: Doc) -> tuple[int, int] | None:
    place = doc._.dateline
    if not place:
        return None
    found = re.search(rf"^\(?{re.escape(place)}{_REST}", text_of(doc), re.MULTILINE)
    return found.span() if found else None

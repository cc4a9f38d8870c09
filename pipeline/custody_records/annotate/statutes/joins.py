"""What joins the units and numbers of a citation, compiled from ``citations.yaml``."""

import re

from custody_records.annotate.openings import any_of
from custody_records.annotate.statutes.rule_files import CitationFile

# One white space of running text; a paragraph's end is none.
GAP = r"(?:[ \t\u00a0\u2009\u202f]{0,20}(?:\n(?![ \t]*\n))?[ \t\u00a0\u2009\u202f]{0,20})"
COMMA = re.compile(rf"{GAP},{GAP}")
DASH = re.compile(rf"{GAP}[–—-]{GAP}")
NEXT = re.compile(GAP)
SPACES = re.compile(r"\s+")


def past_gap(text: str, at: int) -> int:
    """Return where the white space ends that may stand at an offset."""
    gap = NEXT.match(text, at)
    return gap.end() if gap else at


class Joins:
    """The compiled patterns; each is matched where a number or unit ends."""

    def __init__(self, words: CitationFile) -> None:
        joined = any_of(words.conjunctions)
        of = any_of(words.of)
        self.also = re.compile(
            rf"{GAP}(?:(?:,|;){GAP}(?:(?:{joined})(?!\w))?"
            rf"|(?:{any_of((*words.conjunctions, *words.joins))})(?!\w)|&){GAP}",
            re.IGNORECASE,
        )
        self.to = re.compile(rf"{GAP}(?:[-–—−]|(?:{any_of(words.to)})(?!\w)){GAP}")
        determiners = any_of(words.determiners)
        self.of = re.compile(rf",?{GAP}(?:{of})\s+(?:(?:{determiners})\s+)*(?=\S)", re.IGNORECASE)
        self.of_same = re.compile(rf",?\s+(?:{of})\s+", re.IGNORECASE)
        self.same = words.same.regex
        self.number_sign = re.compile(words.number_sign)
        self.us_title = re.compile(words.us_title)
        self.follows_list = re.compile(
            rf"[ \u00a0\n]*(?:$|[^\w\s]|(?:{any_of(words.follows_list)})(?!\w)|[A-ZА-ЯҚ][\w.]*)"
        )
        self.counted = re.compile(rf"[ \u00a0](?:{'|'.join(words.counted)})")
        self.both = {
            language: re.compile(pattern, re.IGNORECASE) for language, pattern in words.both.items()
        }
        # How one unit follows another, in the order in which the joins are tried.
        self.in_order = (
            ("of", self.of),
            ("next", NEXT),
            ("comma", COMMA),
            ("and", self.also),
            ("dash", DASH),
        )

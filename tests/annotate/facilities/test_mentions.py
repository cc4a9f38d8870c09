"""Facilities by a name in short: which of the facilities named in full it stands for."""

import pytest

from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.readings import of_doc

# A facility's name in short stands in brackets.
TEXTS = [
    pytest.param(
        "He was taken to Tamlé 1 prison in March. Inmates in [Tamlé] struck on May 2.",
        id="the number left out",
    ),
    pytest.param(
        "He was taken to Badr 1 prison, his son to Badr 3 prison. Inmates in Badr went hungry.",
        id="two facilities of one name: nobody knows which",
    ),
    pytest.param(
        "She left Minsk Prison No. 1 in March. She was arrested again in Minsk on May 2.",
        id="a town that the gazetteer knows stays a town",
    ),
]


@pytest.mark.parametrize("text", TEXTS)
def test_mentions_by_short_names(annotator: Annotator, text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    doc = annotator.full(plain)
    found = [r for r in of_doc(doc, "facility") if r.rule == "facility.short_name"]
    for reading in sorted(found, key=lambda r: -r.start):
        name = plain[reading.start : reading.end]
        plain = f"{plain[: reading.start]}[{name}]{plain[reading.end :]}"
    assert plain == text

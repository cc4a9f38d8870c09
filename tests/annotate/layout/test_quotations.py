"""Where a text quotes: marks of all kinds, over sentences and paragraphs, and marks forgotten."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.layout.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “They beat us.”", ["“They beat us.”"]),
        ('"They beat us. They left," he said.', ['"They beat us. They left,"']),
        ("«Нас били», said he.", ["«Нас били»"]),
        # opened again at the head of the next paragraph, closed once
        ("“They beat us.\n\n“They left,” he said.", ["“They beat us.\n\n“They left,”"]),
        ('"They beat us.\n\n"They left," he said.', ['"They beat us.\n\n"They left,"']),
        # two quotations of a paragraph
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        # forgotten: the paragraph ends and the next opens nothing
        ("“They beat us.\n\nThe ministry denied it.", []),
        # an inch or a possessive is no mark
        ('A 6" nail was found.', []),
        ("The prisoners’ families wait.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@given(st.text(alphabet='ab “”"«»\n.', max_size=200))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

"""Where a text quotes: marks of all kinds, over sentences and paragraphs, and marks forgotten."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.layout.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("He said: “They beat us.”", ["“They beat us.”"], id="curly marks"),
        pytest.param(
            '"They beat us. They left," he said.',
            ['"They beat us. They left,"'],
            id="straight marks",
        ),
        pytest.param("«Нас били», said he.", ["«Нас били»"], id="angle marks"),
        pytest.param(
            "“They beat us.\n\n“They left,” he said.",
            ["“They beat us.\n\n“They left,”"],
            id="opened again at the head of the next paragraph, closed once",
        ),
        pytest.param(
            '"They beat us.\n\n"They left," he said.',
            ['"They beat us.\n\n"They left,"'],
            id="the same with straight marks",
        ),
        pytest.param(
            "“One,” he said. “Two.”", ["“One,”", "“Two.”"], id="two quotations of a paragraph"
        ),
        pytest.param(
            "“They beat us.\n\nThe ministry denied it.",
            [],
            id="forgotten: the paragraph ends and the next opens nothing",
        ),
        pytest.param('A 6" nail was found.', [], id="an inch or a possessive is no mark"),
        pytest.param("The prisoners’ families wait.", [], id="a possessive in the plural"),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@given(st.text(alphabet='ab “”"«»\n.', max_size=200))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

"""Wrapped paragraphs are joined, lists and verses are not."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.articles.clean import unwrap

PARAGRAPH = (
    "Relatives of the inmates have stood at the gates of the colony since June 9, when the warden, "
    "Major Bauyrzhan Qalymov, told them that no visits would be allowed for ten days because of a "
    "quarantine."
)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_wrapped_paragraph_is_one_line(width: int) -> None:
    assert unwrap([*wrap(PARAGRAPH, width), "", "Next."]) == [PARAGRAPH, "", "Next."]


def test_two_lines_are_joined_where_the_sentence_goes_on() -> None:
    lines = ["Two employees of the prison were detained on July 30, Erlan Turgumbaev", "said."]
    assert unwrap(lines) == [" ".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Prison riot in the northern city of Khujand may have claimed 50", "DUSHANBE, Asia-Plus."],
        ["- release all of them from the colony immediately and without conditions", "- pay them"],
        ["1. It is still not known how many people were killed there", "2. Nothing is known of it"],
        ["City", "Reports", "Almaty", "6"],
        ["x" * 300, "y" * 200, "z" * 250],
    ],
)
def test_lines_that_end_where_their_writer_ended_them_stay(lines: list[str]) -> None:
    assert unwrap(lines) == lines


@given(st.lists(st.text("ab .,-\t", max_size=90).map(str.strip), max_size=12))
def test_no_word_is_lost_or_added(lines: list[str]) -> None:
    assert " ".join(unwrap(lines)).split() == " ".join(lines).split()

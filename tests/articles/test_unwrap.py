"""Wrapped paragraphs are joined, lists and verses are not."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.articles.wraps import unwrap

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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "Fire\n\nRelatives say that Marco\nVilla and Nika\nBerid were asleep.",
            ["Fire", "", "Relatives say that Marco Villa and Nika Berid were asleep."],
            id="a given name, and its family name below",
        ),
        pytest.param(
            "Letter\n\nThey wrote to the Court of Human\nRights and waited.",
            ["Letter", "", "They wrote to the Court of Human Rights and waited."],
            id="a name in a line with articles",
        ),
        pytest.param(
            "Search\n\nGuards of the bloc in\nOsh came. They left for the town of\nUzgen.",
            ["Search", "", "Guards of the bloc in Osh came. They left for the town of Uzgen."],
            id="no line ends with a preposition",
        ),
        pytest.param(
            "Visit\n\nHe died on Monday. His mother, Olga\nLipova, wept.",
            ["Visit", "", "He died on Monday. His mother, Olga Lipova, wept."],
            id="another sentence has ended in the line",
        ),
        pytest.param(
            "A prison in Osh\nNurlan Lipov was moved to the town on Monday.",
            ["A prison in Osh", "Nurlan Lipov was moved to the town on Monday."],
            id="the first line of a text is a headline",
        ),
        pytest.param(
            "Riot\n\nBeatings go on in Mutare\nChika said that he saw it.",
            ["Riot", "", "Beatings go on in Mutare", "Chika said that he saw it."],
            id="a heading has no articles",
        ),
        pytest.param(
            "Riot\n\nA night in the cells of Mutare\nThe men said that they were beaten.",
            [
                "Riot",
                "",
                "A night in the cells of Mutare",
                "The men said that they were beaten.",
            ],
            id="below a heading a sentence begins",
        ),
        pytest.param(
            "Dead\n\nThe men of the Beira jail\nJoao Macam\nRui Langa",
            ["Dead", "", "The men of the Beira jail", "Joao Macam", "Rui Langa"],
            id="a list ends with no full stop",
        ),
        pytest.param(
            "Freed\n\nThe judge let go Piet van\nder Merwe and Jaco van der\nMerwe on Monday.",
            ["Freed", "", "The judge let go Piet van der Merwe and Jaco van der Merwe on Monday."],
            id="the particles of a name",
        ),
        pytest.param(
            "Riot\n\nBy Jane Marco\nUpdated on Monday, 9:52 p.m.",
            ["Riot", "", "By Jane Marco", "Updated on Monday, 9:52 p.m."],
            id="a byline",
        ),
    ],
)
def test_a_name_broken_over_a_line_is_mended(text: str, lines: list[str]) -> None:
    assert unwrap(text.split("\n")) == lines


@given(st.lists(st.text("ab .,-\t", max_size=90).map(str.strip), max_size=12))
def test_no_word_is_lost_or_added(lines: list[str]) -> None:
    assert " ".join(unwrap(lines)).split() == " ".join(lines).split()

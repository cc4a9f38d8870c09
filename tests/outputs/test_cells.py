"""A cell is safe to open in a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.outputs.tables import to_cell

FORMULAS = [
    '=HYPERLINK("http://x","y")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",  # spreadsheets may trim what they import
    "\u00a0=1+1",
    "＝1+1",  # folded to ASCII by some
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_takes_for_a_formula_is_made_text(text: str) -> None:
    assert to_cell(text) == f"'{text}"


# A dash or an equals sign inside is common in codes and must not be touched.
@pytest.mark.parametrize("text", ["LA-155/18", "a=b", "No. 1", "146", "the '60s"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert to_cell(text) == text


def test_a_negative_number_is_no_formula() -> None:
    assert to_cell(None) == ""
    assert to_cell(-5) == "-5"


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert not to_cell(text).strip().startswith(("=", "+", "-", "@"))

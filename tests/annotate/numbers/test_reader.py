from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.numbers import NumberReader
from custody_records.rulebook import rules_dir

ENGLISH = NumberReader.load(rules_dir(), "en")
SCALES = ENGLISH.words.scales | ENGLISH.words.multipliers
WORD = {value: word for word, value in reversed(ENGLISH.words.cardinals.items())}

READ = [
    pytest.param("13 thousand convicts", [(13000, None)], id="a scale in words"),
    pytest.param("18.7 million", [(18_700_000, None)], id="a decimal before a scale"),
    pytest.param("1,517 names", [(1517, None)], id="a comma groups"),
    pytest.param("2 500 inmates", [(2500, None)], id="a blank groups"),
    pytest.param("1,50,000 voters", [(150_000, None)], id="Indian grouping"),
    pytest.param("twenty-two prisoners", [(22, None)], id="a hyphenated word"),
    pytest.param("one hundred and fifty people", [(150, None)], id="a hundred and its rest"),
    pytest.param("two and a half thousand", [(2500, None)], id="a half before a scale"),
    pytest.param("half a dozen guards", [(6, None)], id="half a dozen"),
    pytest.param("10-15 people", [(10, 15)], id="a range with a dash"),
    pytest.param("between 10 and 15 people", [(10, 15)], id='a range with "between"'),
    pytest.param("two or three men", [(2, 3)], id='a range with "or"'),
    pytest.param(
        "two two-hour meetings",
        [(2, None), (2, None)],
        id='two numbers side by side are no third: "two two-hour meetings"',
    ),
    pytest.param("10 and 15 years", [(10, None), (15, None)], id="a list of two is none"),
    pytest.param(
        "10 to 12 million people",
        [(10_000_000, 12_000_000)],
        id="the scale at the upper end is that of both",
    ),
    pytest.param(
        "between two and three thousand men",
        [(2000, 3000)],
        id="the scale at the upper end is that of both",
    ),
    pytest.param("Two to three dozen prisoners", [(24, 36)], id="a scale of both ends in words"),
    pytest.param("10-12 million people", [(10_000_000, 12_000_000)], id="a scale behind a dash"),
    pytest.param(
        "from 200 to one thousand men", [(200, 1000)], id="a scale of the upper end alone"
    ),
    pytest.param(
        "hundreds of people, dozens of them", [], id="a scale without a count is no number"
    ),
    pytest.param(
        "AK-47, IK-2, 15:25, $300, 20%, 24.kg, 2-1, 5th, 1930s, 146/2, No.5",
        [],
        id="codes, times, money, shares, domains, scores and ordinals",
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_numbers_are_read_as_printed(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert [(n.value, n.max) for n in ENGLISH.read(text)] == expected


def in_words(value: int) -> str:
    """Spell a number below a million as news writes it."""
    for scale in (SCALES["thousand"], SCALES["hundred"]):
        if value >= scale:
            high, low = divmod(value, scale)
            name = "thousand" if scale == SCALES["thousand"] else "hundred"
            joint = " and " if low and name == "hundred" else " "
            return f"{in_words(high)} {name}{joint + in_words(low) if low else ''}"
    if value in WORD:
        return WORD[value]
    return f"{WORD[value - value % 10]}-{WORD[value % 10]}"


@given(st.integers(min_value=1, max_value=999_999))
def test_every_number_is_the_same_in_words_and_in_digits(value: int) -> None:
    for printed in (in_words(value), f"{value:,}"):
        found = list(ENGLISH.read(f"Some {printed} people"))
        assert [(n.value, n.max) for n in found] == [(value, None)]
        assert f"Some {printed} people"[found[0].start : found[0].end] == printed


@given(st.text(alphabet="1290,. -–ofandtwohundred\n\x00№$%", max_size=80))
def test_any_text_is_read_without_error_and_numbers_do_not_overlap(text: str) -> None:
    found = list(ENGLISH.read(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(n.max is None or n.max > n.value for n in found)

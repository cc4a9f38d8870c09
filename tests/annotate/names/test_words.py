"""Words and gaps: whole names are words, and every text is words and gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.names.words import Words

CASES = [
    pytest.param(
        "Qasym-Zhomart Toqaev's",
        ["Qasym-Zhomart", "Toqaev"],
        id="a hyphen joins, a possessive does not",
    ),
    pytest.param("O'Connor and Ko’zgu", ["O'Connor", "and", "Ko’zgu"], id="an apostrophe joins"),
    pytest.param(
        "V. Kozlov of the U.S. Army",
        ["V.", "Kozlov", "of", "the", "U.S.", "Army"],
        id="initials and acronyms keep their points",
    ),
    pytest.param(
        "RFE/RL and Orda.kz.", ["RFE/RL", "and", "Orda.kz"], id="a stroke and a point join"
    ),
    pytest.param(
        "War Resisters' International",
        ["War", "Resisters", "International"],
        id="a possessive in the plural",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: list[str]) -> None:
    assert Words(text).texts == expected


@given(st.text(max_size=120))
def test_gaps_and_words_make_the_text(text: str) -> None:
    words = Words(text)
    pieces = [words.gap(-1)]
    for i in range(len(words)):
        pieces += [words.texts[i], words.gap(i)]
    assert "".join(pieces) == text

"""A cue is found whether it is a list of words or a pattern."""

import pytest

from custody_records.annotate.organizations.forms import Cue


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        pytest.param("lection|primar", "the elections of May", True, id="part-of-a-word"),
        pytest.param("lection|primar", "the vote of May", False, id="no-word-of-the-list"),
        pytest.param("of the Year|Best ", "Best Actor", True, id="words-with-blanks"),
        pytest.param(r"\d/\d", "UA: 12/3", True, id="a-pattern"),
        pytest.param(r"U\.?N", "the U.N. said", True, id="a-pattern-of-letters"),
        pytest.param("(?i)court|law", "The COURT", True, id="flags-make-a-pattern"),
        pytest.param("a.c|b", "abc", True, id="a-point-is-any-character"),
        pytest.param("a|", "xyz", True, id="an-empty-alternative-is-everywhere"),
    ],
)
def test_a_cue_is_found_as_its_pattern_says(cue: str, text: str, expected: bool) -> None:
    assert Cue(cue).is_in(text) is expected

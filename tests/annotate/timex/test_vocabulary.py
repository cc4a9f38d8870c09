"""Sentences of the grammar's own words: whatever they say, nothing breaks and nothing overlaps."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custody_records.annotate.timex.tagger import TimexTagger
from custody_records.rulebook import rules_dir
from tests.annotate.timex.conftest import Reader

_ENGLISH = TimexTagger(rules_dir()).language("en")
assert _ENGLISH is not None
_LEXICON = _ENGLISH.lexer.lexicon
WORDS = sorted({word for values in _LEXICON.values.values() for word in values})
DIGITS = ["1", "7", "12", "31", "99", "1931-2", "1998", "2019", "2014/15", "12-13", "07/2019"]
DIGITS += ["2/8/2012", "20190731", "2019-07-31", "6pm", "18:00", "23rd", "1990s", "90s", "0"]
DIGITS += ["3.5", "1,200", "0800", "9999"]
MARKS = [",", ".", "-", "–", "/", ":", "(", ")", "'s", "\n", "the", "of", "in", "on", "and", "to"]
SENTENCE = st.lists(st.sampled_from([*WORDS, *DIGITS, *MARKS]), max_size=24).map(" ".join)
CAPITALS = st.sampled_from([str, str.title, str.upper])
PUBLISHED = st.none() | st.dates()


def check(read: Reader, text: str, published: date | None) -> None:
    found = read(text, published)
    assert all(0 <= timex.start < timex.end <= len(text) for timex in found)
    starts = [timex.start for timex in found]
    assert starts == sorted(starts)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=SENTENCE, case=CAPITALS, published=PUBLISHED)
def test_no_sentence_breaks_it(
    read: Reader, text: str, case: object, published: date | None
) -> None:
    check(read, case(text), published)  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("several months, several years", id="two vague lengths"),
        pytest.param("a few years and several months ago", id="a vague second length"),
        pytest.param("half an hour and a half", id="halves of halves"),
        pytest.param("in the nineteen ninety-one of two thousand and", id="years in words cut off"),
        pytest.param("the second Tuesday of that month", id="a month nobody told"),
        pytest.param("1931-2, 1931-2", id="short ranges in a row"),
    ],
)
def test_what_broke_or_nearly_did(read: Reader, text: str) -> None:
    for published in (None, date(2019, 4, 24), date.min, date.max):
        check(read, text, published)

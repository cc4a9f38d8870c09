"""Hostile text: no exception, no date invented, linear time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.timex.tagger import TimexTagger
from tests.annotate.timex.conftest import Reader

WORDS = """0 1 9 00 31 32 99 0000 1998 2019 99999 May March Friday night last next the of in second
quarter week year , . - – / : ( ) ' 's am p.m. UTC to and ago later 1990s 2019-02-30 ² ٣ Апреля"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u200f", "\u202e", "\x00", "\x07", "\ufeff"])


@given(pieces=st.lists(PIECES, max_size=30), published=st.none() | st.dates())
def test_no_row_of_words_breaks_it(read: Reader, pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    for timex in read(text, published):
        assert 0 <= timex.start < timex.end <= len(text)


@given(text=st.text(max_size=200))
def test_no_text_breaks_it(read: Reader, text: str) -> None:
    read(text)


@given(published=st.sampled_from([date.min, date(1, 1, 7), date(9999, 12, 31)]))
def test_the_edges_of_the_calendar(read: Reader, published: date) -> None:
    read(
        "Last century, 900 years ago, next week, in two weeks' time, on Friday, in May.", published
    )
    read("9999 years ago and in 9998 years' time, the previous decade.", published)


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1, ", "1-", "May ", "in 1998 and ", "the last ", ", ", "(", "\n", "- 12 "]
)
def test_lexemes_and_grammar_do_a_bounded_work_on_each_character(
    tagger: TimexTagger, piece: str
) -> None:
    # Linear: no span that the grammar sees at once grows with the text.
    text = piece * (100_000 // len(piece))
    english = tagger.language("en")
    assert english is not None
    split = english.lexer.split(text)
    lengths = [end - start for start, end in english.grammar.runs(split.codes)]
    assert max(lengths, default=0) <= 200
    assert sum(1 for _ in english.grammar.find(split)) <= len(text)


def test_a_million_digits_are_no_date(read: Reader) -> None:
    assert read("in " + "7" * 999_000 + " he") == []


def test_control_characters_and_direction_marks_do_not_hide_what_stands_beside_them(
    read: Reader,
) -> None:
    assert [t.value for t in read("\u200fon April 3\u200f, \x00 in 2018\u202c.")] == [
        "2019-04-03",
        "2018",
    ]

"""Any date written in any supported form reads back; ranges keep both ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.timex.named import easter_sunday, hijri
from custody_records.annotate.timex.tagger import TimexTagger
from tests.annotate.timex.conftest import Reader

MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June"]
SHORT += ["July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
NEWS_DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


def nth(n: int) -> str:
    return f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


FULL = {
    "month-first": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "day-first": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "ordinal": lambda d: f"the {nth(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    "short": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "iso": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "dashes": lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
}


@pytest.mark.parametrize("form", FULL)
@given(day=DAYS)
def test_a_full_date_reads_back(read: Reader, form: str, day: date) -> None:
    text = FULL[form](day)
    found = read(f"He was freed on {text} at last.")
    assert [(t.type, t.value) for t in found] == [("DATE", day.isoformat())]
    assert found[0].end - found[0].start == len(text)


@given(published=NEWS_DAYS, back=st.integers(0, 150))
def test_a_bare_date_of_the_past_months_is_found_again(
    read: Reader, published: date, back: int
) -> None:
    day = published - timedelta(days=back)
    text = f"They were detained on {MONTHS[day.month - 1]} {day.day}."
    assert [t.value for t in read(text, published)] == [day.isoformat()]


@given(published=NEWS_DAYS, ahead=st.integers(1, 150))
def test_a_bare_date_of_the_coming_months_is_found_again(
    read: Reader, published: date, ahead: int
) -> None:
    day = published + timedelta(days=ahead)
    text = f"The court will rule on {day.day} {MONTHS[day.month - 1]}."
    assert [t.value for t in read(text, published)] == [day.isoformat()]


@given(published=NEWS_DAYS, back=st.integers(0, 6))
def test_a_weekday_is_within_the_last_seven_days(read: Reader, published: date, back: int) -> None:
    day = published - timedelta(days=back)
    text = f"Police said on {WEEKDAYS[day.weekday()]} that he had left."
    assert [t.value for t in read(text, published)] == [day.isoformat()]


@given(first=DAYS, length=st.integers(1, 4000))
def test_a_range_of_full_dates_keeps_both_ends(read: Reader, first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(2199, 12, 31))
    if first >= last:
        return
    one, two = FULL["day-first"](first), FULL["day-first"](last)
    opening, closing = read(f"He was held from {one} to {two}.")
    assert (opening.value, opening.end_value) == (first.isoformat(), last.isoformat())
    assert closing.closes_range
    assert opening.range_end == closing.end


@given(month=st.integers(1, 12), first=st.integers(1, 27), length=st.integers(1, 27))
def test_a_range_of_days_shares_its_month(
    read: Reader, month: int, first: int, length: int
) -> None:
    last = min(first + length, 28)
    expected = [(f"2017-{month:02d}-{first:02d}", f"2017-{month:02d}-{last:02d}")]
    for text in (
        f"on {MONTHS[month - 1]} {first}-{last}, 2017",
        f"on {first}–{last} {MONTHS[month - 1]} 2017",
        f"between {first} and {last} {MONTHS[month - 1]} 2017",
        f"from {MONTHS[month - 1]} {first} to {last}, 2017",
    ):
        found = read(text)
        assert [(t.value, t.end_value) for t in found if not t.closes_range] == expected, text


@given(year=st.integers(1000, 2199), month=st.integers(1, 12))
def test_a_month_of_a_year_reads_back(read: Reader, year: int, month: int) -> None:
    assert [t.value for t in read(f"in {MONTHS[month - 1]} {year}")] == [f"{year}-{month:02d}"]


@given(day=DAYS, form=st.sampled_from(sorted(FULL)), published=NEWS_DAYS)
def test_what_is_told_in_full_does_not_depend_on_the_day_of_publication(
    read: Reader, day: date, form: str, published: date
) -> None:
    text = f"on {FULL[form](day)}"
    assert [t.value for t in read(text, published)] == [t.value for t in read(text, None)]


@given(number=st.integers(2, 99), unit=st.sampled_from(["day", "week", "month", "year", "hour"]))
def test_a_length_reads_back(read: Reader, number: int, unit: str) -> None:
    letter = "T" if unit == "hour" else ""
    value = f"P{letter}{number}{unit[0].upper()}"
    assert [t.value for t in read(f"held for {number} {unit}s in all")] == [value]
    assert [t.value for t in read(f"a {number}-{unit} term")] == [value]


def test_the_kinds_of_digit_runs_are_all_known_at_load(tagger: TimexTagger) -> None:
    # A run whose set of kinds had no code would be invisible to the grammar.
    runs = [str(n) for n in range(10_000)] + [f"{n:02d}" for n in range(100)]
    runs += [f"{a}{mark}{b:02d}" for a in range(40) for b in range(100) for mark in ".:-/"]
    runs += [f"{a}-{b}" for a in (999, 1998, 2010, 2019) for b in range(1, 2200, 7)]
    runs += [f"{a}/{b}" for a in (1, 7, 12, 13) for b in (1998, 2019, 12, 31)]
    runs += [f"{n}{end}" for n in range(100) for end in ("st", "th", "s", "pm", "a.m.", "0s")]
    runs += ["1990s", "12,000", "1,000,000", "7/8/07", "31.12.99", "2019-07-31", "6:40pm"]
    english = tagger.language("en")
    assert english is not None
    numerals = english.lexer.lexicon.numerals
    known = set(numerals.kind_sets())
    assert {
        run for run in runs if numerals.kinds(run) and numerals.kinds(run) not in known
    } == set()


# Tables: Western and Orthodox Easter as printed in almanacs; Islamic dates a day more or less.
@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        pytest.param(1997, "1997-03-30", "1997-04-27", id="1997, weeks apart"),
        pytest.param(2008, "2008-03-23", "2008-04-27", id="2008, five weeks apart"),
        pytest.param(2017, "2017-04-16", "2017-04-16", id="2017, on one day"),
        pytest.param(2024, "2024-03-31", "2024-05-05", id="2024, five weeks apart"),
    ],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert [str(easter_sunday(year, orthodox=o)) for o in (False, True)] == [western, orthodox]


@pytest.mark.parametrize(
    ("year", "ramadan"),
    [
        pytest.param(2010, "2010-08-11", id="in August"),
        pytest.param(2016, "2016-06-06", id="in June"),
        pytest.param(2020, "2020-04-24", id="in April"),
        pytest.param(2023, "2023-03-23", id="in March"),
    ],
)
def test_ramadan_begins_within_a_day_of_the_announced_one(year: int, ramadan: str) -> None:
    found = hijri(year, 9, 1)
    assert found is not None
    assert abs((found - date.fromisoformat(ramadan)).days) <= 1


def test_reading_a_text_twice_gives_the_same(read: Reader) -> None:
    text = "On May 3, two days later, last week, in 2010–2012 and on Friday at 10 p.m. he wrote."
    assert read(text) == read(text)

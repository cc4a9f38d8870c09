"""Calendar periods: their values, steps and parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.timex.moment import Moment, NoSuchDateError, make, nth_within, season

DAY = date(2019, 4, 24)

VALUES = [
    ("day", "2019-04-24"),
    ("week", "2019-W17"),
    ("weekend", "2019-W17-WE"),
    ("month", "2019-04"),
    ("quarter", "2019-Q2"),
    ("half", "2019-H1"),
    ("season", "2019-SP"),
    ("year", "2019"),
    ("decade", "201"),
    ("century", "20"),
]


@pytest.mark.parametrize(("unit", "value"), VALUES)
def test_values(unit: str, value: str) -> None:
    assert Moment("day", DAY).as_unit(unit).value == value


@pytest.mark.parametrize(("unit", "value"), VALUES)
@given(n=st.integers(-50, 50))
def test_a_step_there_and_back_is_none(unit: str, value: str, n: int) -> None:
    moment = Moment("day", DAY).as_unit(unit)
    try:
        assert moment.shift(n).shift(-n) == moment
    except NoSuchDateError:
        assert unit == "century"  # before the year 1


def test_an_unknown_year_stays_unknown() -> None:
    assert make("day", None, 12, 31).shift(1).value == "XXXX-01-01"
    assert make("day", None, 2, 29).value == "XXXX-02-29"
    assert season(None, "WI").value == "XXXX-WI"


@pytest.mark.parametrize(
    ("outer", "n", "unit", "value"),
    [
        (make("year", 2019), 3, "quarter", "2019-Q3"),
        (make("year", 2019), -1, "month", "2019-12"),
        (make("month", 2009, 3), -1, "week", "2009-W13"),  # holds its Thursday
        (make("month", 2019, 5), 1, "day", "2019-05-01"),
        (make("decade", 1990), 1, "year", "1990"),
        (make("century", 1900), 6, "decade", "195"),
    ],
)
def test_parts(outer: Moment, n: int, unit: str, value: str) -> None:
    assert nth_within(outer, n, unit).value == value


@pytest.mark.parametrize(
    ("outer", "n", "unit"),
    [
        (make("month", 2019, 5), 6, "week"),
        (make("year", 2019), 5, "quarter"),
        (make("month", 2019, 2), 29, "day"),
    ],
)
def test_what_the_calendar_does_not_have(outer: Moment, n: int, unit: str) -> None:
    with pytest.raises(NoSuchDateError):
        nth_within(outer, n, unit)


@pytest.mark.parametrize(("year", "month", "day"), [(2019, 2, 29), (0, 1, 1), (10000, 1, 1)])
def test_no_such_day(year: int, month: int, day: int) -> None:
    with pytest.raises(NoSuchDateError):
        make("day", year, month, day)

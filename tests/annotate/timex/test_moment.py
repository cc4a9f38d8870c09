"""Calendar periods: their values, steps and parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.timex.moment import Moment, NoSuchDateError, make, nth_within, season

DAY = date(2019, 4, 24)

VALUES = [
    pytest.param("day", "2019-04-24", id="day"),
    pytest.param("week", "2019-W17", id="week"),
    pytest.param("weekend", "2019-W17-WE", id="weekend"),
    pytest.param("month", "2019-04", id="month"),
    pytest.param("quarter", "2019-Q2", id="quarter"),
    pytest.param("half", "2019-H1", id="half"),
    pytest.param("season", "2019-SP", id="season"),
    pytest.param("year", "2019", id="year"),
    pytest.param("decade", "201", id="decade"),
    pytest.param("century", "20", id="century"),
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
        pytest.param(make("year", 2019), 3, "quarter", "2019-Q3", id="third quarter of a year"),
        pytest.param(make("year", 2019), -1, "month", "2019-12", id="last month of a year"),
        pytest.param(make("month", 2009, 3), -1, "week", "2009-W13", id="holds its Thursday"),
        pytest.param(make("month", 2019, 5), 1, "day", "2019-05-01", id="first day of a month"),
        pytest.param(make("decade", 1990), 1, "year", "1990", id="first year of a decade"),
        pytest.param(make("century", 1900), 6, "decade", "195", id="sixth decade of a century"),
    ],
)
def test_parts(outer: Moment, n: int, unit: str, value: str) -> None:
    assert nth_within(outer, n, unit).value == value


@pytest.mark.parametrize(
    ("outer", "n", "unit"),
    [
        pytest.param(make("month", 2019, 5), 6, "week", id="no sixth week"),
        pytest.param(make("year", 2019), 5, "quarter", id="no fifth quarter"),
        pytest.param(make("month", 2019, 2), 29, "day", id="no day 29"),
    ],
)
def test_what_the_calendar_does_not_have(outer: Moment, n: int, unit: str) -> None:
    with pytest.raises(NoSuchDateError):
        nth_within(outer, n, unit)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        pytest.param(2019, 2, 29, id="no leap year"),
        pytest.param(0, 1, 1, id="no year nought"),
        pytest.param(10000, 1, 1, id="a year of five digits"),
    ],
)
def test_no_such_day(year: int, month: int, day: int) -> None:
    with pytest.raises(NoSuchDateError):
        make("day", year, month, day)

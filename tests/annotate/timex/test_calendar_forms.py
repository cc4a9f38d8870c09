"""How dates are worded: each kind with its near misses. Read on Tuesday, 5 October 2021."""

from datetime import date

import pytest

from tests.annotate.timex.conftest import Reader

PUBLISHED = date(2021, 10, 5)

FORMS = [
    pytest.param(
        "It burned on Saturday evening, August 14, 2021, they said.",
        ["2021-08-14TEV", "2021-08-14"],
        id="a weekday with its part of the day takes the date behind it",
    ),
    pytest.param(
        "Taken on Monday morning, the 4th of May 2020.",
        ["2020-05-04TMO", "2020-05-04"],
        id="... also one worded day first",
    ),
    pytest.param(
        "He died on Thursday night, September 3.",
        ["2020-09-03TNI", "2020-09-03"],
        id="... and its weekday tells the year",
    ),
    pytest.param(
        "He died on Friday, 17 September.",
        ["2021-09-17"],
        id="the nearest year fits the weekday",
    ),
    pytest.param("Tried on the twenty-seventh of June.", ["2021-06-27"], id="compound ordinal"),
    pytest.param("Freed on May the twenty-second, 2019.", ["2019-05-22"], id="... month first"),
    pytest.param("On the twenty first of July", ["2021-07-21"], id="... without its hyphen"),
    pytest.param("He has twenty first-class cells.", [], id="no ordinal: twenty of a class"),
    pytest.param("built in nineteen eighty-four", ["1984"], id="a year in two numbers"),
    pytest.param("closed in two thousand and seven.", ["2007"], id="a year in one number"),
    pytest.param("for nineteen ninety-day terms", ["P90D"], id="no year but a length"),
    pytest.param(
        "on 07-Sep-18 and 3/Oct/2019", ["2018-09-07", "2019-10-03"], id="letters in dashes"
    ),
    pytest.param(
        "in 04.2018, 12/2019 and 01-2020.", ["2018-04", "2019-12", "2020-01"], id="months"
    ),
    pytest.param("Form 12/2019 was filed", [], id="a form's number is no month"),
    pytest.param("added in 1961-3.", ["1961/1963", "1963"], id="the last digit of a range"),
    pytest.param("logged 2021-03-04T10:15:00Z", ["2021-03-04"], id="ISO stamp"),
    pytest.param("logged 20210304T101500Z", ["2021-03-04"], id="compact ISO stamp"),
    pytest.param("inmate 20211399", [], id="eight digits that are no day"),
    pytest.param("spent in FY2019 and fiscal 2020", ["2019", "2020"], id="a fiscal year is a year"),
    pytest.param("The hearing is on the Friday after next.", ["2021-10-15"], id="after next"),
    pytest.param("It was on the Monday before last.", ["2021-09-27"], id="before last"),
    pytest.param("The visit is set for Thursday week.", ["2021-10-14"], id="Thursday week"),
    pytest.param("She left yesterday week.", ["2021-09-27"], id="yesterday week is behind"),
    pytest.param(
        "on the first Monday of next month", ["2021-11-01"], id="weekday of a month ahead"
    ),
    pytest.param(
        "on the last Friday of last month", ["2021-09-24"], id="weekday of a month behind"
    ),
    pytest.param(
        "from June 2, 2018, to May 9, 2019",
        ["2018-06-02/2019-05-09", "2019-05-09"],
        id="a comma after the year parts no range",
    ),
    pytest.param(
        "between 2 June 2018, and 9 May 2019",
        ["2018-06-02/2019-05-09", "2019-05-09"],
        id="... nor one with between",
    ),
    pytest.param(
        "He fasted on 3 June. From that day until 9 June he was alone.",
        ["2021-06-03", "2021-06-03/2021-06-09", "2021-06-09"],
        id="a range from a day that points back",
    ),
    pytest.param("held since 2019, and in 2020", ["2019", "2020"], id="two years are no range"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_wording(read: Reader, text: str, expected: list[str]) -> None:
    found = [f"{t.value}/{t.end_value}" if t.end_value else t.value for t in read(text, PUBLISHED)]
    assert found == expected


NOTHING = [
    pytest.param("a 6-year-old boy, three years old", id="ages"),
    pytest.param("a two-month-old baby", id="an age in months"),
    pytest.param("The audit report 2016/19 covers it.", id="number of a report"),
    pytest.param("Complaint 2017/20 and file 2018-19 are open.", id="numbers of cases"),
    pytest.param("Write to 1987 Old Quarry Road, Tolliver.", id="house number"),
    pytest.param("unemployment in the low-50s", id="no decade but a share"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_date(read: Reader, text: str) -> None:
    assert [(text[t.start : t.end], t.value) for t in read(text, PUBLISHED)] == []


SLASHED = [
    pytest.param(
        "US", "booked on 03/04/2020", "2020-03-04", id="the country writes the month first"
    ),
    pytest.param("GB", "booked on 03/04/2020", "2020-04-03", id="the country writes the day first"),
    pytest.param(
        None, "The sheriff's log says 03/04/2020", "2020-03-04", id="signs of the country"
    ),
    pytest.param("US", "on 25/01/2020 and 03/04/2020", "2020-04-03", id="the text's own other day"),
    pytest.param("US", "booked on 11/04/2021", "2021-04-11", id="not after the publication"),
]


@pytest.mark.parametrize(("country", "text", "value"), SLASHED)
def test_the_order_of_day_and_month(
    read: Reader, country: str | None, text: str, value: str
) -> None:
    assert read(text, PUBLISHED, country=country)[-1].value == value

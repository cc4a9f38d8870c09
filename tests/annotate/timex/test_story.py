"""Which day or year is meant: tense, chain, heading, narrative. Read on Tuesday, 5 October 2021."""

from datetime import date

import pytest

from tests.annotate.timex.conftest import Reader

PUBLISHED = date(2021, 10, 5)

DIRECTION = [
    pytest.param("The block will open by January.", "2022-01", id="by with a future verb"),
    pytest.param("They plan to finish it by December.", "2021-12", id="by with a plan"),
    pytest.param("The trial was set for 2 November.", "2021-11-02", id="set for"),
    pytest.param("A hearing had been due on 9 November.", "2021-11-09", id="had been due"),
    pytest.param("They could be freed as soon as Friday.", "2021-10-08", id="as soon as"),
    pytest.param("It was adjourned until 14 December.", "2021-12-14", id="adjourned until"),
    pytest.param("He said the wing would close in January.", "2022-01", id="would, reported"),
    pytest.param(
        "He was beaten on 4 October, when he would not dress.", "2021-10-04", id="would not, told"
    ),
    pytest.param("It has to convince them by November.", "2021-11", id="has to"),
    pytest.param("What happens if they win in November?", "2021-11", id="if"),
    pytest.param("It will be less than forecast in July.", "2021-07", id="than ends the clause"),
    pytest.param(
        "She had asked more than once that he be freed, the last time on 10 July.",
        "2021-07-10",
        id="... but more than once does not",
    ),
    pytest.param("They will put him on trial on 3 November.", "2021-11-03", id="will put"),
    pytest.param("They put him on trial on 3 November.", "2020-11-03", id="put by itself"),
    pytest.param("Ahead of the 14 November vote", "2021-11-14", id="ahead of"),
    pytest.param("He was detained on 12 November.", "2020-11-12", id="a past verb, a year back"),
    pytest.param("The warden left in November.", "2020-11", id="a past verb and a month"),
    pytest.param("He was held until 30 September.", "2021-09-30", id="until with a past verb"),
    pytest.param(
        "By 9 a.m. Sunday they were out.", "2021-10-03T09:00", id="no sentence ends there"
    ),
]


@pytest.mark.parametrize(("text", "value"), DIRECTION)
def test_the_direction_of_a_bare_date(read: Reader, text: str, value: str) -> None:
    assert [t.value for t in read(text, PUBLISHED) if t.type != "SET"] == [value]


CHAIN = [
    pytest.param(
        "They were seized on June 5 over a note written a week earlier. A day later, he went too.",
        ["2021-06-05", "2021-05-29", "2021-06-06"],
        id="what is told as background moves nothing on",
    ),
    pytest.param(
        "He died on 8 July, a month after his wedding on June 7. The next day she left.",
        "2021-07-09",
        id="... nor does the day of an aside",
    ),
    pytest.param(
        "Police said on Monday that he had died on Saturday. A day later, she left.",
        "2021-10-03",
        id="the day of a mere report is none of the story",
    ),
    pytest.param(
        "On 3 June he fell ill. Forty-eight hours later he died.", "2021-06-05", id="hours as days"
    ),
    pytest.param(
        "In a finding of Monday the coroner said that A died on 11 August 2019.\n\n"
        "He had been remanded four days earlier.",
        "2019-08-07",
        id="what was before a day long gone of which a report tells",
    ),
    pytest.param(
        "A was beaten on 11 August 2019.\n\nB was found dead on Monday. A week before, she wrote.",
        "2021-09-27",
        id="... but not before a day of its own paragraph",
    ),
    pytest.param("He died during his arrest two years earlier.", "XXXX", id="nothing to hang on"),
    pytest.param("Until that day he had never seen it.", "XXXX-XX-XX", id="no day to point to"),
]


@pytest.mark.parametrize(("text", "expected"), CHAIN)
def test_what_an_expression_hangs_on(read: Reader, text: str, expected: list[str] | str) -> None:
    values = [t.value for t in read(text, PUBLISHED) if t.type != "DURATION"]
    assert (values if isinstance(expected, list) else values[-1]) == expected


YEARS = [
    pytest.param(
        "Chronology of 2015\n\n17 May: Two die.\n\n3 June: An inquiry.\n",
        ["2015", "2015-05-17", "2015-06-03"],
        id="a title over a list",
    ),
    pytest.param(
        "Watch\nChronicle of arrests, 1-15 July 2015\n\n1 July\nTwo die.\n\n13 July\nOne dies.\n",
        ["2015-07-01", "2015-07-15", "2015-07-01", "2015-07-13"],
        id="a chronicle of some days, below its outlet",
    ),
    pytest.param(
        "Deaths\n\nIn 2014:\n\n- 17 May: two die\n\n- 3 December: one dies\n",
        ["2014", "2014-05-17", "2014-12-03"],
        id="a heading over a list",
    ),
    pytest.param(
        "Deaths\n\nIn 2014:\n\n17 May 2018: two die\n\n3 August: one dies\n",
        ["2014", "2018-05-17", "2018-08-03"],
        id="a list with years of its own",
    ),
    pytest.param(
        "Deaths in 2014\n\n3 September: the report is out.\n",
        ["2014", "2021-09-03"],
        id="a title that is no heading of a list",
    ),
    pytest.param(
        "On 3 April 2014 he was detained. In July he was sentenced.",
        ["2014-04-03", "2014-07"],
        id="a month of a story told in another year",
    ),
    pytest.param(
        "In November 2019 eleven were shot. Three guards were charged in March.",
        ["2019-11", "2021-03"],
        id="a month that does not go on from a mention of another year",
    ),
    pytest.param(
        "He has been held since September 2019. On 28 September a judge renewed it.",
        ["2019-09", "2021-09-28"],
        id="a day close to the publication behind its month in another year",
    ),
    pytest.param(
        "Their arrest was prolonged until 3 November. Two more joined on 20 September. "
        "The next day both fell ill.",
        ["2021-11-03", "2021-09-20", "2021-09-21"],
        id="a day to come",
    ),
    pytest.param(
        "He was jailed on 27 September until 3 November. The next day he fell ill.",
        ["2021-09-27", "2021-11-03", "2021-09-28"],
        id="nothing past hangs on a day to come",
    ),
    pytest.param(
        "She died on 11 August 2018, refusing food since 22 July.",
        ["2018-08-11", "2018-07-22"],
        id="a day before it in the same sentence",
    ),
    pytest.param(
        "In 1991, 1994, 1996, 2003 and 2007 men fled. He died on Monday. It was full in May.",
        ["1991", "1994", "1996", "2003", "2007", "2021-10-04", "2021-05"],
        id="years long gone in a report of today",
    ),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_the_year_of_a_bare_date(read: Reader, text: str, expected: list[str]) -> None:
    assert [t.value for t in read(text, PUBLISHED)] == expected


PEOPLE = [
    pytest.param("Warden John May left. They say May knew.", ["John May"], [], id="a surname"),
    pytest.param(
        "Guard Friday Phiri left. Friday denies it.", [], [], id="a weekday behind a role"
    ),
    pytest.param(
        "Guard Friday Phiri left. He came back on Friday.",
        [],
        ["2021-10-01"],
        id="the weekday, too",
    ),
    pytest.param("June Parker came, but June had to wait.", ["June Parker"], [], id="a given name"),
    pytest.param("John May left. He came in May.", ["John May"], ["2021-05"], id="the month, too"),
    pytest.param("Guard Nero March left. March knew.", ["Guard Nero"], [], id="a name cut short"),
    pytest.param(
        "He saw Nero. Nero March 3 left.", ["Nero"], ["2021-03-03"], id="a date behind a name"
    ),
    pytest.param("Nero August, 29, drowned. He said August fell.", [], [], id="behind it an age"),
    pytest.param("Judge Nero March left. For March it was odd.", [], [], id="before it a role"),
    pytest.param("Sisters April and May Nero left.", [], [], id="two of one family"),
    pytest.param("He left Osh in March, a warm one.", [], ["2021-03"], id="no name before it"),
    pytest.param("John Doe left in May.", ["John Doe"], ["2021-05"], id="nobody of that name"),
]


@pytest.mark.parametrize(("text", "people", "values"), PEOPLE)
def test_a_month_that_is_a_person(
    read: Reader, text: str, people: list[str], values: list[str]
) -> None:
    found = read(text, PUBLISHED, people=tuple(people))
    assert [t.value for t in found] == values

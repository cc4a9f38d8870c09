"""What an expression hangs on: the day of publication, the last date of the story, the verb."""

from datetime import date

import pytest

from tests.annotate.timex.conftest import Reader

# (text, values in order), published on Wednesday, 24 April 2019.
STORY = [
    # the last date of the story, not the day of publication
    (
        "Relatives said on April 20 that cars had entered the prison the previous day.",
        ["2019-04-20", "2019-04-19"],
    ),
    ("He was hurt on January 5. The next day people came.", ["2019-01-05", "2019-01-06"]),
    ("In May 2016 he left. The following year he came back.", ["2016-05", "2017"]),
    ("Held in October 2016, he was moved two months later.", ["2016-10", "2016-12"]),
    ("On June 9, 2014 they protested; on the same day they were freed.", ["2014-06-09"] * 2),
    ("In 2002 two men died. The same year a third did.", ["2002", "2002"]),
    # ... and where there is none, publication
    ("Cars entered the prison the previous day.", ["2019-04-23"]),
    # an apposition tells the day outright
    ("The clip appeared a week earlier, on April 2.", ["2019-04-02"] * 2),
    ("As the paper writes, on the eve, April 22, relatives came.", ["2019-04-22"] * 2),
    # a narrative of another year goes on in that year
    ("On April 14, 1997, it began. It was crushed on April 17.", ["1997-04-14", "1997-04-17"]),
    # ... but what is near the publication is of its own year
    ("Jailed since June 2012, he fell ill on April 20.", ["2012-06", "2019-04-20"]),
    # a list or range shares the year that is printed once
    ("In April and May 2018, they met.", ["2018-04", "2018-05"]),
    ("in February and March this year", ["2019-02", "2019-03"]),
    ("from November to February 2018", ["2017-11", "2018-02"]),
    # "a year earlier" beside a quarter is that quarter
    ("Sales fell in the first quarter of 2018 from a year earlier.", ["2018-Q1", "2017-Q1"]),
    # a time of day belongs to the day of its sentence
    ("On April 3 he was called at 15:25.", ["2019-04-03", "2019-04-03T15:25"]),
]


@pytest.mark.parametrize(("text", "values"), STORY, ids=[t for t, _ in STORY])
def test_the_chain_of_reference(read: Reader, text: str, values: list[str]) -> None:
    assert [t.value for t in read(text)] == values


TENSE = [
    # the same weekday, told of and to come; the day's own name is today
    ("He was freed on Friday.", "2019-04-19"),
    ("He will be freed on Friday.", "2019-04-26"),
    ("The court is to consider it on Friday.", "2019-04-26"),
    ("Police said on Friday that it will go on.", "2019-04-19"),
    ("He was freed on Wednesday.", "2019-04-24"),
    ("He will stay in custody until Friday.", "2019-04-26"),
    # months
    ("He was freed in May.", "2018-05"),
    ("He will be freed in May.", "2019-05"),
    ("He had been freed in June.", "2018-06"),
    ("The vote is expected in January.", "2020-01"),
    # "last", "this", "next"
    ("last Wednesday", "2019-04-17"),
    ("next Wednesday", "2019-05-01"),
    ("this Friday", "2019-04-26"),
    ("last April", "2018-04"),
    ("next April", "2020-04"),
    ("late last July", "2018-07"),
]


@pytest.mark.parametrize(("text", "value"), TENSE, ids=[t for t, _ in TENSE])
def test_which_one_is_meant(read: Reader, text: str, value: str) -> None:
    assert [t.value for t in read(text)] == [value]


WITHOUT_BASE = [
    ("on Friday", "XXXX-WXX-5"),
    ("on April 24", "XXXX-04-24"),
    ("in January", "XXXX-01"),
    ("yesterday", "XXXX-XX-XX"),
    ("last week", "XXXX-WXX"),
    ("in the third quarter", "XXXX-Q3"),
    ("in the winter of last year", "XXXX-WI"),
    ("on Friday night", "XXXX-WXX-5TNI"),
    ("at 10:30 a.m.", "XXXX-XX-XXT10:30"),
]


@pytest.mark.parametrize(("text", "value"), WITHOUT_BASE, ids=[t for t, _ in WITHOUT_BASE])
def test_without_a_base_nothing_is_invented(read: Reader, text: str, value: str) -> None:
    assert [t.value for t in read(text, None)] == [value]


def test_without_a_base_the_years_that_the_text_prints_count(read: Reader) -> None:
    text = "Sent to a camp since the beginning of August. Picked up on 7 September 2010."
    assert [t.value for t in read(text, None)] == ["2010-08", "2010-09-07"]


def test_what_a_value_was_resolved_against_is_told(read: Reader) -> None:
    first, second = read("On April 20 he wrote. The next day he was moved.")
    assert (first.anchor, second.anchor) == ("2019-04-24", "2019-04-20")


def test_a_text_on_years_long_gone_is_read_from_within(read: Reader) -> None:
    text = (
        "War began in September 1939. France fell in June 1940. In June 1941 the front moved east. "
        "In December, it froze. In April 1942 it thawed, and on 8 May 1945 it ended."
    )
    assert "1941-12" in [t.value for t in read(text, date(2019, 4, 24))]

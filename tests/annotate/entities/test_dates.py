"""From readings to the record's dates: what counts, and which mentions are one entry."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy

from custody_records.annotate.timex.tagger import TimexTagger
from custody_records.contract import Date
from custody_records.rulebook import rules_dir
from tests.resolved import resolved

PUBLISHED = date(2019, 4, 24)
Gather = Callable[..., list[Date]]


@pytest.fixture(scope="module")
def dates() -> Gather:
    nlp, tagger = spacy.blank("en"), TimexTagger(rules_dir())

    def gathered(text: str, published: date | None = PUBLISHED) -> list[Date]:
        doc = nlp.make_doc(text)
        doc._.published = published
        return resolved(tagger(doc), "dates")

    return gathered


CASES = [
    # a day, a week, a month, a quarter, a season, a year, a decade, a century
    ("on April 3", [("2019-04-03", None, None)]),
    ("last week", [("2019-W16", None, None)]),
    ("over the weekend", [("2019-W16-WE", None, None)]),
    ("in March", [("2019-03", None, None)]),
    ("in the first quarter of 2018", [("2018-Q1", None, None)]),
    ("in the summer of 2010", [("2010-SU", None, None)]),
    ("in the 1990s", [("199", None, None)]),
    ("in the 21st century", [("20", None, None)]),
    # ranges have both ends and one mention
    ("between 1 and 3 May 2018", [("2018-05-01", "2018-05-03", None)]),
    ("from 2001 to 2012", [("2001", "2012", None)]),
    ("the 1930s-40s", [("193", "194", None)]),
    ("in April and May 2018", [("2018-04", None, None), ("2018-05", None, None)]),
    # modifiers
    ("late on April 3", [("2019-04-03", None, "END")]),
    ("at the end of 2014", [("2014", None, "END")]),
    ("in mid-November 2014", [("2014-11", None, "MID")]),
    ("in early January 2018", [("2018-01", None, "START")]),
    ("before 14 March 2018", [("2018-03-14", None, "BEFORE")]),
    ("after 2015", [("2015", None, "AFTER")]),
    ("since 2018", [("2018", None, None)]),
    ("around 2010", [("2010", None, "APPROX")]),
    # what was printed bare and modified is one entry with the modifier
    ("In January it rained; at the end of January it snowed.", [("2019-01", None, "END")]),
    # the day of a time counts if the expression names it
    ("on the night of April 12", [("2019-04-12", None, None)]),
    ("on Monday morning", [("2019-04-22", None, None)]),
    # vague ones, ages, durations, sets and bare times do not
    ("recently, now, in recent years, for 30 years, 36 years old, every Monday", []),
    ("at 10:30 a.m., in the morning, in winter, guarded 24/7", []),
    ("Since 9/11", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t for t, _ in CASES])
def test_what_counts(
    dates: Gather, text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(d.value, d.end, d.modifier) for d in dates(text)] == expected


def test_mentions_of_one_day_are_one_entry(dates: Gather) -> None:
    text = "On April 23 he wrote; the next day, on Wednesday, today, he was moved."
    found = dates(text)
    assert [(d.value, [m.text for m in d.mentions]) for d in found] == [
        ("2019-04-23", ["April 23"]),
        ("2019-04-24", ["the next day", "Wednesday", "today"]),
    ]


def test_a_range_is_mentioned_as_a_whole(dates: Gather) -> None:
    (found,) = dates("He was held from 1 May 2018 to 3 June 2018.")
    assert [m.text for m in found.mentions] == ["1 May 2018 to 3 June 2018"]


def test_without_a_base_a_weekday_or_yesterday_is_no_date(dates: Gather) -> None:
    assert dates("On Friday, yesterday, last week and in the third week.", None) == []


def test_the_end_of_a_range_that_nothing_dates_is_none(dates: Gather) -> None:
    text = "He was held from 1 May 2018 until today, and from 3 June 2018 until the third week."
    assert {(d.value, d.end) for d in dates(text, None)} == {
        ("2018-05-01", None),
        ("2018-06-03", None),
    }


def test_the_pages_own_date_line_is_no_date_of_the_story(dates: Gather) -> None:
    assert dates("Posted on April 24, 2019 by admin\n\nHe was freed.\n") == []
    assert dates("Updated 13 May 2019 10:00\nHe was freed.\n") == []
    # the dateline of running text is one
    assert [d.value for d in dates("Almaty. April 24. KazTAG - He was freed.\n")] == ["2019-04-24"]
    # a line with another day is no publication line of this text
    assert [d.value for d in dates("Case No. 5\n24 July 2018\n\nHe was freed.\n")] == ["2018-07-24"]


def test_a_value_tells_what_it_was_resolved_against(dates: Gather) -> None:
    (found,) = dates("He was freed on April 3.")
    assert [(p.by, p.id, p.base) for p in found.provenance] == [
        ("rule", "date.month-day", "2019-04-24")
    ]

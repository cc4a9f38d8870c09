"""Complete calendar strings of unusual forms go to dateparser, once each, and nothing else does."""

import pytest

from custody_records.annotate.timex import complete
from tests.annotate.timex.conftest import Reader

UNUSUAL = "Wed Oct 26 15:50:06 2016"


def test_a_delimited_complete_string_is_read(read: Reader) -> None:
    (found,) = read(f"It is stamped {UNUSUAL} by hand.", dates=(UNUSUAL,))
    assert (found.value, found.rule, found.type) == ("2016-10-26", complete.RULE, "DATE")


@pytest.mark.parametrize(
    "text",
    [
        "April 24, 2019",  # the grammar's own
        "the day after May 2019",  # no day
        "July 2020 to 4 years",  # a number, and no day of the month
        "late in May of the year 99999, 12",  # no year
        "x" * 50 + " 12 May 2019",  # too long to be a date
    ],
)
def test_nothing_else_is(read: Reader, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(complete, "parse", asked.append)
    read(f"on {text} he", dates=(text,))
    assert asked == []

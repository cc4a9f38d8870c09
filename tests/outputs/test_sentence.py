"""Events in words, days at the precision that they are told with, statutes and penalties."""

from datetime import date
from typing import Any

import pytest

from custody_records.outputs import labels
from custody_records.outputs.basis import UnknownBasisError, stated_only, told
from custody_records.outputs.calendar_days import first_day, precision_of
from custody_records.outputs.sentence import sentence

STATED = {"facility": "sentence", "place": "reference", "date": "sentence"}


def _event(**changes: Any) -> dict[str, Any]:
    return {
        "type": "torture_or_ill_treatment",
        "status": "alleged",
        "facility": "LA-155/8",
        "place": "Zarechny",
        "date": "2019-07",
        "subjects": ["inmates"],
        "actors": ["guards"],
        "sources": ["relatives"],
        "basis": STATED,
        **changes,
    }


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            _event(),
            "Torture or ill-treatment: inmates; by guards; at LA-155/8, Zarechny; July 2019. "
            "Alleged by relatives.",
            id="all that an event can have",
        ),
        pytest.param(
            _event(basis={**STATED, "place": "article", "date": "paragraph"}, sources=[]),
            "Torture or ill-treatment: inmates; by guards; at LA-155/8, Zarechny (?); July 2019 "
            "(?). Alleged.",
            id="what is inferred is marked",
        ),
        pytest.param(
            _event(
                type="escape", status="reported", facility=None, place=None, date=None,
                subjects=[], actors=[], sources=[],
            ),
            "Escape. Reported.",
            id="nothing but a type",
        ),
        pytest.param(
            _event(facility="Karlag", place="Karlag", date="XXXX-04-24", actors=[], sources=[]),
            "Torture or ill-treatment: inmates; at Karlag; 24 April. Alleged.",
            id="a place that is the facility's name stands once, a day may have no year",
        ),
    ],
)  # fmt: skip
def test_an_event_reads_as_a_sentence(event: dict[str, Any], expected: str) -> None:
    assert sentence(event) == expected


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        pytest.param("2019-07-31", date(2019, 7, 31), "day", id="day"),
        pytest.param("2019-07", date(2019, 7, 1), "month", id="month"),
        pytest.param("2019", date(2019, 1, 1), "year", id="year"),
        pytest.param("2019-W16", date(2019, 4, 15), "week", id="week"),
        pytest.param("2019-W16-WE", date(2019, 4, 20), "weekend", id="weekend"),
        pytest.param("2019-Q3", date(2019, 7, 1), "quarter", id="quarter"),
        pytest.param("2019-H2", date(2019, 7, 1), "half year", id="half year"),
        pytest.param("2019-SU", date(2019, 6, 1), "season", id="season"),
        pytest.param("199", date(1990, 1, 1), "decade", id="decade"),
        pytest.param("20", date(2000, 1, 1), "century", id="century"),
        pytest.param("XXXX-04-24", None, "no year", id="a day without its year"),
        pytest.param(None, None, None, id="no day"),
    ],
)
def test_a_value_has_a_first_day_and_a_precision(
    value: str | None, day: date | None, precision: str | None
) -> None:
    assert (first_day(value), precision_of(value)) == (day, precision)


@pytest.mark.parametrize(
    ("penalty", "expected"),
    [
        pytest.param(("imprisonment", 1, 5, "year"), "imprisonment 1–5 years", id="a range"),
        pytest.param(
            ("imprisonment", None, 2, "year"), "imprisonment up to 2 years", id="an upper end"
        ),
        pytest.param(("arrest", 15, 15, "day"), "arrest 15 days", id="one length of many"),
        pytest.param(("arrest", 1, 1, "month"), "arrest 1 month", id="one of one"),
        pytest.param(("fine", 2000000, None, "tenge"), "fine 2,000,000 tenge", id="a sum"),
        pytest.param(("life", None, None, None), "life", id="life"),
    ],
)
def test_a_penalty_in_words(penalty: tuple[Any, ...], expected: str) -> None:
    entry = dict(zip(("kind", "min", "max", "unit"), penalty, strict=True))
    assert labels.penalty(entry) == expected


def test_stated_and_inferred_values_are_told_apart() -> None:
    assert told(_event()) == "stated"
    assert told(_event(basis={**STATED, "date": "article"})) == "inferred"
    assert told(_event(basis=None)) == "unknown"
    assert told(_event(basis={**STATED, "date": "article"}, date=None)) == "stated"


def test_stated_only_blanks_what_is_inferred() -> None:
    event = _event(basis={**STATED, "place": "paragraph"})
    record = {"article": {"id": "a"}, "events": [event]}
    (found,) = stated_only(record)["events"]
    assert (found["facility"], found["place"], found["date"]) == ("LA-155/8", None, "2019-07")
    assert event["place"] == "Zarechny"
    with pytest.raises(UnknownBasisError, match="a: an event does not tell"):
        stated_only({"article": {"id": "a"}, "events": [_event(basis=None)]})

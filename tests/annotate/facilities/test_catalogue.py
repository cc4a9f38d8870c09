"""Every spelling of the catalogue reads as it should, and no look-alike reads at all."""

import pytest

from custody_records.contract import Facility
from tests.annotate.facilities.catalogue import LOOKALIKES, ROWS
from tests.annotate.facilities.conftest import Read


def shown(facility: Facility) -> str:
    main = facility.code or f"name:{facility.name}"
    others = [*facility.aliases]
    if facility.code and facility.name:
        others.append(f"name:{facility.name}")
    return " = ".join([main, *others])


@pytest.mark.parametrize(
    ("row", "text", "country", "expected"), ROWS, ids=[f"{r[0]}: {r[1]}" for r in ROWS]
)
def test_spelling(read: Read, row: int, text: str, country: str | None, expected: str) -> None:
    assert ", ".join(shown(f) for f in read(text, country)) == expected


@pytest.mark.parametrize(("row", "text"), LOOKALIKES, ids=[f"{r[0]}: {r[1]}" for r in LOOKALIKES])
@pytest.mark.parametrize("country", [None, "KZ", "TJ"])
@pytest.mark.parametrize("around", ["{}", "In the prison, {} was seen by inmates."])
def test_lookalike(read: Read, row: int, text: str, country: str | None, around: str) -> None:
    """Neither alone nor in a text that speaks of prisons, whatever country it is about."""
    assert [shown(f) for f in read(around.format(text), country)] == []

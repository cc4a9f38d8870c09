"""How an event got its facility, place and date: stated by its own sentence, or inferred.

``basis`` of an event tells it a value (contract, section 2): ``sentence`` and ``reference`` are
stated, ``paragraph`` and ``article`` are inferred from what stands around.
"""

from typing import Any

SETTINGS = ("facility", "place", "date")
_INFERRED = frozenset({"paragraph", "article"})


class UnknownBasisError(ValueError):
    """Records that do not tell how their values came about."""


def basis_of(event: dict[str, Any], setting: str) -> str | None:
    """Return how a value of an event was tied to it; None without a value or where untold."""
    basis: str | None = (event.get("basis") or {}).get(setting)
    return basis


def inferred(event: dict[str, Any]) -> tuple[str, ...]:
    """Return those of facility, place and date that the event's own sentence does not state."""
    return tuple(
        setting
        for setting in SETTINGS
        if event.get(setting) is not None and basis_of(event, setting) in _INFERRED
    )


def told(event: dict[str, Any]) -> str:
    """Return ``stated``, ``inferred`` (a value of the three is) or ``unknown`` (older records)."""
    if inferred(event):
        return "inferred"
    known = all(basis_of(event, setting) for setting in SETTINGS if event.get(setting) is not None)
    return "stated" if known else "unknown"


def stated_only(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record whose events keep a facility, place and date only where it is stated.

    Raises UnknownBasisError for an event that has one and does not tell its basis.
    """
    if not record.get("events"):
        return record
    return {**record, "events": [_stated(record, event) for event in record["events"]]}


def _stated(record: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    if told(event) == "unknown":
        raise UnknownBasisError(
            f"{record['article']['id']}: an event does not tell whether its values are stated; "
            "the records are an older version's: run extract again"
        )
    blank = dict.fromkeys(inferred(event))
    return {**event, **blank, "basis": {**event["basis"], **blank}} if blank else event

"""An event as one line that can be read aloud, from what its record holds and nothing more."""

from typing import Any

from custody_records.outputs.basis import inferred
from custody_records.outputs.labels import spoken

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def sentence(event: dict[str, Any]) -> str:
    """Return an event in words, what was inferred marked with a question mark.

    "Torture or ill-treatment: inmates; by guards; at LA-155/8, Zarechny (?); July 2019. Alleged
    by relatives."
    """
    doubtful = inferred(event)

    def set_in(setting: str) -> str | None:
        value = day(event[setting]) if setting == "date" else event[setting]
        return f"{value} (?)" if value and setting in doubtful else value

    places = [set_in("facility"), None if event["place"] == event["facility"] else set_in("place")]
    where = ", ".join(place for place in places if place)
    parts = [
        ", ".join(event["subjects"]),
        f"by {', '.join(event['actors'])}" if event["actors"] else "",
        f"at {where}" if where else "",
        set_in("date") or "",
    ]
    told = "; ".join(part for part in parts if part)
    what = _capital(spoken(event["type"]))
    head = f"{what}: {told}." if told else f"{what}."
    by = f" by {', '.join(event['sources'])}" if event["sources"] else ""
    return f"{head} {_capital(spoken(event['status']))}{by}."


def day(value: str | None) -> str | None:
    """Return a day or month in words; other forms of dates as they are."""
    parts = (value or "").split("-")
    if not 2 <= len(parts) <= 3 or not all(part.isdigit() for part in parts[1:]):
        return value
    words = [str(int(parts[2]))] if len(parts) == 3 else []
    words.append(_MONTHS[int(parts[1]) - 1])
    return " ".join([*words, *([parts[0]] if parts[0].isdigit() else [])])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

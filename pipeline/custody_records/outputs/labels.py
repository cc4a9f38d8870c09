"""The contract's values as people read them: ``self_harm_or_suicide`` is "self-harm or suicide"."""

from typing import Any

_HYPHENS = {"ill treatment": "ill-treatment", "self harm": "self-harm", "pretrial": "pre-trial"}


def spoken(value: str) -> str:
    """Return a value of a closed list in words."""
    text = value.replace("_", " ")
    for plain, printed in _HYPHENS.items():
        text = text.replace(plain, printed)
    return text


def statute(entry: dict[str, Any]) -> str:
    """Return a statute in one line: instrument, country, article, part, point, offence."""
    numbers = [
        f"{word} {entry[part]}"
        for part, word in (("article", "art."), ("part", "part"), ("point", "point"))
        if entry[part]
    ]
    country = f" ({entry['jurisdiction']})" if entry["jurisdiction"] else ""
    line = ", ".join([(entry["instrument"] or "unknown instrument") + country, *numbers])
    return f"{line}: {entry['offence']}" if entry["offence"] else line


def amount(low: Any, high: Any) -> str:
    """Return a number or a range of two, either of which may be missing."""
    if low is None or low == high:
        return "" if high is None else f"up to {_number(high)}" if low is None else _number(low)
    return _number(low) if high is None else f"{_number(low)}–{_number(high)}"


def penalty(entry: dict[str, Any]) -> str:
    """Return a penalty in one line: "imprisonment 1–5 years"."""
    count = amount(entry["min"], entry["max"])
    unit = entry["unit"] or ""
    plural = "s" if unit in _UNITS and count != "1" else ""
    return " ".join(part for part in (spoken(entry["kind"]), count, unit + plural) if part)


def figure(entry: dict[str, Any]) -> str:
    """Return a figure in one line: "at least 80 people, were hurt"."""
    words = (spoken(entry["qualifier"] or ""), amount(entry["value"], entry["max"]), entry["unit"])
    line = " ".join(word for word in words if word)
    return f"{line}, {entry['predicate']}" if entry["predicate"] else line


_UNITS = frozenset({"day", "week", "month", "year", "hour"})


def _number(value: float) -> str:
    return f"{value:,.12g}"

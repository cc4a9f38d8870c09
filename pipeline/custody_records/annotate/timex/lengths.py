"""How long: TIMEX3 values of durations and of the steps of sets."""

_LETTER: dict[str, tuple[str, float]] = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1),
    "night": ("D", 1), "week": ("W", 1), "fortnight": ("W", 2), "weekend": ("WE", 1),
    "month": ("M", 1), "quarter": ("Q", 1), "half": ("M", 6), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100), "millennium": ("Y", 1000),
}  # fmt: skip
# An unknown number of decades is not an unknown number of years.
_VAGUE_LETTER = {"decade": "DE", "century": "CE", "millennium": "ML"}


def period_value(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """Return the TIMEX3 value of a length: ``P3Y``, ``PT30M``, ``P3M26D``, ``PXY``, ``P2.5Y``."""
    date, time = "", ""
    for count, unit in amounts:
        letter, factor = _LETTER[unit]
        if count is None:
            date, time = _joined(date, time, "X", _VAGUE_LETTER.get(unit, letter))
        elif unit == "hour" and count < 1:  # "half an hour"
            date, time = _joined(date, time, f"{count * 60:g}", "TM")
        else:
            date, time = _joined(date, time, f"{count * factor:.10g}", letter)
    return "P" + date + ("T" + time if time else "")


def _joined(date: str, time: str, number: str, letter: str) -> tuple[str, str]:
    if letter.startswith("T"):
        return date, time + number + letter[1:]
    return date + number + letter, time

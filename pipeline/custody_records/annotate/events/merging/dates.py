"""Whether two dates of events may be one date."""

from datetime import date

from custody_records.contract.date import is_day

_WEEK = len("2018-W45")


def may_be_one(one: str, other: str) -> bool:
    """Tell whether two TIMEX3 values are equal, or one lies within the other."""
    if one.startswith(other) or other.startswith(one):
        return True
    weekly = "-W" in one or "-W" in other
    return weekly and bool(_week(one)) and _week(one) == _week(other)


def finest(values: list[str]) -> str | None:
    """Return the value that says most, the first of several; None if there are none."""
    return max(values, key=lambda value: len(value.replace("-W", "")), default=None)


def _week(value: str) -> str:
    """Return the ISO week of a day or week, else nothing."""
    if "-W" in value:
        return value[:_WEEK]
    if is_day(value) and value[:4].isdigit():
        year, week, _ = date.fromisoformat(value).isocalendar()
        return f"{year}-W{week:02}"
    return ""

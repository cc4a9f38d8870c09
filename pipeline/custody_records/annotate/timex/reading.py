"""What one time expression says, in TIMEX3 terms."""

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """``value`` is TIMEX3/ISO 8601; ``anchor`` is the value it was resolved against.

    Of a range the first expression has the last one's value in ``end_value`` and the end of the
    whole span in ``range_end``; the last is marked ``closes_range``. ``borrowed`` tells that
    the expression names no day itself ("in the morning", "to end the day"): its day was told
    elsewhere. ``mod`` has TIMEX3's values.
    """

    start: int
    end: int
    rule: str
    type: TimexType
    value: str
    end_value: str | None = None
    range_end: int | None = None
    closes_range: bool = False
    mod: str | None = None
    anchor: str | None = None
    borrowed: bool = False

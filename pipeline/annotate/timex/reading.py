"""What one time expression says, in TIMEX3 terms."""

from dataclasses import dataclass
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """``value`` is TIMEX3/ISO 8601; ``anchor`` is the value it was resolved against."""

    start: int
    end: int
    rule: str
    type: TimexType
    value: str
    end_value: str | None = None
    mod: str | None = None
    anchor: str | None = None

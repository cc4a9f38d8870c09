"""Where an expression stands, for those who resolve it."""

from collections.abc import Callable
from dataclasses import dataclass

from custody_records.annotate.timex.moment import Moment
from custody_records.annotate.timex.tense import Tense


@dataclass(frozen=True, slots=True)
class Place:
    """An expression's characters, the tense of its verb when asked, and what it must come after.

    ``after`` is the first value of a range of which the expression
    is the last; ``opens`` tells that it is the first itself.
    """

    start: int
    end: int
    tense: Callable[[], Tense | None]
    after: Moment | None = None
    opens: bool = False

"""How far a person has come with an article's gold: only what is reviewed counts.

A record says so under ``state``. A record without it was written by hand and counts.
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

State = Literal["untouched", "in_work", "reviewed"]
STATES: tuple[State, ...] = get_args(State)


def state_of(record: Mapping[str, Any]) -> State | None:
    """Return a gold record's state, None if it tells none. Raises ValueError for another word."""
    state = record.get("state")
    if state is not None and state not in STATES:
        raise ValueError(f"state {state!r} is none of {', '.join(STATES)}")
    return state

"""A unit of a citation: its marker's level and its numbers, brackets and ranges read out."""

import re
from dataclasses import dataclass, field

from custody_records.annotate.statutes import numbers
from custody_records.annotate.statutes.rules import Level, Marker

LONGEST_RANGE = 120


@dataclass(slots=True)
class Value:
    """One number or letter as printed; ``brackets`` hold what stands behind it, level by level."""

    text: str
    start: int
    end: int
    brackets: list[list[str]] = field(default_factory=list)
    inner: "list[Unit]" = field(default_factory=list)
    lost_index: tuple[str, int] | None = None
    gloss: tuple[int, int] | None = None  # "204.1 (counterfeiting) and 228.1 (...)"
    antecedent: str | None = None  # same, latter, former


@dataclass(slots=True)
class Unit:
    """A marker with its values; ``join`` tells how it follows the unit before it."""

    marker: Marker
    level: Level
    values: list[Value]
    start: int
    end: int
    plural: bool
    join: str = "start"


def bracket(text: str, at: int, also: re.Pattern[str]) -> tuple[list[str], int]:
    """Return (what a bracket opened before ``at`` holds, its end); nothing if it is a gloss.

    ``also`` is what joins the numbers of a list.
    """
    held: list[str] = []
    while True:
        found = numbers.IN_BRACKET.match(text, at)
        if not found:
            return [], at
        held.append("1" if found[0] == "l" else found[0])
        at = found.end()
        if text[at : at + 1] == ")":
            return held, at + 1
        ranged = re.compile(rf"[{numbers.DASH}](\d{{1,2}})\)").match(text, at)
        if ranged and held[-1].isdigit() and int(held[-1]) < int(ranged[1]):
            held.extend(str(n) for n in range(int(held[-1]) + 1, int(ranged[1]) + 1))
            return held, ranged.end()
        joined = also.match(text, at)
        if not joined or len(held) > 20:
            return [], at
        at = joined.end()


def in_bracket(text: str, at: int) -> bool:
    """Tell whether a bracket stands open before ``at``: "41 (part 2)" keeps its bracket."""
    return text.rfind("(", max(0, at - 40), at) > text.rfind(")", max(0, at - 40), at)


def expanded(values: list[Value], plural: bool) -> list[Value]:
    """Replace a range in one word ("272-274") by its numbers."""
    listed = plural or len(values) > 1
    result: list[Value] = []
    for value in values:
        within = numbers.inner_range(value.text) if listed else []
        if within:  # "Articles 205-205.6"
            result.extend(Value(number, value.start, value.end) for number in within)
            continue
        bounds = numbers.bounds(value.text, listed)
        if bounds is None or bounds[1] - bounds[0] > LONGEST_RANGE:
            result.append(value)
            continue
        low, high = bounds
        result.extend(Value(str(n), value.start, value.end) for n in range(low, high))
        result.append(Value(str(high), value.start, value.end, value.brackets, value.inner))
    return result

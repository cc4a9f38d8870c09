"""What one counted number says."""

from dataclasses import dataclass

from pipeline.contract.values import Qualifier


@dataclass(frozen=True, slots=True)
class FigureReading:
    """``start`` and ``end`` are the exact offsets of number and unit in characters.

    ``head`` is the unit's head noun. ``definite`` points back ("the two men"), ``apart`` sets the
    counted things apart from those named before ("two more prisoners"), ``elliptical`` says that
    the unit was taken from elsewhere; ``person`` that human beings are counted; ``part`` that they
    are some of a larger number ("including two minors"). ``bound`` is the id of the rule that made
    the qualifier.
    """

    start: int
    end: int
    rule: str
    value: int | float
    unit: str
    max: int | float | None = None
    qualifier: Qualifier | None = None
    predicate: str | None = None
    head: str = ""
    person: bool = False
    definite: bool = False
    apart: bool = False
    elliptical: bool = False
    part: bool = False
    bound: str | None = None

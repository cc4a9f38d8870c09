"""What one counted number says."""

from dataclasses import dataclass

from custody_records.contract.values import Qualifier


@dataclass(frozen=True, slots=True)
class FigureReading:
    """``start`` and ``end`` are the exact offsets of number and unit in characters.

    ``head`` is the unit's head noun; ``bound`` the id of the rule that made the qualifier.
    ``person``: human beings are counted; ``general``: the noun says nothing else of them.
    ``definite``: it points back ("the two men"); ``apart``: it sets its things apart from those
    named before ("two more prisoners"). ``elliptical``: the unit was taken from elsewhere.
    ``part``: these are some of a larger number ("including two minors"); ``aside``: they stand in
    a relative clause ("in which 74 people died"), beyond whose sentence no ellipsis means them.
    ``speaks``: they are the ones who say what follows.
    ``in_title``: it stands in the title; ``in_table``: in a cell, with its label for a unit.
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
    general: bool = False
    definite: bool = False
    apart: bool = False
    elliptical: bool = False
    part: bool = False
    aside: bool = False
    speaks: bool = False
    in_title: bool = False
    in_table: bool = False
    bound: str | None = None

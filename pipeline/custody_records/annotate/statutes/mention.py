"""A named instrument in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """``body[start:end]`` names an instrument.

    ``name`` is canonical; None for a generic word ("the same code") that asks for the last
    instrument of its ``kind``. ``code`` is what ``in_force.csv`` calls its kind. ``beside``: it
    counts only beside an article's number. ``unit``: whether it counts articles or rules;
    ``limit``: the highest number it has. ``domestic``: many countries have one of that name.
    ``foreign``: "of" something that no table of countries has.
    """

    start: int
    end: int
    rule: str
    name: str | None
    kind: str
    jurisdiction: str | None = None
    code: str | None = None
    beside: bool = False
    unit: str = "article"
    limit: int | None = None
    domestic: bool = False
    foreign: bool = False

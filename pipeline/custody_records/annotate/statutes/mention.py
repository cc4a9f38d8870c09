"""A named instrument in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """``body[start:end]`` names an instrument.

    ``name`` is canonical; None for a generic word ("the same code") that asks for the last
    instrument of its ``kind``. ``code`` is what ``in_force.csv`` calls its kind. ``beside``: it
    counts only beside an article's number. ``unit``: whether it counts articles or rules;
    ``limit``: the highest number it has. ``domestic``: many countries have one of that name.
    ``foreign``: "of" something that no table of countries has. ``titled``: found by the way titles
    are printed, and not in a list. ``dated``: its year stands behind a word that also announces
    numbers. ``numbered``: known by its own number ("Law No. 396"). ``implied``: the text does not
    print it ("charged under Article 7", of the criminal code). ``direct``: its numbers stand
    behind it without a word ("18 U.S.C. 2339B"). ``volume``: a title of the United States Code.
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
    titled: bool = False
    dated: bool = False
    numbered: bool = False
    implied: bool = False
    direct: bool = False
    volume: str | None = None

"""One expression found in a text, not yet resolved."""

from dataclasses import dataclass
from typing import Literal

from custody_records.annotate.timex.forms import Form
from custody_records.annotate.timex.grammar import Found

Link = Literal["", "opens", "closes"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression: its characters, its form, and its place in a range."""

    start: int
    end: int
    form: Form
    rule: str
    link: Link = ""
    loose: bool = False


def piece(found: Found, form: Form) -> list[Piece]:
    """Return a match's whole extent as its one expression."""
    loose = bool(found.rule.set.get("loose"))
    return [Piece(found.start, found.end, form, found.rule.id, loose=loose)]


def part_of(found: Found, first: int, last: int, form: Form, link: Link = "") -> Piece:
    """Return the lexemes ``first`` to ``last`` (included) of a match as an expression."""
    lexemes = found.lexemes
    return Piece(lexemes.starts[first], lexemes.ends[last], form, found.rule.id, link)


def cut_of(found: Found, index: int) -> tuple[int, int]:
    """Return where a run like "12-13" begins, and where its dash stands, in characters."""
    at, run = found.lexemes.starts[index], found.lexemes.surface(index)
    return at, at + next(i for i, mark in enumerate(run) if not mark.isdigit())

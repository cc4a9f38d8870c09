"""Differences and changes as lines on a terminal, grouped by field or by article."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Literal

from rich.text import Text

from custody_records.compare.against import TURNS, Change
from custody_records.compare.context import Bodies
from custody_records.compare.differences import KINDS, Difference

Group = Literal["field", "article"]
_COLOURS = {
    "missing": "yellow",
    "spurious": "red",
    "wrong_value": "magenta",
    "wrong_attribute": "cyan",
    "newly_right": "green",
    "newly_wrong": "red",
    "still_wrong": "dim",
}


def differences(found: Iterable[Difference], group: Group, bodies: Bodies) -> Iterator[Text]:
    """Yield the lines: a heading a group, then a line a difference with its sentence."""
    heading, other = _order(group)
    ranked = sorted(found, key=lambda d: (heading(d), KINDS.index(d.kind), other(d), d.describe()))
    for name, members in groupby(ranked, key=heading):
        yield Text(f"\n{name}", style="bold")
        for one in members:
            yield _line(one.kind, other(one), one.describe(), one.rules)
            sentence = bodies.sentence(one.article, one.ours or one.gold)
            if sentence:
                yield Text(f"      {sentence}", style="dim")


def changes(found: Iterable[Change], group: Group, bodies: Bodies) -> Iterator[Text]:
    """Yield the lines of what is newly right or newly wrong; errors that stay are counted only."""
    heading, other = _order(group)
    ranked = sorted(found, key=lambda c: (heading(c), TURNS.index(c.turn), other(c), c.describe()))
    for name, members in groupby(ranked, key=heading):
        held = list(members)
        counted = ", ".join(
            f"{sum(c.turn == turn for c in held)} {turn.replace('_', ' ')}" for turn in TURNS
        )
        yield Text(f"\n{name}: {counted}", style="bold")
        for one in held:
            if one.turn != "still_wrong":
                yield _line(one.turn, other(one), one.describe(), ())
                sentence = bodies.sentence(one.article, one.entry)
                if sentence:
                    yield Text(f"      {sentence}", style="dim")


def _order(
    group: Group,
) -> tuple[Callable[[Difference | Change], str], Callable[[Difference | Change], str]]:
    if group == "field":
        return (lambda d: d.field), (lambda d: d.article)
    return (lambda d: d.article), (lambda d: d.field)


def _line(kind: str, where: str, what: str, rules: tuple[str, ...]) -> Text:
    line = Text(f"  {kind.replace('_', ' '):16}", style=_COLOURS[kind])
    line.append(f"{where}  ", style="default")
    line.append(what, style="default")
    if rules:
        line.append(f"  ({', '.join(rules)})", style="dim")
    return line

"""From a parsed group to single references: one article, one part, one point each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.annotate.statutes.grammar import Group
from custody_records.annotate.statutes.numbers import canonical
from custody_records.annotate.statutes.rule_files import Country
from custody_records.annotate.statutes.rules import Level
from custody_records.annotate.statutes.unit import Unit, Value
from custody_records.annotate.statutes.units import TOP

MOST = 400
_LETTER = re.compile(r"[A-Za-zа-яё]|[ivx]{1,5}|zh|kh|ts|ch|sh|yu|ya")


@dataclass(slots=True)
class Reference:
    """One rule as printed; what a dot or a bracket of ``number`` means is not decided yet.

    ``brackets`` are the values in brackets behind the article's number, one a level.
    ``antecedent`` is set where the article is "the same" or "the latter".
    """

    number: str | None
    part: str | None
    point: str | None
    brackets: tuple[str, ...]
    start: int
    end: int
    order: str | None = None
    lost_index: tuple[str, int] | None = None
    antecedent: str | None = None


def references(group: Group) -> Iterator[Reference]:
    """Yield every reference of a group: the product of its lists, at most ``MOST``."""
    top = group.top
    order = next((u for u in group.units if u.level == "order"), None)
    prefix = f"Order {order.values[0].text} Rule " if order and top and order is not top else None
    shared = [unit for unit in group.units if unit is not top and unit is not order]
    values: list[Value | None] = list(top.values) if top else [None]
    count = 0
    for index, value in enumerate(values):
        # "Articles 174, 405, part 2": the part is the last one's; "part 2 of Articles 174 and
        # 405": it is each one's.
        mine = shared if group.rises or index == len(values) - 1 else []
        units = [*(value.inner if value else []), *mine]
        for part, point, brackets in _below(units, value):
            if count >= MOST:
                return
            count += 1
            yield Reference(
                number=(canonical(value.text) or None) if value else None,
                part=part,
                point=point,
                brackets=brackets,
                start=value.start if value else group.units[0].start,
                end=value.end if value else group.units[-1].end,
                order=prefix,
                lost_index=value.lost_index if value else None,
                antecedent=value.antecedent if value else None,
            )


def _below(
    units: list[Unit], value: Value | None
) -> Iterator[tuple[str | None, str | None, tuple[str, ...]]]:
    """Yield (part, point, brackets of the article) for each combination below an article."""
    roles = _roles(units, bool(value and value.brackets))
    for bracket in _product(value.brackets if value else []):
        for part in roles["part"]:
            for point in roles["point"]:
                yield part[0], _joined(part[1], point), bracket


def _joined(deeper: str | None, point: str | None) -> str | None:
    """Return what is in a part's bracket together with a point: "paragraph 4 (2)" has point 2."""
    if deeper and point:
        return f"{deeper}({point})"
    return deeper or point


def _roles(units: list[Unit], bracketed: bool) -> dict[str, list]:  # type: ignore[type-arg]
    """Sort units below the article into parts and points by what stands beside them."""
    levels = {unit.level for unit in units}
    has_part = "part" in levels or "section" in levels
    parts: list[tuple[str | None, str | None]] = []
    points: list[str | None] = []
    for unit in units:
        role = _role(unit.level, levels, has_part, bracketed)
        for value in unit.values:
            # "paragraph “a” of Article 165-3": a letter is a point, whatever it is called
            role = "point" if unit.level == "paragraph" and is_letter(value.text) else role
            for bracket in _product(value.brackets):
                if role == "part":
                    parts.append((canonical(value.text), _nested(bracket)))
                else:
                    points.append(_nested((canonical(value.text), *bracket)))
    return {"part": parts or [(None, None)], "point": points or [None]}


def _role(level: Level, levels: set[Level], has_part: bool, bracketed: bool) -> str:
    if level == "part" or level in TOP:
        return "part"
    if level == "paragraph":
        return "point" if has_part or (bracketed and "subpoint" not in levels) else "part"
    if level == "item":
        return "part" if "subpoint" in levels and not has_part else "point"
    return "point"


def _product(brackets: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield every choice of one value a level: (2) (1, 6) gives (2, 1) and (2, 6)."""
    if not brackets:
        yield ()
        return
    for head in brackets[0]:
        for rest in _product(brackets[1:]):
            yield (head, *rest)


def _nested(levels: tuple[str, ...]) -> str | None:
    """Return levels below a part as one point: ("iii", "a") is "iii(a)"."""
    if not levels:
        return None
    return levels[0] + "".join(f"({level})" for level in levels[1:])


def is_letter(text: str) -> bool:
    """Tell a letter or small numeral of a list (a, e, ii) from a number."""
    return bool(_LETTER.fullmatch(text))


def read_number(
    reference: Reference, signs: Country, inserted: frozenset[str], undivided: frozenset[str]
) -> tuple[str | None, str | None, str | None]:
    """Return (article, part, point) by what signs mean in the instrument's country.

    Bracket: Tajikistan's "307(1)" is article 307-1 where that exists; elsewhere part 1. Dot:
    Kyrgyzstan's "278.3" is part 3, Russia's "205.2" an article. Hyphen: "174-2" is part 2 of an
    article that has none inserted behind it. Letter: "505(a)" is point a, but in the United States
    Code subsection (a) is the part.
    """
    number, part, point = reference.number, reference.part, reference.point
    below = list(reference.brackets)
    if number is None:
        return None, part, point
    if signs.bracket == "index" and below and f"{number}-{below[0]}" in inserted:
        number = f"{number}-{below.pop(0)}"
        if part is None and not below:  # "Art. 307(1) para. 2": the bracket was no part after all
            part, point = point, None
    # "part 3 of Article 309.1": the part is told apart, so the dot is an index
    elif signs.dot == "part" and "." in number and number not in inserted and part is None:
        number, *rest = number.split(".")
        below = rest + below
    elif "-" in number and number not in inserted and number.partition("-")[0] in undivided:
        number, _, index = number.partition("-")
        below.insert(0, index)
    if reference.order:
        number = f"{reference.order}{number}"
    if below and part is None and (signs.letter == "part" or not is_letter(below[0])):
        part = below.pop(0)
    if below:
        point = _joined(_nested(tuple(below)), point)
    return number, part, point

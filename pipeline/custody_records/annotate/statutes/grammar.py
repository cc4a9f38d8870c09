"""Parse a citation: units that belong together, in either order, lists of them, carried parts.

``parse`` gives groups, each of them the units that name one rule or one list of rules:

- "cl. b, c part 3 and cl. a, part 4 art. 168": two groups, the first takes its article of the
  second, because the order is ascending;
- "Article 5, part 1 and part 2": two groups, the second takes its article of the first;
- "Article 28, part 3 – Article 174, part 2": two groups, each with an article.
"""

import re
from dataclasses import dataclass, replace

from custody_records.annotate.statutes.rules import Marker
from custody_records.annotate.statutes.unit import Unit, Value
from custody_records.annotate.statutes.units import DEEP, RANK, TOP, UnitReader

LONGEST_CITATION = 200


@dataclass(slots=True)
class Group:
    """Units that name one rule, or a list of rules; levels are all different."""

    units: list[Unit]
    join: str

    @property
    def ranks(self) -> list[int]:
        """Ranks in text order; ascending in text means falling numbers."""
        return [RANK[unit.level] for unit in self.units]

    @property
    def top(self) -> Unit | None:
        """The unit of the article, if there is one."""
        tops = [unit for unit in self.units if unit.level in TOP and unit.level != "order"]
        if len(tops) == 2:  # "Section 2 of Article 174"
            return next((unit for unit in tops if unit.level != "section"), tops[0])
        return tops[0] if tops else None

    @property
    def rises(self) -> bool:
        """Whether parts stand before their article."""
        return len(self.units) > 1 and self.ranks[0] > self.ranks[-1]


@dataclass(slots=True)
class Citation:
    """A citation as parsed; ``body[start:end]`` without what tells the instrument."""

    groups: list[Group]
    start: int
    end: int

    @property
    def markers(self) -> list[Marker]:
        """The markers in text order."""
        return [unit.marker for group in self.groups for unit in group.units]


def parse(text: str, at: int, reader: UnitReader, first: Unit | None = None) -> Citation | None:
    """Return the citation that begins at ``at``; ``first`` is a unit that is already read."""
    units = _units(text, at, reader, first)
    if not units:
        return None
    groups = _with_commas(_tight(units))
    _inherit(groups)
    return Citation(groups, at, units[-1].end)


def _units(text: str, at: int, reader: UnitReader, first: Unit | None) -> list[Unit]:
    unit = first or reader.read(text, at) or _antecedent(text, at, reader, None)
    units: list[Unit] = []
    while unit is not None and len(units) < LONGEST_CITATION:
        units.append(unit)
        unit = _next(text, unit, reader, units)
    return units


def _next(text: str, last: Unit, reader: UnitReader, units: list[Unit]) -> Unit | None:
    """Return the unit that follows ``last``, with its join."""
    for join, pattern in reader.joins.in_order:
        found = pattern.match(text, last.end)
        if found is None:
            continue
        unit = reader.read(text, found.end())
        if unit is not None:
            unit.join = join
            return unit
        # "of" leads to an article or to what holds the last unit, and to nothing else
        leaning = _leaning(text, last, reader, units, join, found.end())
        if leaning is not None:
            return leaning
    return None


def _leaning(
    text: str, last: Unit, reader: UnitReader, units: list[Unit], join: str, at: int
) -> Unit | None:
    """Return a unit without a marker of its own: "of the same article", "and 14, paragraph 3"."""
    if join == "of" or (join == "next" and last.marker.language == "ru"):
        unit = _antecedent(text, at if join == "next" else last.end, reader, last)
        if unit is not None:
            return unit
    if join not in ("comma", "and", "dash"):
        return None
    unit = _bare_article(text, at, reader, units)
    if unit is not None:
        unit.join = "and"
    return unit


def _bare_article(text: str, at: int, reader: UnitReader, units: list[Unit]) -> Unit | None:
    """Read "– 272 ч. 3", "and 14, paragraph 3" after an article with its part."""
    like = next((unit for unit in reversed(units) if unit.level in TOP), None)
    if like is None or not re.compile(r"\d" if like.plural else r"\d{2}").match(text, at):
        return None
    unit = reader.bare(text, at, like)
    gap = re.compile(r",?\s*").match(text, unit.end) if unit else None
    following = reader.read(text, gap.end()) if gap else None
    if following is not None:
        return unit if following.level in DEEP or following.marker.sign else None
    # "Articles 159, part 3, 244-1, part 3, 244-2 and 161": the list goes on behind a part
    behind = units[-1].level in DEEP or (units[-1].level in TOP and units[-1].join == "and")
    below = behind and re.fullmatch(r"\d{3}", text[at : at + 3])
    listed = like.plural and (below or units[-1].marker.sign)
    return unit if unit and listed and reader.joins.follows_list.match(text, unit.end) else None


def _antecedent(text: str, at: int, reader: UnitReader, last: Unit | None) -> Unit | None:
    """Read "of the same article", "of the latter"; without a part before it only "the same"."""
    gap = reader.joins.of_same.match(text, at) if last else None
    start = gap.end() if gap else at
    found = reader.joins.same.match(text, start)
    if not found or (last is not None and last.level not in DEEP):
        return None
    latter, former = found["latter"] or found["last"], found["former"] or found["first"]
    if last is None and (latter or former or found["pointing"]):
        return None
    kind = "latter" if latter else "former" if former else "same"
    marker = next(m for m in reader.lexicon.markers if m.level == "article")
    value = Value("", start, found.end(), antecedent=kind)
    return Unit(marker, "article", [value], start, found.end(), False, join="of")


def _can_merge(group: Group, unit: Group) -> bool:
    """Tell whether ``unit`` goes on in the order of ``group``: no level twice, no turning back."""
    ranks, more = group.ranks, unit.ranks
    if set(ranks) & set(more):
        return False
    if unit.rises and unit.top and not group.top and unit.join == "comma":
        return True  # "Part 2, clause 1 of Article 110"
    rising = max(more) < min(ranks)
    falling = min(more) > max(ranks)
    if not (rising or falling):
        return False
    return all((len(g.units) < 2) or (g.rises == rising) for g in (group, unit))


def _tight(units: list[Unit]) -> list[Group]:
    """Merge units that "of" or mere adjacency joins."""
    groups = [Group([units[0]], "start")]
    for unit in units[1:]:
        single = Group([unit], unit.join)
        if unit.join in ("of", "next") and _can_merge(groups[-1], single):
            groups[-1].units.append(unit)
        else:
            groups.append(single)
    return groups


def _with_commas(groups: list[Group]) -> list[Group]:
    """Merge groups that a comma joins, where the order goes on."""
    merged = [groups[0]]
    for index, group in enumerate(groups[1:], 1):
        tight_ahead = index + 1 < len(groups) and groups[index + 1].join == "of"
        if group.join == "comma" and not tight_ahead and _can_merge(merged[-1], group):
            merged[-1].units.extend(group.units)
        else:
            merged.append(group)
    return merged


def _inherit(groups: list[Group]) -> None:
    """Give groups without an article that of the next (parts before it) or of the last."""
    for index in range(len(groups) - 2, -1, -1):
        group, following = groups[index], groups[index + 1]
        if group.top is None and following.top is not None and following.rises:
            deepest = min(group.ranks)
            group.units += [u for u in following.units if RANK[u.level] < deepest]
    for index in range(1, len(groups)):
        group, before = groups[index], groups[index - 1]
        if group.top is not None and group.top.values[0].antecedent and before.top is not None:
            # "articles 174 and 405; part 2 of the latter"
            named = before.top.values
            meant = named[0] if group.top.values[0].antecedent == "former" else named[-1]
            group.top.values = [replace(meant, brackets=[], inner=[])]
        if group.top is None and before.top is not None:
            shallowest = min(group.ranks)
            carried = [
                replace(u, values=u.values[-1:]) for u in before.units if RANK[u.level] < shallowest
            ]
            group.units = carried + group.units

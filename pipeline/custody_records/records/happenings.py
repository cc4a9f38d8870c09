"""One happening once: which tellings are of the same event, and why not.

Two tellings of one type are the same happening if nothing that both say differs and something
that both say is the same. Every merge, and every refusal of one that something spoke for, is
noted. The rules stand in ``_apart`` and ``_together``, first that applies.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import get_args

from custody_records.annotate.decisions import Decision
from custody_records.annotate.events.reading import EventReading
from custody_records.contract import EventBasis
from custody_records.contract.values import Basis, EventStatus, EventType


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in the making: values as the record will have them, and who tells it.

    ``named``: those of ``subjects`` that are names of entries; other phrases ("inmates") may
    mean the same people. ``counted``: how many people ``subjects`` are where a number was
    printed before their phrase ("two former officers").
    """

    type: EventType
    status: EventStatus
    facility: str | None
    place: str | None
    date: str | None
    subjects: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    tellings: tuple[EventReading, ...]
    named: frozenset[str] = frozenset()
    counted: int | None = None
    basis: EventBasis = field(default_factory=EventBasis)


def is_tied(one: Happening) -> bool:
    """Tell whether anybody, any place or any day ties an event: what nothing ties is background."""
    return bool(one.facility or one.place or one.date or one.subjects)


def merge_all(told: Iterable[Happening], decisions: list[Decision]) -> list[Happening]:
    """Return the distinct happenings in the order of their first telling."""
    found: list[Happening] = []
    told = list(told)
    for one in (h for h in told if not _is_heading(h)):
        for index, known in enumerate(found):
            together = _together(known, one) if known.type == one.type else None
            if together is None:
                continue
            apart = _apart(known, one)
            decisions.append(_decision(one, known, together, apart))
            if apart is None:
                found[index] = _merged(known, one)
                break
        else:
            found.append(one)
    for heading in (h for h in told if _is_heading(h)):
        _add_heading(heading, found, decisions)
    return sorted(found, key=lambda h: min(t.start for t in h.tellings))


def _is_heading(one: Happening) -> bool:
    return one.tellings[0].heading


def _add_heading(heading: Happening, found: list[Happening], decisions: list[Decision]) -> None:
    """Add a heading's telling to the happening it announces; alone it is none, but a title is.

    A heading adds evidence only: its clipped phrases ("Opposition Supporters") name nobody.
    """
    telling = heading.tellings[0]
    for index, known in enumerate(found):
        if known.type == heading.type and _apart(known, replace(heading, subjects=())) is None:
            found[index] = replace(known, tellings=(*known.tellings, telling))
            decisions.append(_decision(heading, known, "merge.heading", None))
            return
    start, end = telling.trigger
    if telling.start == 0 and heading.named:
        found.append(heading)
    else:
        decisions.append(Decision("events", telling.rule, start, end, "refused", "heading-alone"))


def _together(a: Happening, b: Happening) -> str | None:
    """Return the rule that speaks for one happening, or None."""
    near = b.tellings[0].start - a.tellings[-1].end < _NEAR
    shared = set(a.subjects) & set(b.subjects)
    if shared & a.named or (shared and near):
        return "merge.same-subjects"
    if near and _names_the_group(a, b):
        return "merge.named-group"
    if a.date and b.date and _same_date(a.date, b.date):
        return "merge.same-date"
    if a.facility and a.facility == b.facility:
        return "merge.same-facility"
    if a.place and a.place == b.place:
        return "merge.same-place"
    if not a.subjects or not b.subjects:
        return "merge.next-to-it" if near else None
    return None


def _apart(a: Happening, b: Happening) -> str | None:
    """Return the rule that speaks for two happenings, or None."""
    if a.facility and b.facility and a.facility != b.facility:
        return "apart.facility"
    if a.date and b.date and not _same_date(a.date, b.date):
        return "apart.date"
    if a.place and b.place and a.place != b.place and not (a.facility and b.facility):
        return "apart.place"
    kinds = [{t.kind for t in h.tellings if t.kind} for h in (a, b)]
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
        return "apart.kind"
    if (
        a.tellings[0].traits.by_actors
        and a.actors
        and b.actors
        and not set(a.actors) & set(b.actors)
    ):
        return "apart.actors"
    if a.named and b.named and not a.named & b.named:
        return "apart.people"
    if a.subjects and b.subjects and not _may_be_the_same(a, b):
        return "apart.subjects"
    return None


# Words for the people of a prison among which a text changes freely.
_GENERIC = frozenset(
    """inmates prisoners convicts detainees people men persons individuals inmate prisoner convict
    detainee man person those victims suspects""".split()  # noqa: SIM905 - read as a list of words
)


def _may_be_the_same(a: Happening, b: Happening) -> bool:
    """Tell whether two lists of subjects may mean the same people."""
    if set(a.subjects) & set(b.subjects) or _names_the_group(a, b):
        return True
    if a.named or b.named:
        return False
    ours, theirs = ({s.casefold() for s in h.subjects} for h in (a, b))
    if any(_same_phrase(x, y) for x in ours for y in theirs):
        return True
    return bool(ours & _GENERIC) and bool(theirs & _GENERIC)


def _names_the_group(a: Happening, b: Happening) -> bool:
    """Tell whether one names as many people as the other only counts.

    "A jury indicted two officers. Kendrick Lewis and Tara Mobley are charged with cruelty."
    """
    return any(
        one.counted == len(other.named) > 1 and not one.named for one, other in ((a, b), (b, a))
    )


def _same_phrase(one: str, other: str) -> bool:
    """Tell whether one phrase is the other with more said: "employees", "prison employees"."""
    return any(
        long.startswith(short + " ") or long.endswith(" " + short) or long == short
        for long, short in ((one, other), (other, one))
    )


_NEAR = 300  # characters between the tellings of what is told on


def _same_date(one: str, other: str) -> bool:
    """Tell whether two dates may be one: equal, or one within the other."""
    if one.startswith(other) or other.startswith(one):
        return True
    weekly = "-W" in one or "-W" in other
    return weekly and bool(_week(one)) and _week(one) == _week(other)


def _fineness(value: str) -> int:
    return len(value.replace("-W", ""))


def _week(value: str) -> str:
    """Return the ISO week of a day or week, else nothing."""
    if "-W" in value:
        return value[:8]
    if len(value) == len("2018-11-07") and value[:4].isdigit():
        year, week, _ = date.fromisoformat(value).isocalendar()
        return f"{year}-W{week:02}"
    return ""


def _merged(a: Happening, b: Happening) -> Happening:
    if _names_the_group(a, b):  # the names say all that the phrase says
        a, b = (replace(h, subjects=h.subjects if h.named else ()) for h in (a, b))
    facility, place = a.facility or b.facility, a.place or b.place
    date = max(filter(None, (a.date, b.date)), key=_fineness, default=None)
    return replace(
        a,
        facility=facility,
        place=place,
        date=date,
        basis=EventBasis(
            facility=_strongest("facility", facility, a, b),
            place=_strongest("place", place, a, b),
            date=_strongest("date", date, a, b),
        ),
        status="reported" if "reported" in (a.status, b.status) else a.status,
        subjects=tuple(dict.fromkeys(chain(a.subjects, b.subjects))),
        actors=tuple(dict.fromkeys(chain(a.actors, b.actors))),
        sources=tuple(dict.fromkeys(chain(a.sources, b.sources))),
        tellings=(*a.tellings, *b.tellings),
        named=a.named | b.named,
    )


def _strongest(name: str, value: str | None, *told: Happening) -> Basis | None:
    """Return the strongest basis that a telling gives for the value that was taken."""
    given = {getattr(h.basis, name) for h in told if getattr(h, name) == value}
    return next((basis for basis in get_args(Basis) if basis in given), None)


def _decision(one: Happening, known: Happening, together: str, apart: str | None) -> Decision:
    telling = one.tellings[0]
    first = known.tellings[0]
    at = f"{first.rule} at {first.trigger[0]}"
    return Decision(
        "events",
        telling.rule,
        *telling.trigger,
        "refused" if apart else "merged",
        f"{apart} (not {together}) {at}" if apart else f"{together} {at}",
    )

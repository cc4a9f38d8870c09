"""One event once: which mentions tell the same event, and why not.

Two mentions of one type tell the same event if nothing that both say differs and something that
both say is the same. Every merge, and every refusal of one that something spoke for, is noted.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import get_args

from custody_records.annotate.decisions import Decision
from custody_records.annotate.events.merging.dates import finest
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.events.merging.same import Sameness, clearest, names_the_group
from custody_records.contract import EventBasis
from custody_records.contract.values import Basis

# Distinct events back to which a mention is compared: no story tells as many, and a book of them
# must not take the square of its length.
_LAST = 100


def merge_all(
    told: Iterable[MergedEvent], same: Sameness, decisions: list[Decision]
) -> list[MergedEvent]:
    """Return the distinct events in the order of their first mention."""
    found: list[MergedEvent] = []
    told = list(told)
    for one in (event for event in told if not event.mentions[0].heading):
        _add(one, found, same, decisions)
    for heading in (event for event in told if event.mentions[0].heading):
        _add_heading(heading, found, same, decisions)
    found = _without_ends(found, decisions)
    return sorted(found, key=lambda event: min(m.start for m in event.mentions))


def _without_ends(found: list[MergedEvent], decisions: list[Decision]) -> list[MergedEvent]:
    """Return the events without those that are told as the event in which they end.

    "Petrov was found dead in his cell. The warden says that he hanged himself": one death.
    """
    kept = []
    for event in found:
        end = event.mentions[0].ends_as
        alike = (e for e in found if e.type == end and set(e.subjects) & set(event.subjects))
        whole = next(alike, None) if end else None
        if whole is None or any(mention.ends_as != end for mention in event.mentions):
            kept.append(event)
        else:
            decisions.append(_decision(event, whole, "merge.ends-as", None))
    return kept


def _add(
    one: MergedEvent, found: list[MergedEvent], same: Sameness, decisions: list[Decision]
) -> None:
    for index in range(max(0, len(found) - _LAST), len(found)):
        known = found[index]
        together = same.together(known, one) if known.type == one.type else None
        if together is None:
            continue
        apart = same.apart(known, one)
        decisions.append(_decision(one, known, together, apart))
        if apart is None:
            found[index] = _merged(known, one, same)
            return
    found.append(one)


def _add_heading(
    heading: MergedEvent, found: list[MergedEvent], same: Sameness, decisions: list[Decision]
) -> None:
    """Add a heading's mention to the event it announces; alone it is none, but a title is.

    A heading adds evidence only: its clipped phrases ("Opposition Supporters") name nobody.
    """
    mention = heading.mentions[0]
    for index, known in enumerate(found):
        if known.type == heading.type and same.apart(known, replace(heading, subjects=())) is None:
            found[index] = replace(
                known, mentions=(*known.mentions, mention), kinds=known.kinds | heading.kinds
            )
            decisions.append(_decision(heading, known, "merge.heading", None))
            return
    start, end = mention.trigger
    if mention.start == 0 and heading.named:
        found.append(heading)
    else:
        decisions.append(Decision("events", mention.rule, start, end, "refused", "heading-alone"))


def _merged(a: MergedEvent, b: MergedEvent, same: Sameness) -> MergedEvent:
    if names_the_group(a, b) or same.names_the_one(a, b):  # the names say all that the phrase says
        a, b = (replace(e, subjects=e.subjects if e.named else ()) for e in (a, b))
    facility, place = _stronger("facility", a, b), _stronger("place", a, b)
    date = finest([value for value in (a.date, b.date) if value])
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
        subjects=same.subjects(a, b),
        actors=tuple(dict.fromkeys(chain(a.actors, b.actors))),
        sources=_sources(a, b),
        mentions=(*a.mentions, *b.mentions),
        named=a.named | b.named,
        kinds=a.kinds | b.kinds,
        steps=a.steps | b.steps,
    )


def _sources(a: MergedEvent, b: MergedEvent) -> tuple[str, ...]:
    """Return who tells the event; who denies it tells it only if nobody else does."""
    told = [event for event in (a, b) if event.status != "denied"]
    return clearest(chain.from_iterable(event.sources for event in told or (a, b)))


def _stronger(name: str, a: MergedEvent, b: MergedEvent) -> str | None:
    """Return the value of the mention that ties it more strongly, the first of equal ones."""
    order = get_args(Basis)
    told = [e for e in (a, b) if getattr(e, name) is not None]
    if not told:
        return None
    bases = [getattr(event.basis, name) for event in told]
    ranks = [order.index(basis) if basis in order else len(order) for basis in bases]
    value: str | None = getattr(told[ranks.index(min(ranks))], name)
    return value


def _strongest(name: str, value: str | None, *told: MergedEvent) -> Basis | None:
    """Return the strongest basis that a mention gives for the value that was taken."""
    given = {getattr(e.basis, name) for e in told if getattr(e, name) == value}
    return next((basis for basis in get_args(Basis) if basis in given), None)


def _decision(one: MergedEvent, known: MergedEvent, together: str, apart: str | None) -> Decision:
    mention, first = one.mentions[0], known.mentions[0]
    at = f"{first.rule} at {first.trigger[0]}"
    return Decision(
        "events",
        mention.rule,
        *mention.trigger,
        "refused" if apart else "merged",
        f"{apart} (not {together}) {at}" if apart else f"{together} {at}",
    )

"""Who says that an event took place, of all whom its mentions name."""

from collections.abc import Callable, Iterable

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.contract.fold import fold


def sources_of_event(
    event: MergedEvent,
    names: Callable[[Iterable[Argument]], tuple[str, ...]],
    publisher: str | None,
) -> tuple[str, ...]:
    """Return the sources of an event in the order of its mentions.

    "Reports" that nobody signs count only where nobody else says so, and so does the publisher
    ("Tengrinews.kz reports, citing the prosecutor"). What the publisher itself did is told by it
    ("Human Rights Watch wrote to the ministry", in its own release). A public act that is stated
    first and spoken of later has no source.
    """
    if event.traits.public_act and _is_plainly_told(event):
        return ()
    hearsay = names(
        argument
        for mention in event.mentions
        for argument in mention.sources
        if argument.kind == "unnamed"
    )
    found = list(event.sources)
    if event.traits.own_act:
        found += [a for a in event.actors if a not in found and _is(a, publisher)]
    signed = [name for name in found if name not in hearsay]
    others = [name for name in signed if name in event.actors or not _is(name, publisher)]
    return tuple(others or signed or found)


def _is_plainly_told(event: MergedEvent) -> bool:
    """Tell whether the text states it on its own before it lets others speak of it.

    "Askarov was arrested in June 2010. ... The Committee found that he had been arbitrarily
    detained.": the arrest is no finding of the Committee.
    """
    told = [mention for mention in event.mentions if not mention.heading]
    return bool(told) and not told[0].sources and told[0].status == "reported"


def _is(name: str, publisher: str | None) -> bool:
    """Tell whether a name is the publisher's, in full or shortened: "Viasna"."""
    ours, theirs = set(fold(name).split()), set(fold(publisher or "").replace('"', "").split())
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)

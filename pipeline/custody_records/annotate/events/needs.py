"""What a trigger needs beside itself to tell an event, by the name that rules give it.

Each need is asked twice: before the parse, where in doubt it may be met, and after it, of what
was found. Both answers stand side by side, so that they cannot fall apart.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from custody_records.annotate.events.evidence import Evidence
from custody_records.annotate.events.sentence_traits import SentenceTraits


@dataclass(frozen=True, slots=True)
class Need:
    """``may`` asks a sentence that nobody has parsed, ``is_met`` what was found in it."""

    reason: str
    may: Callable[[SentenceTraits], bool]
    is_met: Callable[[Evidence], bool]


NEEDS: Mapping[str, Need] = {
    "subjects": Need("somebody whom it befell", lambda s: s.somebody, lambda e: bool(e.subjects)),
    "actors": Need("somebody who did it", lambda s: s.somebody, lambda e: bool(e.actors)),
    "people": Need(
        "somebody whom it befell, a pronoun for him, or no noun at all in his place",
        lambda s: True,
        lambda e: bool(e.subjects) or e.pronoun or not e.of_a_thing,
    ),
    "named": Need(
        "a subject with a name, or a pronoun for one", lambda s: s.somebody, lambda e: e.named
    ),
    "grounded": Need(
        "a subject, an actor or a facility",
        lambda s: s.somebody or s.facility,
        lambda e: bool(e.subjects or e.actors) or e.near_facility,
    ),
    "setting": Need(
        "a facility, a place of the sentence or a date",
        lambda s: s.somewhere or s.facility,
        lambda e: e.settled,
    ),
    "dated": Need(
        "a date or a facility",
        lambda s: s.somewhere or s.facility,
        lambda e: e.date is not None or e.facility is not None,
    ),
    "tie": Need(
        "a subject, or what 'setting' asks for",
        lambda s: s.somebody or s.somewhere or s.facility,
        lambda e: e.settled or bool(e.subjects),
    ),
    "custody": Need(
        "a facility, a word of imprisonment said of it, or somebody known to be in custody",
        lambda s: s.facility or s.custody or s.named,
        lambda e: e.facility is not None or e.known or e.custody,
    ),
    "custody_near": Need(
        "what 'custody' asks for, or a text about custody that has just spoken of it",
        lambda s: s.domain or s.custody or s.named,
        lambda e: e.facility is not None or e.known or e.custody or e.custody_before,
    ),
    "custodial": Need(
        "a text about custody, or a word of imprisonment near it",
        lambda s: s.domain or s.custody,
        lambda e: e.custodial,
    ),
    "domain": Need("a text that speaks of custody", lambda s: s.domain, lambda e: e.domain),
    "hunger": Need("a text that speaks of hunger", lambda s: s.hunger, lambda e: e.hunger),
    "statute": Need(
        "an article of a law in the sentence", lambda s: s.statute, lambda e: e.statute
    ),
    "no_statute": Need(
        "no article of a law in the sentence", lambda s: not s.statute, lambda e: not e.statute
    ),
    "official": Need(
        "an actor who speaks for the state, or a prison that does",
        lambda s: s.named or s.official or s.facility,
        lambda e: e.official,
    ),
    "advocate": Need(
        "an actor who takes up a cause", lambda s: s.named or s.advocate, lambda e: e.advocate
    ),
    "inspector": Need(
        "an actor who inspects, by a word, a name or a role",
        lambda s: s.somebody,
        lambda e: e.inspects,
    ),
}


def may_be_met(needs: tuple[str, ...], sentence: SentenceTraits) -> bool:
    """Tell whether a sentence that nobody has parsed may meet all needs; in doubt, yes."""
    return all(NEEDS[need].may(sentence) for need in needs)


def first_unmet(needs: tuple[str, ...], evidence: Evidence) -> str | None:
    """Return the first need that what was found does not meet, or None."""
    return next((need for need in needs if not NEEDS[need].is_met(evidence)), None)

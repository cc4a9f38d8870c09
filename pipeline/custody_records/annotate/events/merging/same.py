"""What speaks for two event mentions being one event, and what against it.

Each reason has a name, which the decision log tells.
"""

from collections.abc import Iterable

from custody_records.annotate.events.merging.dates import may_be_one
from custody_records.annotate.events.merging.event import MergedEvent

_OPENING = 900  # characters of a text in which it describes whom it names later
_NEAR = 300  # characters between the mentions of an event that the text goes on to tell


class Sameness:
    """Compares events of one type.

    ``generic``: words for the people of a prison among which a text changes freely; ``vague``:
    those of them that do not say that somebody is held; ``single``: those for one of them.
    """

    def __init__(
        self,
        generic: frozenset[str],
        single: frozenset[str] = frozenset(),
        vague: frozenset[str] = frozenset(),
    ) -> None:
        self.generic = generic
        self.single = single
        self.vague = vague

    def together(self, a: MergedEvent, b: MergedEvent) -> str | None:
        """Return the rule that speaks for one event, or None."""
        near = b.mentions[0].start - a.mentions[-1].end < _NEAR
        if _is_spoken_of_again(a, b):
            return "merge.spoken-of-again"
        shared = set(a.subjects) & set(b.subjects)
        if shared & a.named or (shared and near):
            return "merge.same-subjects"
        if near and names_the_group(a, b):
            return "merge.named-group"
        if self.names_the_one(a, b):
            return "merge.named-later"
        if a.date and b.date and may_be_one(a.date, b.date):
            return "merge.same-date"
        if a.facility and a.facility == b.facility:
            return "merge.same-facility"
        if a.place and a.place == b.place:
            return "merge.same-place"
        if near and not (a.subjects and b.subjects):
            return "merge.next-to-it"
        return None

    def apart(self, a: MergedEvent, b: MergedEvent) -> str | None:
        """Return the rule that speaks for two events, or None."""
        return _apart_by_setting(a, b) or self._apart_by_people(a, b)

    def _apart_by_people(self, a: MergedEvent, b: MergedEvent) -> str | None:
        if a.kinds and b.kinds and not a.kinds & b.kinds and not _is_one_visit(a, b):
            return "apart.kind"
        others = a.actors and b.actors and not set(a.actors) & set(b.actors)
        if a.traits.by_actors and others and not _is_spoken_of_again(a, b):
            return "apart.actors"
        if a.named and b.named and not a.named & b.named:
            return "apart.people"
        if a.subjects and b.subjects and not self._may_be_the_same(a, b):
            return "apart.subjects"
        if self._counts_differ(a, b):
            return "apart.count"
        return None

    def _counts_differ(self, a: MergedEvent, b: MergedEvent) -> bool:
        """Tell whether two events far apart count different numbers of prisoners.

        "Fourteen inmates died on Tuesday. ... In September last year 129 people died there."
        """
        if a.counted is None or b.counted is None or a.counted == b.counted or a.named & b.named:
            return False
        near = b.mentions[0].start - a.mentions[-1].end < _NEAR
        if a.date == b.date and (near or a.date):
            return False
        phrases = (*a.subjects, *b.subjects)
        return all(phrase.split()[-1].casefold() in self.generic for phrase in phrases)

    def names_the_one(self, a: MergedEvent, b: MergedEvent) -> bool:
        """Tell whether a text names whom its opening, or just now, only describes, on that day.

        "An inmate of colony IK-6 died on Friday. ... Ivan Petrov, 40, died on May 3."
        """
        first, later = sorted((a, b), key=lambda event: event.mentions[0].start)
        if first.named or len(later.named) != 1 or len(first.subjects) != 1:
            return False
        near = later.mentions[0].start - first.mentions[-1].end < _NEAR
        if first.mentions[0].start > _OPENING and not near:
            return False
        if first.subjects[0].split()[-1].casefold() not in self.single:
            return False
        if first.date and later.date:
            return may_be_one(first.date, later.date)
        return bool(first.facility) and first.facility == later.facility

    def subjects(self, a: MergedEvent, b: MergedEvent) -> tuple[str, ...]:
        """Return the subjects of both; of several words for the same people the clearest, once.

        "Inmates were beaten. ... These people, prisoners of all ages, were beaten for hours."
        """
        both = clearest((*a.subjects, *b.subjects))
        alike = [s for s in both if s.casefold() in self.generic]
        clear = [s for s in alike if s.casefold() not in self.vague]
        kept = (clear or alike)[:1]
        return tuple(s for s in both if s not in alike or s in kept)

    def _may_be_the_same(self, a: MergedEvent, b: MergedEvent) -> bool:
        """Tell whether two lists of subjects may mean the same people."""
        if set(a.subjects) & set(b.subjects) or names_the_group(a, b):
            return True
        if self.names_the_one(a, b):
            return True
        if a.named or b.named:
            return False
        ours, theirs = ({s.casefold() for s in event.subjects} for event in (a, b))
        if any(_same_phrase(x, y) for x in ours for y in theirs):
            return True
        return bool(ours & self.generic) and bool(theirs & self.generic)


def clearest(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return each phrase once, without those of which another says more.

    "Employees" says less than "prison employees".
    """
    told = tuple({phrase.casefold(): phrase for phrase in reversed([*phrases])}.values())[::-1]
    return tuple(p for p in told if not any(_says_more(q.casefold(), p.casefold()) for q in told))


def _says_more(long: str, short: str) -> bool:
    """Tell whether a phrase of two words or more begins or ends with another one."""
    return long.endswith(" " + short) or long.startswith(short + " ")


def names_the_group(a: MergedEvent, b: MergedEvent) -> bool:
    """Tell whether one names as many people as the other only counts.

    "A jury indicted two officers. Kendrick Lewis and Tara Mobley are charged with cruelty."
    """
    return any(
        one.counted == len(other.named) > 1 and not one.named for one, other in ((a, b), (b, a))
    )


def _apart_by_setting(a: MergedEvent, b: MergedEvent) -> str | None:
    inferred = "article" in (a.basis.facility, b.basis.facility)
    if a.facility and b.facility and a.facility != b.facility and not inferred:
        return "apart.facility"
    if a.date and b.date and not may_be_one(a.date, b.date):
        return "apart.date"
    stated = a.basis.place == b.basis.place == "sentence"
    if a.place and b.place and a.place != b.place and not (a.facility and b.facility):
        return "apart.place" if stated or a.facility or b.facility else None
    return None


def _is_one_visit(a: MergedEvent, b: MergedEvent) -> bool:
    """Tell whether a sentence tells of two acts of the same: "monitors visited IK-6 and found"."""
    told = {mention.start for mention in a.mentions} & {mention.start for mention in b.mentions}
    one = a.traits.own_act and a.status == b.status
    return bool(told) and one and bool(set(a.actors) & set(b.actors))


def _is_spoken_of_again(a: MergedEvent, b: MergedEvent) -> bool:
    """Tell whether a noun speaks of what was just done: "He turned to the UN. The petition ..."."""
    near = 0 <= b.mentions[0].start - a.mentions[-1].end < _NEAR
    return near and b.mentions[0].again and a.traits.own_act


def _same_phrase(one: str, other: str) -> bool:
    """Tell whether one phrase is the other with more said: "employees", "prison employees"."""
    return one == other or _says_more(one, other) or _says_more(other, one)

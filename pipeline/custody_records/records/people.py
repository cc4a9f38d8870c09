"""Gather the mentions of people into one entry for each human being."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.naming.aliases import ALIAS
from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.text import text_of
from custody_records.contract import Person
from custody_records.records.gather import mentions, provenance, readings
from custody_records.records.spelling import sound


@dataclass(slots=True)
class Being:
    """One person so far: the readings of all mentions, and each printing with its first one."""

    readings: list[PersonReading] = field(default_factory=list)
    printed: dict[str, PersonReading] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def add(self, reading: PersonReading) -> None:
        """Take in a mention."""
        self.readings.append(reading)
        insort(self.starts, reading.start)
        first = self.printed.setdefault(reading.name, reading)
        if reading.start < first.start:
            self.printed[reading.name] = reading

    @property
    def name(self) -> str:
        """Return the fullest form printed: most whole words, prose before capitals, first."""
        best = max(
            self.printed.values(),
            key=lambda r: (r.rule != ALIAS, *_fullness(r.name), -r.start),
        )
        return " ".join(best.name.split())


def gather(doc: Doc) -> list[Person]:
    """Return the article's people in the order of their first mention."""
    found: list[PersonReading] = readings(doc, "people", "person")
    beings: list[Being] = []
    of_alias = _aliases(found)
    named = {one.name for one in of_alias.values()}

    def order(reading: PersonReading) -> tuple[int, int, int]:
        """Full names first: "Kozlov" in the headline is the Vladimir Kozlov of the text.

        Then aliases, which hang on them, then what may be short for either.
        """
        words = _fullness(reading.name)[0]
        rank = 1 if reading.name in of_alias else 0 if words > 1 or reading.name in named else 2
        return rank, -words, reading.start

    for reading in sorted(found, key=order):
        being = _same(text_of(doc), beings, of_alias.get(reading.name, reading))
        if being is None:
            being = Being()
            beings.append(being)
        elif being.name != reading.name:
            note(
                doc,
                Decision("people", reading.rule, reading.start, reading.end, "merged", being.name),
            )
        being.add(reading)
    for being in beings:
        being.readings.sort(key=lambda r: r.start)
    beings.sort(key=lambda b: b.readings[0].start)
    return [_entry(doc, being) for being in beings]


def _aliases(found: list[PersonReading]) -> dict[str, PersonReading]:
    """Return for each name that is another's alias the reading that it stands behind."""
    in_order = sorted(found, key=lambda r: r.start)
    return {
        after.name: one
        for one, after in pairwise(in_order)
        if after.rule == ALIAS and after.name != one.name
    }


def _entry(doc: Doc, being: Being) -> Person:
    roles: dict[str, str] = {}
    for reading in being.readings:
        for role in reading.roles:
            roles.setdefault(role.lower(), role)
    ages = [reading.age for reading in being.readings if reading.age is not None]
    group: list[Any] = list(being.readings)
    return Person(
        name=being.name,
        roles=list(roles.values()),
        age=ages[0] if ages else None,
        mentions=mentions(doc, group),
        provenance=provenance(group),
    )


def _fullness(name: str) -> tuple[int, bool]:
    parts = name.split()
    return sum(not _is_initial(part) for part in parts), not name.isupper()


def _is_initial(part: str) -> bool:
    return part.endswith(".") and len(part) <= 4


def _same(text: str, beings: list[Being], reading: PersonReading) -> Being | None:
    """Return the person that the mention names: of several, the one mentioned last before it.

    A bare surname is the person whom the text is about rather than a relative ("his father, Ruslan
    Idigov") of whom an earlier paragraph has spoken.
    """
    parts = _parts(reading.name)
    fits = [being for being in beings if any(_fit(_parts(name), parts) for name in being.printed)]
    if len(parts) == 1 and len(fits) > 1:
        by_surname = [b for b in fits if any(_parts(n)[-1] == parts[0] for n in b.printed)]
        fits = by_surname or fits

    def nearness(being: Being) -> tuple[bool, bool, int]:
        earlier = bisect_left(being.starts, reading.start)
        if not earlier:
            return (False, False, -being.starts[0])
        last = being.starts[earlier - 1]
        kin = len(parts) == 1 and any(r.kin for r in being.readings)
        return (True, not (kin and "\n" in text[last : reading.start]), last)

    return max(fits, key=nearness) if fits else None


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name as they sound; an initial keeps its point."""
    return tuple(part.lower() if _is_initial(part) else sound(part) for part in name.split())


def _fit(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether ``short`` can be a shorter (or other) printing of ``full``."""
    if full == short:
        return True
    if len(short) == 1:
        # "Guaranda" is "Juan Carlos Guaranda Moreira", "Adilbekov" "Daniyar Adilbekov Serikuly".
        return len(full) > 1 and short[0] in (full[0], full[-1], full[-2])
    if len(full) < 2 or (full[-1] != short[-1] and not _is_initial(full[-1])):
        return False
    i = 0
    for part in short[:-1]:
        while i < len(full) - 1 and not _agree(full[i], part):
            i += 1
        if i == len(full) - 1:
            return False
        i += 1
    return True


def _agree(one: str, other: str) -> bool:
    if _is_initial(one) or _is_initial(other):
        return sound(one)[:1] == sound(other)[:1]
    return one == other

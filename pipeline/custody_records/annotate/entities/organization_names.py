"""By which keys a name of a body finds the fuller name that it is short for."""

import re

from custody_records.annotate.entities.rules import OrganizationRules
from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.contract.fold import lookup

Key = tuple[str, str]

_SYLLABLES = re.compile(r"[A-Z][a-z]{1,3}[A-Z][a-z]{1,4}")
_WORDS = re.compile(r"[\s-]+")
_APPOSED = re.compile(r", (?P<word>[a-z]+)\b")
_SHORTEST = 3  # letters of an acronym that is known by its letters alone


class OrganizationNames:
    """Makes keys: a mention is of a body if one of its short keys is among the body's full ones."""

    def __init__(self, rules: OrganizationRules) -> None:
        self._small = frozenset(rules.small_words)
        self._branch_of = rules.branch_of
        self._or = tuple(rules.or_words)
        self._tail = re.compile(rf" (?:{'|'.join(rules.tails)})$")
        # What may stand between a name and its acronym: ' (', ', ', ' ("', ', or '.
        self._bracket = re.compile(rf"[’']?s?\s?[(,]\s?(?:(?:{'|'.join(self._or)}) )?[\"“«]?")

    def keys_of_full(self, reading: OrganizationReading) -> list[Key]:
        """Return the keys by which shorter names may find this one."""
        name = folded(reading.name)
        keys: list[Key] = [("name", name)]
        if reading.known:
            keys.append(("known", reading.known))
        if " " in reading.name:
            keys.append(("initials", self.initials(reading.name)))
        branch, of, _ = name.partition(self._branch_of)
        if of:
            keys.append(("branch of", branch))
        if reading.country_tail:
            keys.append(("short", name.removesuffix(reading.country_tail.lower()).strip()))
            keys.append(
                ("initials", self.initials(name.removesuffix(folded(reading.country_tail))))
            )
        if reading.country_head and name.startswith(f"{reading.country_head.lower()} "):
            keys.append(("short", name[len(reading.country_head) + 1 :]))
        # "the Penitentiary Service" in an article on the Special Penitentiary Service
        parts = reading.name.split()
        keys += [
            ("end", folded(" ".join(parts[k:])))
            for k in range(1, len(parts) - 1)
            if parts[k][0].isupper() and self.plain(parts[:k])
        ]
        bare = self._tail.sub("", name)
        if bare != name:
            keys.append(("short", bare))
        return keys

    def keys_of_short(self, reading: OrganizationReading) -> list[Key]:
        """Return the keys of the bodies that this name can stand for."""
        name = folded(reading.name)
        keys: list[Key] = [("name", name)]
        if reading.known:
            # "ACLU" in an article on the American Civil Liberties Union of Kentucky
            keys += [("known", reading.known), ("branch of", folded(reading.known))]
        if " " in name:
            keys.append(("end", name))
        keys.append(("short", name))  # also "МВД" in an article on the МВД Казахстана
        if is_acronym(reading.name) and len(name) >= _SHORTEST:
            keys.append(("initials", reading.name.upper()))
        return keys

    def plain(self, words: list[str]) -> bool:
        """Tell whether words are mere adjectives before a name: no "of", no "and"."""
        return not any(word.lower() in self._small or word.endswith(",") for word in words)

    def joins(self, between: str, full: str, short: str) -> bool:
        """Tell whether the characters between a name and an acronym make one of them."""
        if not self._bracket.fullmatch(between):
            return False
        words = between.replace(",", " ").split()
        said = "(" in between or any(word in self._or for word in words)
        return said or self.initials(full).startswith(short.upper()[:2])

    def apposes(self, between: str, behind: str) -> bool:
        """Tell "the Bureau of Inquiry, BURIN, visited" from "the Bureau, BURIN, and others"."""
        goes_on = _APPOSED.match(behind)
        return between == ", " and goes_on is not None and goes_on["word"] not in self._small

    def initials(self, name: str) -> str:
        """Return the first letters of a name's greater words."""
        words = _WORDS.split(name)
        return "".join(
            word[0] for word in words if word and word.lower() not in self._small
        ).upper()


def folded(name: str) -> str:
    """Return the name in lower case with plain apostrophes, hyphens and single blanks."""
    return lookup(" ".join(name.split()))


def is_acronym(name: str) -> bool:
    """Tell whether the name is one word that is mostly capitals: "OSCE", "QAZhD", or "BuCor"."""
    if " " in name or len(name) < 2:
        return False
    return sum(c.isupper() for c in name) * 2 > len(name) or bool(_SYLLABLES.fullmatch(name))

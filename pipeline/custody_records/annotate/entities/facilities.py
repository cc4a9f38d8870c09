"""Which mentions of facilities are one facility.

Mentions that share a key are: a code, a name, a gazetteer's row, or a code or name that the text
joins ("No. 28 (formerly RU-170/3)").
"""

import re
from typing import Any, ClassVar

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import FacilityEntity, Made
from custody_records.annotate.entities.resolver import TypeResolver, UnionFind, made_by, mentions_of
from custody_records.annotate.entities.rules import FacilityRules
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.contract.values import FacilityKind

_WORDS = re.compile(r"[^\s-]+")
_NUMBER = re.compile(r"\d+|[ivx]+")


class FacilityNames:
    """Tells by their names which facilities may be one."""

    def __init__(self, rules: FacilityRules, short: ShortNames) -> None:
        self._apart = frozenset(rules.apart)
        self._region = re.compile(rf"\b(?:{'|'.join(rules.regions)})$", re.IGNORECASE)
        self._contrast = re.compile(rf"\b(?:{'|'.join(rules.contrasts)})\b", re.IGNORECASE)
        self._short = short

    def core(self, name: str) -> str:
        """Return "evin" for "Evin Prison" and "Evin"."""
        return self._short.without_noun(name).casefold()

    def contrast(self, name: str) -> str | None:
        """Return "female" for "Obo Female Prison", the word that tells it from Obo Maximum."""
        found = self._contrast.search(name)
        return found[0].casefold() if found else None

    def is_region(self, place: str) -> bool:
        """Tell whether a place is called a region by its last word."""
        return self._region.search(place) is not None

    def fuller(self, names: set[str]) -> dict[str, str]:
        """Return, for "donaldson", the one fuller name that ends in it: "william e. donaldson".

        A name that stands without its noun may also begin it: "larkstone" for "larkstone north
        processing". "New Larkstone" is not Larkstone, nor is "Larkstone 2".
        """
        found: dict[str, list[str]] = {}
        cores = {self.core(name) for name in names}
        bare = cores & {name.casefold() for name in names}
        for core in sorted(cores):
            words = _WORDS.findall(core)
            for at in range(1, len(words)):
                head, tail = " ".join(words[:at]), " ".join(words[at:])
                if head in bare and not _NUMBER.fullmatch(tail):
                    found.setdefault(head, []).append(core)
                if tail in cores and words[0] not in self._apart:
                    found.setdefault(tail, []).append(core)
        return {short: names[0] for short, names in found.items() if len(names) == 1}


Key = tuple[str, str, str | None]


class Facilities(TypeResolver):
    """Clusters facilities."""

    field: ClassVar[str] = "facilities"
    attribute: ClassVar[str] = "facility"

    def __init__(self, rules: FacilityRules, short: ShortNames) -> None:
        self.names = FacilityNames(rules, short)
        self.kind_of_code = rules.kind_of_code

    def link(self, doc: Doc, found: list[FacilityReading], clusters: UnionFind) -> None:
        """Join mentions that share a key."""
        which = self._which(found)
        variants = self._variants(found)
        fuller = self.names.fuller({r.name for r in found if r.name})
        first: dict[Key, int] = {}
        for index, reading in enumerate(found):
            for key in self._keys(reading, which[index], variants[index], fuller):
                clusters.join(first.setdefault(key, index), index)

    def _keys(
        self,
        reading: FacilityReading,
        which: str | None,
        variant: str | None,
        fuller: dict[str, str],
    ) -> list[Key]:
        keys: list[Key] = []
        if reading.code:
            keys.append(("code", reading.code, which))
        if reading.known:
            keys.append(("known", reading.known, variant))
        if reading.alias_of:
            keys.append(("code", reading.alias_of, None))
        for name in (reading.name, reading.alias_of):
            if name:
                core = self.names.core(name)
                keys.append(("name", core, variant))
                if core in fuller:
                    keys.append(("name", fuller[core], variant))
        return keys

    def _variants(self, found: list[FacilityReading]) -> list[str | None]:
        """Tell prisons of one name apart by a word: Obo Female Prison and Obo Maximum Prison.

        For each mention the word, where the article has several; "Obo" is the one named last.
        """
        told: dict[str, list[str]] = {}
        for reading in found:
            if reading.name and (word := self.names.contrast(reading.name)):
                told.setdefault(self._same_name(reading), []).append(word)
        last = {name: words[0] for name, words in told.items() if len(set(words)) > 1}
        variants: list[str | None] = []
        for reading in found:
            name = self._same_name(reading)
            if name in last and reading.name:
                last[name] = self.names.contrast(reading.name) or last[name]
            variants.append(last.get(name))
        return variants

    def _same_name(self, reading: FacilityReading) -> str:
        return reading.known or self.names.core(reading.name or "")

    def _which(self, found: list[FacilityReading]) -> list[str | None]:
        """Tell institutions of one number apart: IK-2 of Perm and of Vladimir.

        For each mention, what tells it from others of its code: its gazetteer row or its region,
        where the article has several; a mention that tells none is of the one named last.
        """
        told: dict[str, list[str]] = {}
        for reading in found:
            mark = self._mark(reading)
            if reading.code and mark and mark not in told.setdefault(reading.code, []):
                told[reading.code].append(mark)
        last: dict[str, str] = {code: marks[0] for code, marks in told.items() if len(marks) > 1}
        which: list[str | None] = []
        for reading in found:
            if reading.code in last:
                last[reading.code] = self._mark(reading) or last[reading.code]
            which.append(last.get(reading.code or ""))
        return which

    def _mark(self, reading: FacilityReading) -> str | None:
        if reading.known:
            return reading.known
        return reading.place if reading.place and self.names.is_region(reading.place) else None

    def entity(self, id_: int, group: list[FacilityReading]) -> FacilityEntity:
        """Return the facility: its own code, its longest name, what any mention tells of it."""
        codes = list(dict.fromkeys(r.code for r in group if r.code))
        own = (r.code for r in group if r.code and not r.alias_of)
        code = next(own, codes[0] if codes else None)
        names = sorted(dict.fromkeys(r.name for r in group if r.name), key=len, reverse=True)
        name = names[0] if names else None
        aliases = [other for other in codes if other != code]
        aliases += [n for n in names[1:] if self.names.core(n) != self.names.core(names[0])]
        link = next((r.link for r in group if r.link), None)
        linked = (Made("gazetteer", link.id),) if link else ()
        return FacilityEntity(
            id=id_,
            canonical=str(code or name),
            mentions=mentions_of(group),
            made=(*made_by(group), *linked),
            code=code,
            name=name,
            kind=self._kind(group, code),
            place=self._place(group),
            country=next((r.country for r in group if r.country), None),
            aliases=tuple(aliases),
            link=link,
        )

    def _kind(self, group: list[FacilityReading], code: str | None) -> FacilityKind | None:
        """Return the first specific kind, else a general one ("prison"), else the code's."""
        told = [reading for reading in group if reading.kind]
        specific = next((r.kind for r in told if not r.generic), None)
        if specific or told:
            return specific or told[0].kind
        return self.kind_of_code.get((code or "").partition("-")[0])

    def _place(self, group: list[FacilityReading]) -> str | None:
        """Return the first settlement, else the first region that is said of it."""
        placed: list[Any] = [reading for reading in group if reading.place]
        settlements = (
            r.place for r in placed if not r.region and not self.names.is_region(r.place)
        )
        settlement: str | None = next(settlements, None)
        return settlement or next((r.place for r in placed), None)

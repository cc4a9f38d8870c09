"""What of a facility's name tells it from others."""

import re

from custody_records.annotate.entities.rules import FacilityRules


class FacilityNames:
    """Strips the generic words from names of facilities."""

    def __init__(self, rules: FacilityRules) -> None:
        self._apart = frozenset(rules.apart)
        self._region = re.compile(rf"\b(?:{'|'.join(rules.regions)})$", re.IGNORECASE)
        self._generic = re.compile(
            rf"\s+(?:(?:{'|'.join(rules.modifiers)})\s+)*(?:{'|'.join(rules.nouns)})"
            rf"(?:\s+(?:{'|'.join(rules.tails)}))?$",
            re.IGNORECASE,
        )

    def core(self, name: str) -> str:
        """Return "evin" for "Evin Prison" and "Evin"."""
        return self._generic.sub("", name).casefold()

    def is_region(self, place: str) -> bool:
        """Tell whether a place is called a region by its last word."""
        return self._region.search(place) is not None

    def fuller(self, cores: set[str]) -> dict[str, str]:
        """Return, for "donaldson", the one fuller name that ends in it: "william e. donaldson".

        "New Larkstone" is not Larkstone.
        """
        found: dict[str, list[str]] = {}
        for core in sorted(cores):
            first, _, last = core.rpartition(" ")
            if first and last in cores and first.split()[0] not in self._apart:
                found.setdefault(last, []).append(core)
        return {short: names[0] for short, names in found.items() if len(names) == 1}

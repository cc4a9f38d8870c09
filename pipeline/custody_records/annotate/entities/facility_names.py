"""What of a facility's name tells it from others."""

import re

from custody_records.annotate.entities.rules import FacilityRules
from custody_records.annotate.facilities.short_names import ShortNames


class FacilityNames:
    """Tells by their names which facilities may be one."""

    def __init__(self, rules: FacilityRules, short: ShortNames) -> None:
        self._apart = frozenset(rules.apart)
        self._region = re.compile(rf"\b(?:{'|'.join(rules.regions)})$", re.IGNORECASE)
        self._short = short

    def core(self, name: str) -> str:
        """Return "evin" for "Evin Prison" and "Evin"."""
        return self._short.without_noun(name).casefold()

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

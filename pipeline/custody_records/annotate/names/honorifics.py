"""Forms of address that are no part of a name, by country: Burmese "U", "Daw", "Ko", "Ma"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate

# "Ma" and "U" are names elsewhere ("Ma Jian"), and so nothing is cut but in a country's own news.
_BY_COUNTRY = {
    "MM": frozenset(["U", "Daw", "Ko", "Ma"]),
    "ID": frozenset(["Pak", "Bapak", "Ibu", "Bu"]),
    "TH": frozenset(["Khun"]),
}

HONORIFICS = frozenset().union(*_BY_COUNTRY.values())


def unaddressed(
    words: Words, names: Iterable[Candidate], country: str | None
) -> Iterator[Candidate]:
    """Yield the names, those of people without the form of address in front."""
    forms = _BY_COUNTRY.get(country or "", frozenset())
    for name in names:
        if forms and name.reading == "person":
            first, stop = words.within(name.start, name.end)
            if (
                stop - first > 1
                and words.texts[first] in forms
                # "Ko Ko Gyi" is a name
                and words.texts[first + 1] != words.texts[first]
            ):
                name = replace(name, start=words.starts[first + 1])
        yield name

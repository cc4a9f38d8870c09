"""Find the words of a text that point to a country: one pass over its capitalised words."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from custody_records.annotate.country.rules import Country

Kind = Literal["name", "adjective", "cue", "sign", "cyrillic"]

# The first letters of a word that begins with a capital; the table is looked up by it.
_CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zа-я][^\W\d_]*")
_CYRILLIC_WORD = re.compile(r"(?<![\w-])[Ѐ-ӿ]{2,}")
# Stems are looked up by as many letters as the shortest has.
_STEM_KEY = 2
# "UK-161/3" and "UK 161/2" are facilities, "US-2" is a road: no country's name.
_CODE_FOLLOWS = re.compile(r"[-–— ]?\d")
# Short names and abbreviations must stand as printed ("US", not the "Us" of a sentence start).
_SHORT = 3


class Cue(NamedTuple):
    """One occurrence of evidence for ``country`` at ``[start, end)``."""

    start: int
    end: int
    country: str
    kind: Kind


class CountryCues:
    """The table of countries, made ready for looking up; with its signs if they are asked for."""

    def __init__(self, countries: Iterable[Country], signs: bool = False) -> None:
        self._phrases: dict[str, list[tuple[str, str, Kind]]] = {}
        stems: dict[str, str] = {}
        for country in countries:
            kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
                ("name", country.names),
                ("adjective", country.adjectives),
                ("cue", country.cues),
                ("sign", country.signs if signs else ()),
            )
            for kind, phrases in kinds:
                for phrase in phrases:
                    self._add(phrase, country.code, kind)
            stems.update(dict.fromkeys(country.cyrillic_stems, country.code))
        for phrases_of_word in self._phrases.values():
            phrases_of_word.sort(key=lambda entry: (-len(entry[0]), entry))
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for stem, code in sorted(stems.items(), key=lambda item: (-len(item[0]), item)):
            self._stems.setdefault(stem[:_STEM_KEY], []).append((stem, code))

    def _add(self, phrase: str, code: str, kind: Kind) -> None:
        first = _CAPITALISED.match(phrase)
        if first is None:
            raise ValueError(f"countries.csv: {phrase!r} does not begin with a capital letter")
        self._phrases.setdefault(first[0].casefold(), []).append((phrase, code, kind))

    def find(self, text: str) -> Iterator[Cue]:
        """Yield every cue of the text; those in Latin letters first, each kind in text order."""
        reached = 0
        for word in _CAPITALISED.finditer(text):
            entries = self._phrases.get(word[0].casefold())
            if entries is None or word.start() < reached:
                continue
            for phrase, code, kind in entries:
                end = word.start() + len(phrase)
                if _stands(text, word.start(), end, phrase):
                    yield Cue(word.start(), end, code, kind)
                    reached = end
                    break
        for word in _CYRILLIC_WORD.finditer(text):
            for stem, code in self._stems.get(word[0][:_STEM_KEY].casefold(), ()):
                if text[word.start() : word.start() + len(stem)].casefold() == stem:
                    yield Cue(*word.span(), code, "cyrillic")
                    break


def _stands(text: str, start: int, end: int, phrase: str) -> bool:
    printed = text[start:end]
    if printed != phrase and (len(phrase) <= _SHORT or printed.casefold() != phrase.casefold()):
        return False
    if text[end : end + 1].isalnum():
        return False
    return len(phrase) > _SHORT or not _CODE_FOLLOWS.match(text, end)

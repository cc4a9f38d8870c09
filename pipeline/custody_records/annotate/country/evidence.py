"""Find the words of a text that point to a country: one pass over its capitalised words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from custody_records.annotate.country.rules import Country, Towns

Kind = Literal["name", "adjective", "cue", "sign", "town", "cyrillic"]
_STRONGEST_FIRST = get_args(Kind)

# The first letters of a word that begins with a capital; the table is looked up by it.
_CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zа-я][^\W\d_]*")
_CYRILLIC_WORD = re.compile(r"(?<![\w-])[Ѐ-ӿ]{2,}")
# Stems are looked up by as many letters as the shortest has.
_STEM_KEY = 2
_END = "."  # behind a stem that is a whole word
# "UK-161/3" and "UK 161/2" are facilities, "US-2" is a road: no country's name.
_CODE_FOLLOWS = re.compile(r"[-–— ]?\d")
# Short names and abbreviations must stand as printed ("US", not the "Us" of a sentence start).
_SHORT = 3
# Letters that no decomposition takes apart.
_LETTERS = str.maketrans("ıłŁøØđĐ", "ilLoOdD")


class Cue(NamedTuple):
    """One occurrence of evidence for ``country`` at ``[start, end)``.

    ``rivals`` are other countries that have the same phrase: Georgia is also a state of the US.
    """

    start: int
    end: int
    country: str
    kind: Kind
    rivals: tuple[str, ...] = ()


class CountryCues:
    """The table of countries, made ready for looking up.

    ``signs``: with the signs of countries. ``towns``: with smaller towns, too.
    """

    def __init__(
        self, countries: Iterable[Country], signs: bool = False, towns: Iterable[Towns] = ()
    ) -> None:
        found: dict[str, list[tuple[str, str, Kind]]] = {}
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
                    _add(found, phrase, country.code, kind)
            stems.update(dict.fromkeys(country.cyrillic_stems, country.code))
        for row in towns:
            for town in row.towns:
                _add(found, town, row.code, "town")
                if not town.isascii():
                    _add(found, plain(town), row.code, "town")
        self._phrases = {word: list(_longest_first(entries)) for word, entries in found.items()}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for stem, code in sorted(stems.items(), key=lambda item: (-len(item[0]), item)):
            self._stems.setdefault(stem[:_STEM_KEY], []).append((stem, code))

    def is_cue(self, name: str) -> bool:
        """Tell whether a name is a cue from end to end: "Hong Kong"."""
        return any(cue.end - cue.start == len(name) for cue in self.find(name))

    def find(self, text: str) -> Iterator[Cue]:
        """Yield every cue of the text; those in Latin letters first, each kind in text order."""
        reached = 0
        for word in _CAPITALISED.finditer(text):
            entries = self._phrases.get(word[0].casefold())
            if entries is None or word.start() < reached:
                continue
            for phrase, code, kind, rivals in entries:
                end = word.start() + len(phrase)
                if _stands(text, word.start(), end, phrase):
                    yield Cue(word.start(), end, code, kind, rivals)
                    reached = end
                    break
        for word in _CYRILLIC_WORD.finditer(text):
            for stem, code in self._stems.get(word[0][:_STEM_KEY].casefold(), ()):
                end = word.end() if stem.endswith(_END) else word.start() + len(stem)
                if text[word.start() : end].casefold() == stem.removesuffix(_END):
                    yield Cue(*word.span(), code, "cyrillic")
                    break


def _add(found: dict[str, list[tuple[str, str, Kind]]], phrase: str, code: str, kind: Kind) -> None:
    first = _CAPITALISED.match(phrase)
    if first is None:
        raise ValueError(f"rules/country: {phrase!r} does not begin with a capital letter")
    found.setdefault(first[0].casefold(), []).append((phrase, code, kind))


def _longest_first(
    entries: list[tuple[str, str, Kind]],
) -> Iterator[tuple[str, str, Kind, tuple[str, ...]]]:
    """Yield each phrase once, the longest first, with the other countries that have it."""
    if len(entries) == 1:
        yield (*entries[0], ())
        return
    by_phrase: dict[str, list[tuple[str, str, Kind]]] = {}
    for entry in entries:
        by_phrase.setdefault(entry[0], []).append(entry)
    for phrase, same in sorted(by_phrase.items(), key=lambda item: (-len(item[0]), item[0])):
        same.sort(key=lambda entry: (_STRONGEST_FIRST.index(entry[2]), entry[1]))
        codes = dict.fromkeys(code for _, code, _ in same)
        _, code, kind = same[0]
        yield phrase, code, kind, tuple(other for other in codes if other != code)


def plain(name: str) -> str:
    """Return a name without its diacritics, as much of the press prints it."""
    bare = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _stands(text: str, start: int, end: int, phrase: str) -> bool:
    printed = text[start:end]
    if printed != phrase and (len(phrase) <= _SHORT or printed.casefold() != phrase.casefold()):
        return False
    if text[end : end + 1].isalnum():
        return False
    return len(phrase) > _SHORT or not _CODE_FOLLOWS.match(text, end)

"""Known facilities: their proper names in a text, and the row that a code or name stands for."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from custody_records.annotate.facilities.rules import CaseEndings, KnownFacility

_CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_a-zа-яё][^\W\d_]*|(?<![\w-])[a-z]{2}(?=-[A-Z])")
_GOES_ON = re.compile(r"[^\W_]|-\d")
_OTHER_CASES = r"\w{0,3}"


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name at ``[start, end)``; ``name`` is its form without case endings."""

    start: int
    end: int
    name: str
    known: KnownFacility


class FacilityGazetteer:
    """The rows of ``gazetteer.csv``, by name and by code."""

    def __init__(self, rows: Iterable[KnownFacility], endings: CaseEndings) -> None:
        self._by_word: dict[str, list[tuple[str, KnownFacility]]] = {}
        self._by_code: dict[tuple[str, str], list[KnownFacility]] = {}
        self.by_id: dict[str, KnownFacility] = {}
        cyrillic: dict[str, tuple[str, KnownFacility]] = {}
        for row in rows:
            if row.id in self.by_id:
                raise ValueError(f"gazetteer.csv: two rows have the id {row.id!r}")
            self.by_id[row.id] = row
            for code in filter(None, (row.code, *row.other_codes)):
                self._by_code.setdefault((row.country, code), []).append(row)
            for name in dict.fromkeys([*row.names, *(n[0].upper() + n[1:] for n in row.names)]):
                first = _CAPITALISED.match(name)
                if first is None:
                    raise ValueError(f"gazetteer.csv: {name!r} does not begin with a capital")
                self._by_word.setdefault(first[0], []).append((name, row))
            cyrillic |= {_stems(name, endings): (name, row) for name in row.cyrillic}
        for entries in self._by_word.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        self._cyrillic: dict[str, list[tuple[re.Pattern[str], str, KnownFacility]]] = {}
        self._slang: list[tuple[re.Pattern[str], str, KnownFacility]] = []
        for pattern, entry in sorted(cyrillic.items()):
            forms = re.compile(rf"(?<!\w){pattern}(?!\w)")
            opens = entry[0][:1].isupper()
            held = self._cyrillic.setdefault(_opening(entry[0]), []) if opens else self._slang
            held.append((forms, *entry))

    def names(self, text: str, country_at: Callable[[int], str | None]) -> Iterator[NameHit]:
        """Yield every known name in the text, whether or not it means the facility.

        Of several facilities of one name ("La Modelo") the one of the story's country is meant.
        """
        reached = 0
        for word in _CAPITALISED.finditer(text):
            for name, row in self._by_word.get(word[0], ()):
                end = word.start() + len(name)
                if word.start() < reached or not text.startswith(name, word.start()):
                    continue
                # "Kresty-2" is another prison than "Kresty".
                if not _GOES_ON.match(text, end):
                    namesakes = (r for n, r in self._by_word[word[0]] if n == name)
                    country = country_at(word.start())
                    own = next((r for r in namesakes if r.country == country), row)
                    yield NameHit(word.start(), end, name, own)
                    reached = end
                    break
            for pattern, name, row in self._cyrillic.get(_opening(word[0]), ()):
                if found := pattern.match(text, word.start()):
                    yield NameHit(*found.span(), name, row)
        for pattern, name, row in self._slang:
            for found in pattern.finditer(text):
                yield NameHit(*found.span(), name, row)

    def with_code(self, country: str | None, code: str) -> list[KnownFacility]:
        """Return the known facilities of a country that have, or had, a code."""
        return self._by_code.get((country or "", code), [])


def _opening(name: str) -> str:
    """Return the letters of a Russian name that no case changes."""
    return name[:2].replace("ё", "е")


def _stems(name: str, endings: CaseEndings) -> str:
    """Return a pattern for a Russian name in any case: "Чёрного дельфина"."""
    words: list[str] = []
    for word in name.split():
        stem, cases = word, _OTHER_CASES
        if ending := endings.adjectives.search(word):
            stem = word[: ending.start()]
        elif word[-1] in endings.nouns:
            # Of two words the first tells the name apart: "Волчьих нор".
            first = f"(?:{'|'.join(endings.nouns[word[-1]])})"
            stem, cases = word[:-1], _OTHER_CASES if words else first
        pattern = re.escape(stem).replace("ё", "[её]") + cases
        # «Чёрный дельфин» and «Чёрный Дельфин»
        capital = f"[{pattern[0]}{pattern[0].upper()}]" if words and pattern[0].islower() else ""
        words.append(capital + pattern[1:] if capital else pattern)
    return r"\s".join(words)

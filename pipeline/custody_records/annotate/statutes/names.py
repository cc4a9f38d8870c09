"""Find instruments that the rules name, wherever they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from custody_records.annotate.openings import WordPattern, opening, word_starts
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rules import Code, Instrument, StatuteRules
from custody_records.rulebook import RuleError

_BEHIND = 100  # characters behind a name that may make it another thing
_OPENS = re.compile(r"\w[\w.]{1,2}")


def name_pattern(name: str) -> str:
    """Return a regular expression for a printed name; ``*`` is an ending of up to eight letters."""
    pieces = []
    for word in name.split():
        escaped = re.escape(word).replace(r"\*", r"\w{0,8}").replace(r"\-", r"[-‐‑ ]")
        pieces.append(re.sub(r"['’ʻʼ‘]", "['’ʻʼ‘]", escaped))
    return r"[ \u00a0\n\xad]{1,3}".join(pieces)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name of an instrument, and whether it counts only beside an article's number."""

    named: Code | Instrument
    name: str
    beside: bool
    cased: bool


def _entries(rules: StatuteRules) -> Iterator[_Entry]:
    for instrument in rules.instruments:
        for name in instrument.names:
            yield _Entry(instrument, name, beside=False, cased=False)
        for name in instrument.abbreviations:
            yield _Entry(instrument, name, beside=False, cased=True)
        for name in instrument.beside:
            yield _Entry(instrument, name, beside=True, cased=True)
    for code in rules.codes:
        for name in code.names:
            yield _Entry(code, name, beside=False, cased=False)
        for name in code.abbreviations:
            yield _Entry(code, name, beside=True, cased=True)


def _alternation(groups: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?:(?<=\.)(?=\d)|(?!\w|/\d|-\d))")


class NameFinder:
    """Finds every name of the rules in one pass; the longest name at a place wins."""

    def __init__(self, rules: StatuteRules) -> None:
        # Longest first; an abbreviation that two share goes to the first that is for the country.
        self._words = rules.names
        self._generics = [WordPattern(phrase.regex) for phrase in rules.names.generics]
        endings = "|".join(rules.names.endings)
        self._watched = [instrument for instrument in rules.instruments if instrument.bodies]
        self._entries = sorted(_entries(rules), key=lambda entry: -len(entry.name))
        self._by_name: dict[str, list[_Entry]] = {}
        # Hundreds of names tried at every word cost more than the model's recogniser does; those
        # that share the word's first letters are a handful.
        opened: list[tuple[_Entry, str, set[str]]] = []
        for entry in self._entries:
            pattern = name_pattern(entry.name)
            held = self._by_name.setdefault(f"{entry.cased}{pattern}", [])
            held.append(entry)
            if entry.beside:  # "УКнын", "ЖКнинг"
                pattern += rf"(?:{endings})?"
            group = f"({pattern})" if entry.cased else f"((?i:{pattern}))"
            if (opens := _OPENS.match(entry.name)) is None:
                raise RuleError(
                    f"{entry.named.id}: name {entry.name!r} must begin with two letters"
                )
            cases = [opens[0]] if entry.cased else [opens[0].title(), opens[0].lower()]
            opened.append((entry, group, set(map(opening, cases))))
        self._starts: dict[str, tuple[list[_Entry], re.Pattern[str]]] = {}
        for start in set().union(*(begun for _, _, begun in opened)):
            alike = [(e, g) for e, g, begun in opened if not begun.isdisjoint((start, start[:2]))]
            self._starts[start] = [e for e, _ in alike], _alternation(g for _, g in alike)

    def find(self, text: str, country: str | None) -> Iterator[InstrumentMention]:
        """Yield every mention in text order; ``country`` decides between shared abbreviations."""
        end = 0
        starts, _ = word_starts(text)
        places = [
            (at, names)
            for opens, held in starts.items()
            if (names := opens if opens in self._starts else opens[:2]) in self._starts
            for at in held
        ]
        for start, names in sorted(places):
            inside = text[start].isdecimal() and text[start - 1 : start].isalpha()  # "Unit100"
            if start < end or inside:
                continue
            entries, pattern = self._starts[names]
            if (found := pattern.match(text, start)) is None:
                continue
            end = found.end()
            if self._words.not_behind.regex.match(text[end : end + _BEHIND]):
                continue
            entry = self._choose(entries[(found.lastindex or 1) - 1], country)
            if entry is not None:
                yield _mention(entry, found.start(), found.end(), found[0][0].isupper())

    def generics(self, text: str) -> Iterator[InstrumentMention]:
        """Yield "the same code", "the Convention": words that ask for the last of their kind."""
        for pattern in self._generics:
            for found in pattern.finditer(text):
                word = found["word"].casefold()
                yield InstrumentMention(
                    start=found.start(),
                    end=found.end(),
                    rule="statute.antecedent.kind",
                    name=None,
                    kind=self._words.kinds.get(word, word),
                    beside=True,
                )

    def bodies(self, text: str) -> list[InstrumentMention]:
        """Return the instruments whose treaty bodies or courts the text names."""
        return [
            _mention(_Entry(instrument, instrument.name, False, True), 0, 0, True)
            for instrument in self._watched
            if any(body in text for body in instrument.bodies)
        ]

    def _choose(self, entry: _Entry, country: str | None) -> _Entry | None:
        """Return the entry of this spelling that counts in the country."""
        shared = self._by_name[f"{entry.cased}{name_pattern(entry.name)}"]
        for candidate in shared:
            if country in _only(candidate):
                return candidate
        return next((candidate for candidate in shared if not _only(candidate)), None)


def _only(entry: _Entry) -> tuple[str, ...]:
    """Return the countries that an abbreviation is limited to; none means everywhere."""
    limited = entry.beside and isinstance(entry.named, Instrument)
    return entry.named.only if limited and isinstance(entry.named, Instrument) else ()


def _mention(entry: _Entry, start: int, end: int, capital: bool) -> InstrumentMention:
    named = entry.named
    code = isinstance(named, Code)
    return InstrumentMention(
        start=start,
        end=end,
        rule=named.id,
        name=named.name,
        kind=named.kind,
        jurisdiction=None if isinstance(named, Code) else named.jurisdiction,
        code=named.key if isinstance(named, Code) else None,
        beside=entry.beside or (code and not capital),
        unit="article" if isinstance(named, Code) else named.unit,
        limit=named.articles,
        direct=isinstance(named, Instrument) and named.direct,
        domestic=code,
    )

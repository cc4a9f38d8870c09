"""The words of a citation, compiled from the rules: the markers of numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from custody_records.annotate.openings import WordPattern, any_of
from custody_records.annotate.statutes.joins import Joins
from custody_records.annotate.statutes.rule_files import CitationFile
from custody_records.annotate.statutes.rules import Level, Marker
from custody_records.annotate.statutes.spelled import SpelledNumbers


@dataclass(frozen=True, slots=True)
class Word:
    """A marker found in the text."""

    marker: Marker
    start: int
    end: int
    plural: bool


@dataclass(frozen=True, slots=True)
class StatuteLexicon:
    """Compiled markers; the group named ``m<n>`` is marker n."""

    markers: tuple[Marker, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    ordinal: re.Pattern[str]
    anchor: WordPattern
    plural: re.Pattern[str]
    joins: Joins
    numbers: SpelledNumbers
    lost_index: re.Pattern[str]
    behind_roman: re.Pattern[str]

    def first(self, level: Level, language: str) -> Marker:
        """Return the marker that stands for a level where a text leaves its word out."""
        return next(m for m in self.markers if m.level == level and m.language == language)

    @property
    def section_sign(self) -> Marker:
        """The marker that is a sign."""
        return next(marker for marker in self.markers if marker.sign)

    def word(self, pattern: re.Pattern[str], text: str, at: int) -> Word | None:
        """Return the marker of ``pattern`` that begins at ``at``."""
        found = pattern.match(text, at)
        if not found:
            return None
        marker = self.markers[int(str(found.lastgroup)[1:])]
        word = text[found.start() : found.end()].casefold().rstrip(".")
        plural = self.plural.search(word) is not None
        return Word(marker, found.start(), found.end(), plural)


# A marker's word ends where its letters end; an abbreviation's point ends it too ("cl.a", "ч.2").
_ENDED = r"(?:(?<=\.)|(?![^\W\d_]))"


def _ahead(words: CitationFile, numbers: SpelledNumbers) -> str:
    """Return what may stand behind a marker: a number, bracket, quote, letter, numeral or word."""
    leads = "|".join(rf"{word}[ ]" for word in words.ahead)
    return (
        rf"[ \t\n\u00a0]{{0,3}}(?:\d|[-–(“\"«'‘]|\w(?!\w)|[IVXLCivx]{{1,7}}(?!\w)|"
        rf"(?i:{numbers.cardinal}|{numbers.russian})|{leads}|{words.number_sign})"
    )


def _first_letters(markers: Iterable[Marker]) -> str:
    """Return a character class of what a marker in front of its number can begin with."""
    letters: set[str] = set()
    for marker in markers:
        for form in marker.before:
            plain = re.sub(r"^\(\?<!.*?\)", "", form)
            first = plain[1 : plain.index("]")] if plain[0] == "[" else plain[0]
            letters |= set(first) | set(first.swapcase())
    return "".join(re.escape(letter) for letter in sorted(letters))


def _either_case(letters: Iterable[str]) -> str:
    """Return what a character class holds for letters of either case."""
    return "".join(sorted({case for letter in letters for case in (letter, letter.upper())}))


def _openings(patterns: Iterable[str]) -> str:
    """Return the first letters of patterns that begin with a letter."""
    return _either_case(pattern[0] for pattern in patterns)


def _alternatives(markers: Iterable[Marker], kind: str) -> str:
    groups = []
    for index, marker in enumerate(markers):
        forms = getattr(marker, kind)
        if forms:
            flags = "" if marker.cased else "i"
            body = "|".join(forms)
            groups.append(f"(?P<m{index}>(?{flags}:{body}))" if flags else f"(?P<m{index}>{body})")
    return "|".join(groups) or "(?!)"


def compile_markers(
    markers: tuple[Marker, ...], words: CitationFile, numbers: SpelledNumbers
) -> StatuteLexicon:
    """Return the lexicon of a set of markers."""
    before = _alternatives(markers, "before")
    after = _alternatives(markers, "after")
    ordinal = _alternatives(markers, "ordinal")
    plain_before, plain_after, plain_ordinal = (
        re.sub(r"\?P<m\d+>", "?:", part) for part in (before, after, ordinal)
    )
    unnumbered = [*words.both.values(), *words.repeats]
    # Guards by the first letter keep the scan fast: most words begin with none of these.
    anchor = (
        rf"(?<![\w§])(?=[{_first_letters(markers)}])(?:{plain_before}){_ENDED}"
        rf"(?={_ahead(words, numbers)})|"
        rf"(?<![\w.,/-])\d{{1,5}}(?:[.-]\d{{1,3}})*\)?(?:[-‑–]|-?[a-zəüı]{{2,3}})?[ ]?"
        rf"(?:{plain_after})|"
        rf"(?<![\w-])(?=[0-9{_either_case(numbers.first_letters)}])(?i:{numbers.english}|{numbers.russian})"
        rf"(?i:(?:,\s|\s(?:{any_of(words.conjunctions)})\s)(?:{numbers.english}|{numbers.russian})){{0,4}}\s+"
        rf"(?:{plain_ordinal})(?!\w)|"
        rf"(?<!\w)(?=[{_openings(unnumbered)}])(?i:{'|'.join(unnumbered)})"
    )
    return StatuteLexicon(
        markers=markers,
        before=re.compile(rf"(?:{before}){_ENDED}"),
        after=re.compile(rf"[-‑–]?(?:[a-zəüı]{{2,3}}(?=\s))?[ ]?(?:{after})(?!\w)"),
        ordinal=re.compile(rf"(?:{ordinal})(?!\w)"),
        anchor=WordPattern(re.compile(anchor)),
        plural=re.compile(rf"(?:{'|'.join(words.plural)})$"),
        joins=Joins(words),
        numbers=numbers,
        lost_index=re.compile(rf"[ \u00a0]([1-9])(?={words.behind_index})"),
        behind_roman=re.compile(words.behind_roman),
    )

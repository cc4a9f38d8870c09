"""Find the prison words of a text, with the modifiers that stand before them and what they tell."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from custody_records.annotate.facilities.letters import NUMBER_SIGN
from custody_records.annotate.facilities.list_rules import ListFile, any_of
from custody_records.annotate.facilities.rules import Noun, WordFile
from custody_records.annotate.openings import WordPattern
from custody_records.contract.fold import plain
from custody_records.contract.values import FacilityKind

# How far to the left modifiers are looked for: "former maximum-security women's correctional".
_LEFT = 90
_WORD_AT_END = re.compile(r"[\w'’-]+$")
_BLANKS = 2  # that may stand between a modifier and its word
_NEAR = 400
# Which kind wins where several words tell one; the first is the most specific.
_BY_PRECISION: tuple[FacilityKind, ...] = (
    "juvenile_colony", "police_custody", "pretrial_detention_centre", "colony_settlement",
    "medical", "womens_colony", "correctional_colony", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FacilityNoun:
    """A prison word at ``[start, end)``; with its modifiers it begins at ``phrase``.

    ``is_custodial`` is False for a plain "institution" or "camp", which may be something else.
    ``plain`` tells that a modifier such as "penal" stands before the noun.
    ``usable`` is False where a modifier makes it something else ("educational institution").
    """

    phrase: int
    start: int
    end: int
    entry: Noun
    kind: FacilityKind | None
    plural: bool
    is_custodial: bool
    plain: bool
    usable: bool

    @property
    def generic(self) -> bool:
        """Whether another word of the article may tell a more precise kind."""
        return self.entry.generic and self.kind == self.entry.kind


class FacilityNouns:
    """The prison words of one text, in order."""

    def __init__(self, found: list[FacilityNoun], text: str, words: "PrisonWords") -> None:
        self.all = found
        self._text = text
        self._pattern = words.words.detention.regex
        self._gap = words.number_gap
        self._ends = [noun.end for noun in found]
        self._starts = [noun.start for noun in found]

    def __iter__(self) -> Iterator[FacilityNoun]:
        return iter(self.all)

    def before(self, position: int) -> FacilityNoun | None:
        """Return the last noun that ends at or before a position."""
        index = bisect_right(self._ends, position) - 1
        return self.all[index] if index >= 0 else None

    def lead_to_number(self, end: int, start: int) -> bool:
        """Tell whether "No.", quotes or nothing stand between a prison word and a number."""
        return self._gap.fullmatch(self._text, end, start) is not None

    @cached_property
    def _detention(self) -> list[tuple[int, int]]:
        """Where words of detention stand, in order."""
        return [word.span() for word in self._pattern.finditer(self._text)]

    @property
    def of_detention(self) -> bool:
        """Whether the text speaks of detention anywhere."""
        return bool(self._detention)

    def speak_of_detention(self, start: int, end: int) -> bool:
        """Tell whether a word of detention stands within reach of ``[start, end)``."""
        index = bisect_right(self._detention, start, key=lambda word: word[1]) - 1
        if index >= 0 and self._detention[index][0] >= start - _NEAR:
            return True
        index = bisect_left(self._detention, end, key=lambda word: word[0])
        return index < len(self._detention) and self._detention[index][1] <= end + _NEAR

    def after(self, position: int) -> FacilityNoun | None:
        """Return the first noun that begins at or after a position.

        Its modifiers may begin before: "Vladimir Central" is a name in "Vladimir Central prison".
        """
        index = bisect_left(self._starts, position)
        return self.all[index] if index < len(self.all) else None


class PrisonWords:
    """The nouns and modifiers of ``words.yaml``, ready to be found."""

    def __init__(self, words: WordFile, lists: ListFile) -> None:
        self.words = words
        # What may stand between a prison word and a bare number: No., quotes, a comma.
        self.number_gap = re.compile(
            rf"[\s,«“\"(]*(?:(?:{NUMBER_SIGN}|{any_of(lists.code)})[\s«“\"]*)?"
        )
        self._nouns = {f"n{index}": entry for index, entry in enumerate(words.nouns)}
        alternatives = "|".join(f"(?P<{key}>{entry.pattern})" for key, entry in self._nouns.items())
        pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w)", re.IGNORECASE)
        self._pattern = WordPattern(pattern)
        self._plural = {
            entry.id: re.compile(rf"(?:{entry.plural})$", re.IGNORECASE) for entry in words.nouns
        }
        self._kinds = {
            word: kind for kind, listed in words.modifiers.kinds.items() for word in listed
        }

    def find(self, text: str) -> FacilityNouns:
        """Return every prison word of the text."""
        found: list[FacilityNoun] = []
        for match in self._pattern.finditer(text):
            noun = self._noun(text, match)
            if noun is None:
                continue
            # "prison hospital" is one thing: its first word was only a modifier.
            if found and found[-1].start >= noun.phrase:
                found.pop()
            found.append(noun)
        return FacilityNouns(found, text, self)

    def _noun(self, text: str, match: re.Match[str]) -> FacilityNoun | None:
        entry = self._nouns[str(match.lastgroup)]
        modifiers = self.words.modifiers
        phrase = match.start()
        is_plain = False
        # The noun itself may carry the word: "remand prison", "detention centre".
        told = [self._kinds[w] for w in _words(match[0])[:-1] if w in self._kinds]
        while (begun := _before(text, phrase)) < phrase:
            word = plain(text[begun:phrase].rstrip()).casefold()
            if word in modifiers.never:
                return None
            if word in self._kinds:
                told.append(self._kinds[word])
            elif word in modifiers.plain:
                is_plain = True
            elif word not in modifiers.loose:
                break
            phrase = begun
        # "the only prison for women"
        told += [of for of, who in modifiers.behind.items() if who.match(text, match.end())]
        kind = _kind(entry, told, is_plain, match[0])
        weak = not entry.strong
        return FacilityNoun(
            phrase=phrase,
            start=match.start(),
            end=match.end(),
            entry=entry,
            kind=kind,
            plural=bool(self._plural[entry.id].search(match[0])),
            is_custodial=entry.strong or is_plain or (entry.kind is not None and kind in told),
            plain=is_plain,
            usable=is_plain or not (weak and entry.kind is None and told),
        )


def _before(text: str, position: int) -> int:
    """Return the start of the word before a position, which one or two blanks part from it.

    The position itself if there is none in the line.
    """
    line = text[max(0, position - _LEFT) : position]
    held = line.rstrip()
    gap = line[len(held) :]
    if not 0 < len(gap) <= _BLANKS or "\n" in gap:
        return position
    # Only the last piece is searched: from the end of the line back would be its length squared.
    word = _WORD_AT_END.search(held, max(held.rfind(" "), 0))
    return position - len(line) + word.start() if word else position


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.casefold())


def _kind(entry: Noun, told: list[FacilityKind], plain: bool, printed: str) -> FacilityKind | None:
    """Return the most specific kind of the noun and its modifiers."""
    if entry.medical and re.match(entry.medical, printed, re.IGNORECASE):
        return "medical"
    if entry.kind is None and not plain:
        return None
    allowed = [kind for kind in told if _fits(entry, kind)]
    return min(allowed, key=_BY_PRECISION.index) if allowed else entry.kind


def _fits(entry: Noun, kind: FacilityKind) -> bool:
    """Tell whether a modifier's kind can hold of a noun: no colony is a remand one."""
    if entry.kind == "other":
        return kind in ("other", "correctional_colony")
    if entry.kind == "correctional_colony":
        return kind not in ("pretrial_detention_centre", "police_custody", "other")
    return entry.kind != "colony_settlement"

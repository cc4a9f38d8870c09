"""Try a pattern only where a word opens as one of its matches can.

``re`` tries a pattern of many alternatives at every character of a text. Here the first three
letters of all its matches are read off the pattern itself, the first of them with its case, and the
words of a text are sorted by theirs once, for all patterns that are looked for in it. A pattern of
names is tried at each word with a capital, one of whole lines where a line begins. All this is read
by the parser of ``re``, which is private to the standard library and the same in Python 3.11 to
3.13.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined] # not in the stubs
from re import _parser  # type: ignore[attr-defined] # not in the stubs
from typing import Any

_RUN = re.compile(r"[^\W\d]+|\d+")
_MARKS = re.compile(r"\W+")
_LETTERS = 3
_TEXTS = 32  # kept: components that work on many docs together ask for the same text again
_MANY, _SINGLE = 300, 5  # openings, of one letter: with more a pattern begins nearly anywhere
_CROWD = 8  # openings that differ in their last letter alone
_MOST = 300  # characters of a range that are told apart; one with more is any character
_CAPITAL = "^"  # the opening of all words that begin with no letter of a to z
_CAPITALS = re.compile(r"(?<![^\W\d])[^\W\da-z]")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")

_BEGINS = (code.AT_BOUNDARY, code.AT_BEGINNING, code.AT_BEGINNING_STRING)

# In a class of what stands for no character, if that begins with a letter, it is none of a to z.
_NO_SMALL = frozenset(
    [
        (code.CATEGORY, code.CATEGORY_NOT_WORD),
        (code.CATEGORY, code.CATEGORY_DIGIT),
        (code.RANGE, (ord("a"), ord("z"))),
    ]
)

# What a part of a pattern can begin with, and whether what follows the part may go on from there.
Begun = set[tuple[str, bool]]


def any_of(words: Iterable[str], blank: str = r"\ ") -> str:
    """Return the alternatives of a pattern, the longest first: "и/или" before "и".

    ``blank`` is the pattern of a blank within them. Of no words nothing matches.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", blank) for word in longest_first) or "(?!)"


class WordPattern:
    """A compiled pattern whose matches all begin where a word or a line does; they come sooner.

    One that can match within a word, or begin with any character, is searched for as ``re`` does.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        parts = _parser.parse(pattern.pattern, pattern.flags)
        self.of_lines = _begins_a_line(parts)
        self.openings = _openings(parts, pattern.flags)
        self._of_capitals = _CAPITAL in self.openings
        # Whether a match may begin with any word, or any capitalised one.
        self.anywhere = not self.of_lines and (self._of_capitals or not self.openings)
        # Those that are looked up one by one.
        told = {
            o for o in self.openings if not (self._of_capitals and _is_capital(o)) and o != _CAPITAL
        }
        self._marks = sorted({mark[0] for mark in map(_MARKS.match, told) if mark})
        self._told = frozenset(told)
        self._short = frozenset(o for o in told if len(o) < _LETTERS)

    def finditer(self, text: str) -> list[re.Match[str]]:
        """Return the pattern's matches in text order, none of which shares a character."""
        return self.within(text, [(0, len(text))])

    def within(self, text: str, spans: Iterable[tuple[int, int]]) -> list[re.Match[str]]:
        """Return the matches in spans of a text, each as ``re`` finds it with pos and endpos."""
        if not self.openings and not self.of_lines:
            return [found for span in spans for found in self.pattern.finditer(text, *span)]
        matches: list[re.Match[str]] = []
        if not (places := _line_starts(text) if self.of_lines else self._places(text)):
            return matches
        match = self.pattern.match
        for start, end in spans:
            behind = start  # the last match
            for at in places[bisect_left(places, start) : bisect_left(places, end)]:
                if at >= behind and (found := match(text, at, end)):
                    behind = found.end()
                    matches.append(found)
        return matches

    def _places(self, text: str) -> list[int]:
        """Return where a match may begin, in text order."""
        starts, shorter = word_starts(text)
        opens = starts.keys() & self._told
        for short in shorter.keys() & self._short:
            opens.update(shorter[short])
        places = [at for o in opens for at in starts[o]]
        if self._marks:
            places += places_of(self._marks, text)
        if self._of_capitals:
            places += _capitals(text)
        places.sort()
        return places


def places_of(words: Iterable[str], text: str) -> set[int]:
    """Return where words, or parts of words, stand in a text."""
    places: set[int] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.add(at)
            at = text.find(word, at + len(word))
    return places


def _openings(parts: Iterable[tuple[Any, Any]], flags: int) -> frozenset[str]:
    """Return what the matches of a pattern begin with, none where they may begin anyhow."""
    openings = frozenset(begun for begun, _ in _begun(parts, flags))
    letters = {begun for begun in openings if len(begun) == 1}
    if len(capitals := set(filter(_is_capital, letters))) > _SINGLE:
        openings |= {_CAPITAL}
    if "" in openings or len(letters - capitals - {_CAPITAL}) > _SINGLE:
        return frozenset()
    of_numbers = all(begun[0] == "0" for begun in openings)
    behind = (code.CATEGORY_WORD, code.CATEGORY_DIGIT if of_numbers else None)
    return openings if _begins_a_word(parts, behind) else frozenset()


@lru_cache(maxsize=_TEXTS)
def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


@lru_cache(maxsize=_TEXTS)
def _capitals(text: str) -> list[int]:
    return [found.start() for found in _CAPITALS.finditer(text)]


def _is_capital(letters: str) -> bool:
    """Tell whether a word that opens so begins with a letter, and with none of a to z."""
    return letters[:1].isalpha() and letters[0] not in _SMALL


@lru_cache(maxsize=_TEXTS)
def word_starts(text: str) -> tuple[dict[str, list[int]], dict[str, list[str]]]:
    """Return ``opening`` → where the words and numbers that open so begin, shorter → openings."""
    printed: defaultdict[str, list[int]] = defaultdict(list)
    for at in [found.start() for found in _RUN.finditer(text)]:
        printed[text[at : at + _LETTERS]].append(at)
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for letters, places in printed.items():
        starts[opening(letters)] += places
    shorter: defaultdict[str, list[str]] = defaultdict(list)
    for begun in starts:
        shorter[begun[:1]].append(begun)
        if len(begun) > 1:
            shorter[begun[:2]].append(begun)
    return starts, shorter


@lru_cache(maxsize=16384)
def opening(letters: str) -> str:
    """Return letters so that those which a pattern may take for each other are the same.

    The first keeps its case, as most patterns tell it.
    """
    folded = "".join(map(_folded, letters))
    return folded[0].upper()[:1] + folded[1:] if letters[:1].isupper() else folded


def _folded(letter: str) -> str:
    return "0" if letter.isdecimal() else letter.casefold()[:1].replace("ı", "i")


def _begun(parts: Iterable[tuple[Any, Any]], flags: int) -> Begun:
    """Return what the parts of a pattern, one behind the other, can begin with."""
    begun: Begun = {("", True)}
    for operator, operand in parts:
        going = {before for before, goes_on in begun if goes_on}
        if not going:
            break
        added = _of(operator, operand, flags)
        joined = {_joined(before, *each) for before in going for each in added}
        begun = _fewer({each for each in begun if not each[1]} | joined)
    return begun


def _joined(before: str, further: str, goes_on: bool) -> tuple[str, bool]:
    if before and further == _CAPITAL:
        return before, False
    joined = before + ("".join(map(_folded, further)) if before else further)
    return joined[:_LETTERS], goes_on and len(joined) < _LETTERS


def _fewer(begun: Begun) -> Begun:
    """Return what a pattern can begin with, told by fewer letters where it is too much."""
    for length in reversed(range(_LETTERS)):
        if len(begun) <= _MANY:
            break
        alike = Counter(each[:length] for each, _ in begun)
        begun = {
            (each[:length], goes_on and len(each) < length)
            if alike[each[:length]] > _CROWD
            else (each, goes_on)
            for each, goes_on in begun
        }
    return begun


def _of(operator: Any, operand: Any, flags: int) -> Begun:
    """Return what one part of a pattern can begin with."""
    if operator is code.LITERAL:
        return _of_letters([chr(operand)], flags)
    if operator is code.IN:
        return _of_class(operand, flags)
    if operator is code.BRANCH:
        return _fewer(set().union(*(_begun(branch, flags) for branch in operand[1])))
    if operator is code.SUBPATTERN:
        _, added, removed, parts = operand
        return _begun(parts, (flags | added) & ~removed)
    if operator is code.ATOMIC_GROUP:
        return _begun(operand, flags)
    if operator in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        least, most, parts = operand
        once = _begun(parts, flags)
        return _repeated(once, most) | ({("", True)} if least == 0 else set())
    if operator in (code.AT, code.ASSERT, code.ASSERT_NOT):
        return {("", True)}
    return {("", False)}


def _repeated(once: Begun, most: int) -> Begun:
    """Return what a part can begin with that stands once or up to ``most`` times."""
    begun = once
    for _ in range(1, min(most, _LETTERS)):
        further = {_joined(before, *each) for before, goes_on in begun if goes_on for each in once}
        begun = _fewer(begun | further)
    return begun


def _of_class(members: Sequence[tuple[Any, Any]], flags: int) -> Begun:
    letters: set[str] = set()
    for operator, operand in members:
        if operator is code.LITERAL:
            letters.add(chr(operand))
        elif operator is code.RANGE and operand[1] - operand[0] < _MOST:
            letters |= set(map(chr, range(operand[0], operand[1] + 1)))
        elif (operator, operand) == (code.CATEGORY, code.CATEGORY_DIGIT):
            letters.add("0")
        elif operator is code.NEGATE and _NO_SMALL.issubset(members) and not flags & re.IGNORECASE:
            return {(_CAPITAL, False)}
        else:
            return {("", False)}
    capitals = set(filter(_is_capital, letters))
    if len(capitals) <= _SINGLE or flags & re.IGNORECASE:
        return _of_letters(letters, flags)
    return _of_letters(letters - capitals, flags) | {(_CAPITAL, False)}


def _of_letters(letters: Iterable[str], flags: int) -> Begun:
    if not flags & re.IGNORECASE:
        return {(opening(letter), True) for letter in letters}
    folded = set(map(_folded, letters))
    return {(letter, True) for letter in folded | {each.upper()[:1] for each in folded}}


def _begins_a_line(parts: Iterable[tuple[Any, Any]]) -> bool:
    """Tell whether every match of a pattern begins where a line does."""
    for operator, operand in parts:
        if operator is code.BRANCH:
            return all(map(_begins_a_line, operand[1]))
        if operator is code.SUBPATTERN:
            return _begins_a_line(operand[-1])
        if operator not in (code.ASSERT, code.ASSERT_NOT):
            return operator is code.AT and operand in (code.AT_BEGINNING, code.AT_BEGINNING_STRING)
    return False


def _is_mark(operator: Any, operand: Any) -> bool:
    """Tell whether a part of a pattern is a character that belongs to no word."""
    if operator is code.IN:
        return all(_is_mark(*member) for member in operand)
    return operator is code.LITERAL and not _RUN.match(chr(operand))


def _begins_a_word(parts: Iterable[tuple[Any, Any]], behind: tuple[Any, ...]) -> bool:
    """Tell whether a pattern looks back first, and refuses a character of the kinds ``behind``.

    One that begins with a mark is as good: those are all looked for.
    """
    for operator, operand in parts:
        if operator is code.BRANCH:
            return all(_begins_a_word(branch, behind) for branch in operand[1])
        if operator is code.SUBPATTERN:
            return _begins_a_word(operand[-1], behind)
        if operator in (code.LITERAL, code.IN):
            return _is_mark(operator, operand)
        if operator is code.AT:
            return operand in _BEGINS
        if operator is code.ASSERT and operand[0] < 0:
            return any(_is_mark(*last) for last in operand[1][-1:])
        if operator is code.ASSERT_NOT and operand[0] < 0:
            refused, members = operand[1][0]
            if refused is code.IN and any((code.CATEGORY, kind) in members for kind in behind):
                return True
        elif operator not in (code.ASSERT, code.ASSERT_NOT):
            return False
    return False

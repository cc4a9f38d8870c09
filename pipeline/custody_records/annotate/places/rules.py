"""The rules of places: forms of words, and the word lists of their contexts."""

import re
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from custody_records.annotate.openings import WordPattern, places_of
from custody_records.annotate.text import CAPITALS
from custody_records.rulebook import Rule, RuleData, read, read_list

# A capitalised word; inner apostrophes and hyphens belong to it ("O'Neill", "Bazar-Korgon"), a
# possessive does not; an Arabic article may lead it ("ez-Zor").
_LETTERS = r"\w*(?:['’ʼ](?!s\b)\w+)*"
_ARTICLE = r"(?:(?:al|el|ad|an|ar|as|ash|at|az|ed|es|ez|ul)-)?"
WORD = rf"{_ARTICLE}[^\W\d_a-zа-яёəıøłđß]{_LETTERS}(?:-[^\W\d_]{_LETTERS})*"
_SMALL = r"(?:de|del|da|do|dos|el|al|la|le|upon|na)"
NAME = rf"(?<![\w’'-]){WORD}(?:[ ](?:{_SMALL}[ ])?{WORD}){{0,3}}(?<!['’]s)"
# One or two capitalised words behind a cue.
TOWN = rf"[{CAPITALS}][\w’'-]*\w(?:[ ][{CAPITALS}][\w’'-]*\w)?"
CAPS = r"(?<![\w’'-])[A-Z][A-Z’'-]+(?:[ ][A-Z][A-Z’'-]+){0,2}(?![\w])"


def _with_parts(pattern: str) -> str:
    """Return a pattern with the forms of names put in, which the files call by name."""
    for name, part in (("WORD", WORD), ("NAME", NAME), ("TOWN", TOWN), ("CAPS", CAPS)):
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


# How far a match may reach before and behind its cue, in characters.
_REACH = 120


class FormRule(Rule):
    """``pattern`` finds a place in its group "place"; ``generic`` the plural word it shares.

    What its group "land" matches must be known as a country, an area
    or a region, and is a place, too.

    A pattern whose matches may open with any word is tried only around its ``cues``, one of which
    every match holds or touches. With ``known`` only names that the gazetteer knows count, with
    ``home`` those that it knows in a country that the text is about or names. ``weak``: the words
    around the name tell that it is a place, and what the text says of it elsewhere may tell more.
    """

    pattern: str
    cues: tuple[str, ...] = Field(min_length=1)
    generic: str | None = None
    known: bool = False
    home: bool = False
    weak: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern with the names' forms put in."""
        return re.compile(_with_parts(self.pattern), re.MULTILINE)

    @cached_property
    def _at_words(self) -> WordPattern:
        return WordPattern(self.compiled)

    def finditer(self, text: str) -> list[re.Match[str]]:
        """Return the pattern's matches in text order."""
        windows = self._windows(text) if self._at_words.anywhere else [(0, len(text))]
        return self._at_words.within(text, windows)

    def _windows(self, text: str) -> list[tuple[int, int]]:
        """Return the spans around the cues, those that overlap as one; none leaves its line."""
        windows: list[tuple[int, int]] = []
        for at in sorted(places_of(self.cues, text)):
            if windows and at + _REACH <= windows[-1][1]:
                continue
            first = max(0, at - _REACH)
            start = max(first, text.rfind("\n", first, at) + 1)
            line_end = text.find("\n", at, at + _REACH)
            end = min(at + _REACH, len(text) if line_end < 0 else line_end)
            # A name must not be cut by the window's start: begin with a word.
            while start and text[start - 1].isalnum() and text[start].isalnum():
                start -= 1
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], end)
            else:
                windows.append((start, end))
        return windows

    def shared(self, text: str, start: int, end: int) -> str | None:
        """Return the plural word that several names share."""
        found = re.compile(self.generic).search(text, start, end) if self.generic else None
        return found[0].strip() if found else None

    def patterns(self) -> dict[str, str]:
        """Return the expanded pattern, to be measured."""
        return {"pattern": self.compiled.pattern}


Pattern = Annotated[re.Pattern[str], BeforeValidator(_with_parts)]


class ContextPatterns(RuleData):
    """Regular expressions of what stands around and inside names; the file says what each is."""

    article: Pattern
    bank: Pattern
    versus_after: Pattern
    versus_before: Pattern
    followed_by: Pattern
    preceded_by: Pattern
    between: Pattern
    of_body: Pattern
    joined: Pattern
    first_half: Pattern
    run_on: Pattern
    state: Pattern
    compass: Pattern
    generic: Pattern


class Contexts(RuleData):
    """Word lists, lower case; the file says what each is for."""

    before: frozenset[str]
    strict: frozenset[str]
    inside: frozenset[str]
    breakers: frozenset[str]
    never: frozenset[str]
    compass: frozenset[str]
    parts_of_others: frozenset[str]
    realms: frozenset[str]
    titles: frozenset[str]
    money: frozenset[str]
    led_to: dict[str, frozenset[str]]
    not_here: frozenset[str]
    led: frozenset[str]
    of_towns: frozenset[str]
    joints: frozenset[str]
    patterns: ContextPatterns


def load(folder: Path) -> tuple[FormRule, ...]:
    """Return the form rules of a folder of rules. Raises RuleError."""
    return read_list(folder / "places" / "forms.yaml", FormRule)


def load_contexts(folder: Path) -> Contexts:
    """Return the word lists of a folder of rules. Raises RuleError."""
    return read(folder / "places" / "contexts.yaml", Contexts)

"""The words of time and the one-character codes under which the grammar sees them.

Every distinct word of the lexicon or of a pattern has a character of its own (a private-use code
point), so that a text becomes a string of codes and a pattern an ordinary regular expression over
it: linear, and as fast as ``re``. A digit run's code stands for the set of things it can be.
"""

from typing import Any, Literal

from pydantic import Field, model_validator

from custody_records.annotate.numbers import NumberWords
from custody_records.annotate.timex.numerals import DigitEndings, Numerals
from custody_records.rulebook import Regex, RuleData

UNKNOWN = "x"
BREAK = "\n"
_FIRST = 0xE000
_PUNCTUATION = frozenset(",.-/'()+")


class WordClass(RuleData):
    """Words with their values; those under ``capital`` count only with a capital letter.

    ``numbers``: the class also has these words of the language's number table.
    """

    values: dict[str, int | str] = Field(default_factory=dict)
    capital: tuple[str, ...] = ()
    numbers: Literal["cardinals", "ordinals"] | None = None

    @model_validator(mode="after")
    def _capital_words_are_words(self) -> "WordClass":
        strangers = sorted(set(self.capital) - set(self.values))
        if strangers:
            raise ValueError(f"capital words without a value: {', '.join(strangers)}")
        return self

    def with_numbers(self, words: NumberWords) -> "WordClass":
        """Return the class with its words of the number table."""
        more = getattr(words, self.numbers) if self.numbers else {}
        return self.model_copy(update={"values": {**more, **self.values}})


class LexiconFile(RuleData):
    """The file ``lexicon.yaml``; it says what each key is for."""

    digits: DigitEndings = DigitEndings()
    lexemes: tuple[Regex, ...] = ()
    words: dict[str, int | float | str] = Field(default_factory=dict)
    classes: dict[str, WordClass]


class TimexLexicon:
    """Codes of words and digit runs, and the codes that each class covers."""

    def __init__(self, content: LexiconFile, numbers: NumberWords | None = None) -> None:
        classes = {
            name: entry.with_numbers(numbers) if numbers else entry
            for name, entry in content.classes.items()
        }
        self.values = {name: entry.values for name, entry in classes.items()}
        self.numerals = Numerals(content.digits)
        self.lexemes = content.lexemes
        self._slot_words = content.words
        self._capital = {word for entry in classes.values() for word in entry.capital}
        self._word_code: dict[str, str] = {}
        self._numeral_code: dict[frozenset[str], str] = {}
        self.surface_code: dict[str, str] = {mark: mark for mark in _PUNCTUATION}
        for entry in classes.values():
            for word in entry.values:
                self.add(word)
        # Every set of kinds that a digit run can have, so that classes are closed at load.
        for kinds in self.numerals.kind_sets():
            self._numeral_code.setdefault(kinds, self._next())

    def _next(self) -> str:
        return chr(_FIRST + len(self._word_code) + len(self._numeral_code))

    def add(self, word: str) -> str:
        """Return the code of a word or punctuation mark, giving it one if it is new."""
        if word in _PUNCTUATION:
            return word
        code = self._word_code.get(word)
        if code is None:
            code = self._word_code[word] = self._next()
            spellings = {word.capitalize(), word.upper()}
            if word not in self._capital:
                spellings.add(word)
            self.surface_code.update(dict.fromkeys(spellings, code))
        return code

    def codes(self, name: str) -> str:
        """Return the codes of a class of words or of a kind of digit run. Raises KeyError."""
        if name in self.values:
            return "".join(self.add(word) for word in self.values[name])
        found = "".join(code for kinds, code in self._numeral_code.items() if name in kinds)
        if not found:
            raise KeyError(f"no class of words or digits {name}")
        return found

    def value(self, name: str, surface: str) -> Any:
        """Return what a surface form stands for in a class, or reads as a kind of digit run."""
        if name in self.values:
            return self.values[name][surface.lower()]
        return self.numerals.value(name, surface)

    def meant(self, surface: str) -> Any:
        """Return what a word means that a pattern names itself: its value, else the word."""
        word = surface.lower()
        return self._slot_words.get(word, word)

    def numeral(self, surface: str) -> str:
        """Return the code of a digit run."""
        return self._numeral_code.get(self.numerals.kinds(surface), UNKNOWN)

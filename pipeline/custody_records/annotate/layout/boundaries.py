"""Where the sentences of a news text begin: one pass over its points and line ends."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from custody_records.rulebook import Rule, read_list


class AbbreviationRule(Rule):
    """After ``abbreviations`` no sentence ends if what follows is ``before``.

    ``unless_function_word``: a capital function word ("The") opens a sentence all the same.
    """

    abbreviations: frozenset[str] = Field(min_length=1, alias="words")
    before: Literal["any", "digit", "lower"]
    unless_function_word: bool = False


def load(rules: Path) -> tuple[AbbreviationRule, ...]:
    """Return the rules of the layout of a text."""
    return read_list(rules / "layout" / "abbreviations.yaml", AbbreviationRule)


# A stop, what closes with it, and the white space before the next sentence; or a line's end.
_END = re.compile(
    r"(?P<stop>[.?!…]+)(?P<close>[\"'”’»)\]]*)[ \u00a0\t]+"
    r"(?=[\"'“‘«„(\[]*(?P<next>\S))"
    r"|[ \u00a0\t]*\n\s*"
)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|[^\W_]+$")
_WORD_AFTER = re.compile(r"[\"'“‘«„(\[]*([^\W\d_]+)")
_FAR = 12
# What a lower-case line after a line's end goes on with is the same sentence, broken by a wrap.
_FINAL = frozenset('.?!…:;"”»)')


class Boundaries:
    """Finds the offsets at which sentences begin."""

    def __init__(self, rules: tuple[AbbreviationRule, ...], function_words: frozenset[str]) -> None:
        self.rule_of = {word: rule for rule in rules for word in rule.abbreviations}
        self.function_words = function_words

    def find(self, text: str) -> Iterator[int]:
        """Yield the offset of the first character of each sentence but the first."""
        for found in _END.finditer(text):
            if found["stop"] is None:
                if not self.wrapped(text, found):
                    yield found.end()
            elif self.ends(text, found):
                yield found.end()

    @staticmethod
    def wrapped(text: str, line_end: re.Match[str]) -> bool:
        """Tell whether the line's end only wraps a paragraph."""
        before, after = text[: line_end.start()][-1:], text[line_end.end() : line_end.end() + 1]
        return line_end[0].count("\n") == 1 and after.islower() and before not in _FINAL

    def ends(self, text: str, found: re.Match[str]) -> bool:
        """Tell whether the stop ends its sentence."""
        after = found["next"]
        if found["stop"] != ".":
            # "Alga! party", "... said he": what goes on in lower case is the same sentence.
            return not after.islower()
        if after.islower() or after in ",;":
            return False
        word = _WORD_BEFORE.search(text, max(0, found.start() - _FAR), found.start())
        if word is None or found["close"]:
            return True
        printed = word[0]
        if len(printed) == 1 and printed.isupper():
            return self.function_word_follows(text, found.end())
        rule = self.rule_of.get(printed.lower())
        if rule is None:
            return True
        if rule.before == "digit":
            return not after.isdigit()
        if rule.before == "lower":
            return True
        return rule.unless_function_word and self.function_word_follows(text, found.end())

    def function_word_follows(self, text: str, start: int) -> bool:
        """Tell whether a word as "The" opens what follows: "in block B. The", not "V. Kozlov"."""
        opener = _WORD_AFTER.match(text, start)
        return opener is not None and opener[1].lower() in self.function_words

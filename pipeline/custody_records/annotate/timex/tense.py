"""Whether a date lies behind or ahead, as far as the words beside it tell.

The nearest finite verb decides, as far as surface forms show one: on the left first ("said on
Friday that it will"), then on the right ("On Tuesday, the court is to consider").
"""

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from custody_records.annotate.timex.story import sentence_around
from custody_records.rulebook import read

# "pluperfect" is past that lies before what the story has just told: "who had visited him".
Tense = Literal["past", "pluperfect", "future"]
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
# A clause that follows a date directly tells of that date: "on Tuesday, when the court is to sit".
_RELATIVE = re.compile(r"\s*,?\s*(?:when|at which|where)\b")
_REACH = 20
# "remanded the two men in custody until": the words of such an object, at most
_OBJECT = 7


def _words(text: str) -> list[str]:
    """Return the words in lower case, but for the month of May."""
    return [word if word == "May" else word.lower() for word in _WORD.findall(text)]


class TenseWords(BaseModel):
    """The file ``tense.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    future: list[str]
    past: list[str]
    intent: list[str]
    auxiliary: list[str]
    passive: list[str]
    no_verbs: list[str]
    future_prepositions: list[str]
    past_prepositions: list[str]
    deferring: list[str]
    deferred_to: list[str]
    appointments: list[str]


class TenseGuess:
    """Reads the words around a stretch."""

    def __init__(self, words: TenseWords) -> None:
        self.future = frozenset(words.future)
        self.past = frozenset(words.past)
        self.intent = frozenset(words.intent)
        self.auxiliary = frozenset(words.auxiliary)
        self.passive = frozenset(words.passive)
        self.no_verbs = frozenset(words.no_verbs)
        self.future_prepositions = frozenset(words.future_prepositions)
        self.past_prepositions = frozenset(words.past_prepositions)
        self.deferring = frozenset(words.deferring)
        self.deferred_to = frozenset(words.deferred_to)
        self.appointments = frozenset(words.appointments)

    @classmethod
    def load(cls, folder: Path) -> "TenseGuess":
        """Read ``tense.yaml`` in ``folder``. Raises RuleError."""
        return cls(read(folder / "tense.yaml", TenseWords))

    def of(self, text: str, start: int, end: int) -> Tense | None:
        """Return the tense of the verb that a stretch belongs to, None if nothing shows it."""
        left, right = sentence_around(text, start, end)
        before = _words(text[left:start])
        after = _words(text[end:right])[:_REACH]
        if before and before[-1] in self.past_prepositions:
            return "past"
        if self._appointed(before):
            return "future"
        if _RELATIVE.match(text, end):
            guess = self._forward(after)
            if guess:
                return guess
        behind = self._backward(before[-_REACH:])
        guess = behind or self._forward(after)
        if before and before[-1] in self.future_prepositions and (behind or guess is None):
            # "to remain closed until Friday": only a plain past ("was", "had") speaks against it
            plain = any(word in self.auxiliary for word in before[-_REACH:])
            return "past" if guess != "future" and plain else "future"
        return guess

    def _appointed(self, before: list[str]) -> bool:
        """Whether the words before a date set it ahead: "adjourned until", "a trial date of"."""
        if len(before) < 3 or before[-1] not in (*self.deferred_to, "of"):
            return False
        if before[-1] == "of":
            return before[-2] == "deadline" or (
                before[-2] == "date" and before[-3] in self.appointments
            )
        if (
            before[-1] in self.future_prepositions
        ):  # "adjourned the trial until", "remanded him ..."
            return not self.deferring.isdisjoint(before[-_OBJECT:])
        return before[-2] in self.deferring

    def _backward(self, words: list[str]) -> Tense | None:
        for i in range(len(words) - 1, -1, -1):
            guess = self._cue(words, i)
            if guess:
                return guess
        return None

    def _forward(self, words: list[str]) -> Tense | None:
        for i in range(len(words)):
            guess = self._cue(words, i)
            if guess:
                return guess
        return None

    def _cue(self, words: list[str], i: int) -> Tense | None:
        word = words[i].replace("’", "'")
        previous = words[i - 1] if i else ""
        if word in self.future or word.endswith("'ll"):
            return "future"
        if word == "to" and previous in self.intent:
            return "future"
        if word == "had":
            return "pluperfect"
        if word in self.past:
            # "will be heard on 9 October": a participle tells nothing of the time
            return None if previous in self.passive and word not in self.auxiliary else "past"
        if word.endswith("ed") and word not in self.no_verbs and len(word) > 3:
            # "will be released", "to be held": the participle says nothing of the time
            if previous in self.passive:
                return None
            if previous == "had":
                return "pluperfect"
            return "past"
        return None

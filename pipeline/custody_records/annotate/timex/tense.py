"""Whether a date lies behind or ahead, as far as the words beside it tell.

The nearest finite verb decides, as far as surface forms show one: on the left first ("said on
Friday that it will"), then on the right ("On Tuesday, the court is to consider").
"""

import re
from pathlib import Path
from typing import Literal

from custody_records.contract.fold import plain
from custody_records.rulebook import CaselessRegex, RuleData, read

# "pluperfect" is past that lies before what the story has just told: "who had visited him".
Tense = Literal["past", "pluperfect", "future"]
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_REACH = 20
_FAR = 240  # characters
# "than forecast in July": what is compared is so many words long, at most.
_COMPARED = 3
# By so much further away is what lies on the side that a verb speaks against, where a language does
# not say otherwise.
AGAINST_TENSE = 12.0
# "remanded the two men in custody until": the words of such an object, at most
_OBJECT = 7


class TenseWords(RuleData):
    """The file ``tense.yaml``."""

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
    contractions: list[str]
    past_endings: list[str]
    pluperfect: list[str]
    infinitive: list[str]
    relative: list[str]
    appointing: list[str]
    appointed: list[str]
    appointed_by: list[str]
    keep_case: list[str]
    future_phrases: tuple[str, ...] = ()
    against: float = AGAINST_TENSE
    reported_future: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    obliged: tuple[str, ...] = ()
    clause_breaks: tuple[str, ...] = ()
    progressive: tuple[str, ...] = ()
    progressive_endings: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    happened: CaselessRegex = re.compile("(?!)")


class TenseGuess:
    """Reads the words around a span."""

    def __init__(self, words: TenseWords) -> None:
        self.against = words.against
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
        self.contractions = tuple(words.contractions)
        self.past_endings = tuple(words.past_endings)
        self.pluperfect = frozenset(words.pluperfect)
        self.future_phrases = [phrase.split() for phrase in words.future_phrases]
        self.reported_future = frozenset(words.reported_future)
        self.clause_breaks = frozenset(words.clause_breaks)
        self.obliged = frozenset(words.obliged)
        self.denials = frozenset(words.denials)
        self.progressive = frozenset(words.progressive)
        self.progressive_endings = words.progressive_endings
        self.openers = frozenset(words.openers)
        self.unmet = frozenset(words.unmet)
        self._happened = words.happened
        self.infinitive = frozenset(words.infinitive)
        self.appointing = frozenset(words.appointing)
        self.appointed = frozenset(words.appointed)
        self.appointed_by = frozenset(words.appointed_by)
        self.keep_case = frozenset(words.keep_case)
        opening = "|".join(map(re.escape, words.relative)) or "(?!)"
        self._relative = re.compile(rf"\s*,?\s*(?:{opening})\b")

    @classmethod
    def load(cls, folder: Path) -> "TenseGuess":
        """Read ``tense.yaml`` in ``folder``. Raises RuleError."""
        return cls(read(folder / "tense.yaml", TenseWords))

    def of(self, text: str, start: int, end: int, sentence: tuple[int, int]) -> Tense | None:
        """Return the tense of the verb that a span belongs to, None if nothing shows it.

        ``sentence`` are the bounds of its sentence.
        """
        if self._happened.match(text, end):
            return "past"
        left, right = max(sentence[0], start - _FAR), min(sentence[1], end + _FAR)
        before = self._words(text[left:start])
        after = self._words(text[end:right])[:_REACH]
        if before and before[-1] in self.past_prepositions:
            return "past"
        ahead = any(before[-len(phrase) :] == phrase for phrase in self.future_phrases)
        if ahead or self._unmet(before[-_REACH:]) or self._appointed(before):
            return "future"
        if self._relative.match(text, end):
            guess = self._forward(after)
            if guess:
                return guess
        opens = before[-2:-1] == [] or before[-2] in self.openers
        by = bool(before) and before[-1] in self.future_prepositions
        # "and by Sunday he was dead"
        behind = None if by and opens else self._backward(before[-_REACH:])
        guess = behind or self._forward(after)
        if by and (behind or guess is None):
            # "to remain closed until Friday": only a plain past ("was", "had") speaks against it
            past = any(word in self.auxiliary for word in before[-_REACH:])
            return "past" if guess != "future" and past else "future"
        return guess

    def _words(self, text: str) -> list[str]:
        """Return the words in lower case, but for those whose capital tells them from a verb."""
        return [w if w in self.keep_case else w.lower() for w in _WORD.findall(text)]

    def _appointed(self, before: list[str]) -> bool:
        """Whether the words before a date set it ahead: "adjourned until", "a trial date of"."""
        if len(before) < 3:
            return False
        if before[-1] in self.appointed_by:
            by_kind = before[-2] in self.appointed and before[-3] in self.appointments
            return by_kind or before[-2] in self.appointing
        if before[-1] not in self.deferred_to:
            return False
        if (
            before[-1] in self.future_prepositions
        ):  # "adjourned the trial until", "remanded him ..."
            return not self.deferring.isdisjoint(before[-_OBJECT:])
        return before[-2] in self.deferring

    def _unmet(self, before: list[str]) -> bool:
        """Whether it was to be and was not: "he was to have been freed on"."""
        return any(
            word in self.obliged and before[i] in self.unmet and before[i + 1] in self.infinitive
            for i, word in enumerate(before[2:])
        )

    def _backward(self, words: list[str]) -> Tense | None:
        for i in range(len(words) - 1, -1, -1):
            if words[i] in self.clause_breaks and len(words) - i <= _COMPARED:
                return None
            if words[i].endswith(self.progressive_endings) and words[i - 1] in self.progressive:
                return None  # "is standing in June's elections"
            if words[i] in self.reported_future:
                return None if self.denials.intersection(words[i + 1 : i + 2]) else "future"
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
        word = plain(words[i])
        previous = words[i - 1] if i else ""
        if word in self.future or word.endswith(self.contractions):
            return "future"
        if word in self.infinitive and previous in self.intent:
            return "future"
        if word in self.obliged and words[i + 1 : i + 2] and words[i + 1] in self.infinitive:
            return "future"
        if word in self.pluperfect:
            return "pluperfect"
        if word in self.past and previous in self.future:
            return "future"  # "will put"
        if word in self.past:
            # "will be heard on 9 October": a participle tells nothing of the time
            return None if previous in self.passive and word not in self.auxiliary else "past"
        if word.endswith(self.past_endings) and word not in self.no_verbs and len(word) > 3:
            # "will be released", "to be held": the participle says nothing of the time
            if previous in self.passive:
                return None
            if previous in self.pluperfect:
                return "pluperfect"
            return "past"
        return None

"""Whether a date lies behind or ahead, as far as the words beside it tell.

The nearest finite verb decides, as far as surface forms show one: on the left first ("said on
Friday that it will"), then on the right ("On Tuesday, the court is to consider").
"""

import re
from functools import cached_property
from itertools import pairwise
from typing import Literal

from custody_records.annotate.openings import any_of
from custody_records.contract.fold import plain
from custody_records.rulebook import CaselessRegex, RuleData

# "pluperfect" is past that lies before what the story has just told: "who had visited him"; "due"
# was to come when told of: "he was due to be freed in May"; "until" ends what a past verb tells.
Tense = Literal["past", "pluperfect", "future", "due", "until"]
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
_ORIGIN = 8  # words before a date in which stands that something goes back to it
# Words before "to" in which a deferring one stands: "put off again, this time to May 5".
_AGAIN = 7
_FOR = 4  # words between "fixed" and the day: "fixed for final argument on May 5"


class TenseGuess(RuleData):
    """The file ``tense.yaml``, by which the words around a span are read."""

    future: frozenset[str]
    past: frozenset[str]
    intent: frozenset[str]
    auxiliary: frozenset[str]
    passive: frozenset[str]
    no_verbs: frozenset[str]
    future_prepositions: frozenset[str]
    past_prepositions: frozenset[str]
    deferring: frozenset[str]
    deferred_to: frozenset[str]
    appointments: frozenset[str]
    contractions: tuple[str, ...]
    past_endings: tuple[str, ...]
    pluperfect: frozenset[str]
    infinitive: frozenset[str]
    relative: tuple[str, ...]
    appointing: frozenset[str]
    appointed: frozenset[str]
    appointed_by: frozenset[str]
    keep_case: frozenset[str]
    future_phrases: tuple[str, ...] = ()
    past_phrases: tuple[str, ...] = ()
    against: float = AGAINST_TENSE
    reported_future: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    obliged: frozenset[str] = frozenset()
    clause_breaks: frozenset[str] = frozenset()
    progressive: frozenset[str] = frozenset()
    progressive_endings: tuple[str, ...] = ()
    unmet: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    fixing: frozenset[str] = frozenset()
    fixed_for: frozenset[str] = frozenset()
    fixed_on: frozenset[str] = frozenset()
    from_then: frozenset[str] = frozenset()
    happened: CaselessRegex = re.compile("(?!)")

    @cached_property
    def _relative(self) -> re.Pattern[str]:
        """What opens a relative clause behind a span."""
        return re.compile(rf"\s*,?\s*(?:{any_of(self.relative)})\b")

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(f" {phrase}" for phrase in self.future_phrases)

    @cached_property
    def _past_phrases(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{any_of(self.past_phrases)})\b")

    def of(self, text: str, start: int, end: int, sentence: tuple[int, int]) -> Tense | None:
        """Return the tense of the verb that a span belongs to, None if nothing shows it.

        ``sentence`` are the bounds of its sentence.
        """
        if self.happened.match(text, end):
            return "past"
        left, right = max(sentence[0], start - _FAR), min(sentence[1], end + _FAR)
        before = self._words(text[left:start])
        after = self._words(text[end:right])[:_REACH]
        if told := self._told_before(before):
            return told
        if self._relative.match(text, end):
            guess = self._forward(after)
            if guess:
                return guess
        opens = before[-2:-1] == [] or before[-2] in self.openers
        by = bool(before) and before[-1] in self.future_prepositions
        # "and by Sunday he was dead"
        onwards = bool(before) and before[-1] in self.from_then and self._forward(after) == "future"
        behind = None if (by and opens) or onwards else self._backward(before[-_REACH:])
        guess = behind or self._forward(after)
        if by and (behind or guess is None):
            # "to remain closed until Friday": only a plain past ("was", "had") speaks against it
            past = any(word in self.auxiliary for word in before[-_REACH:])
            return guess if guess == "due" else "until" if guess != "future" and past else "future"
        return guess

    def _told_before(self, before: list[str]) -> Tense | None:
        """Return the tense that the words right before a span tell without a verb of its own."""
        if before and before[-1] in self.past_prepositions:
            return "past"
        if self.past_phrases and self._past_phrases.search(" ".join(before[-_ORIGIN:])):
            return "past"
        if self._was_unmet(before[-_REACH:]):
            return "due"
        ahead = f" {' '.join(before[-_REACH:])}".endswith(self._phrases)
        return "future" if ahead or self._appointed(before) else None

    def _words(self, text: str) -> list[str]:
        """Return the words in lower case, but for those whose capital tells them from a verb."""
        return [w if w in self.keep_case else w.lower() for w in _WORD.findall(text)]

    def _appointed(self, before: list[str]) -> bool:
        """Whether the words before a date set it ahead: "adjourned until", "a trial date of"."""
        if len(before) < 3:
            return False
        if before[-1] in self.fixing:  # "and fixed May 5 for mention"
            return True
        if before[-1] in self.fixed_on and self._fixed_for(before[-_FOR - 2 : -1]):
            return True
        if before[-1] in self.appointed_by:
            by_kind = before[-2] in self.appointed and before[-3] in self.appointments
            return by_kind or before[-2] in self.appointing
        if before[-1] not in self.deferred_to:
            return False
        if (
            before[-1] in self.future_prepositions
        ):  # "adjourned the trial until", "remanded him ..."
            return not self.deferring.isdisjoint(before[-_OBJECT:])
        return not self.deferring.isdisjoint(before[-_AGAIN:-1])

    def _fixed_for(self, words: list[str]) -> bool:
        """Whether words tell what a day is fixed for: "is fixed for argument"."""
        return any(
            word in self.fixing and following in self.fixed_for
            for word, following in pairwise(words)
        )

    def _was_unmet(self, before: list[str]) -> bool:
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
        negated = i > 1 and words[i - 1] in self.denials  # "is not mended"
        previous = words[i - 1 - negated] if i else ""
        if word in self.future or word.endswith(self.contractions):
            return "due" if previous in self.was else "future"
        if word in self.infinitive and previous in self.intent:
            return "due" if self.was.intersection(words[max(i - 2, 0) : i]) else "future"
        if word in self.obliged and words[i + 1 : i + 2] and words[i + 1] in self.infinitive:
            return "future"
        if word in self.pluperfect:
            return "pluperfect"
        if word in self.past and (previous in self.future or previous.endswith(self.contractions)):
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

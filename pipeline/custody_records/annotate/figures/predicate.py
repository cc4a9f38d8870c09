"""What is said of the counted things, short and as printed."""

import re
from collections.abc import Mapping

from custody_records.annotate.figures.lexicon import FigureLexicon

_CLAUSE = re.compile(r"[ \xa0]+((?![-@])(?:[^\n.,;:!?()–—\"“”]|\.(?=\w)|,(?=\d)){3,120})")
_LONGEST = 9
_VERB_REACH = 24


class PredicateReader:
    """Reads predicates of one text; ``times`` are its time expressions, start → end."""

    def __init__(self, text: str, times: Mapping[int, int], lexicon: FigureLexicon) -> None:
        self._text = text
        self._times = times
        self._lexicon = lexicon

    def of(self, start: int, unit_end: int, end: int) -> str | None:
        """Return what is said of the things counted in ``[start, unit_end)``.

        In "arrested 18 people in connection with the riots" it is the verb before them.
        """
        after = self.after(unit_end, end)
        prepositions = self._lexicon.words.predicate_prepositions
        if after is None or after.split(" ", 1)[0] in prepositions:
            return self._before(start) or after
        return after

    def after(self, position: int, end: int) -> str | None:
        """Return the words behind a unit up to the end of their clause, without auxiliaries.

        When it was is no part of what is said, but where nothing else is: "convicted in 2020"
        tells "convicted", "85 in 2020" what it does.
        """
        found = _CLAUSE.match(self._text, position, end)
        if not found:
            return None
        clause = found[1]
        first = clause.split(" ", 1)[0].casefold()
        if first in self._lexicon.words.no_predicate:
            return None
        lead = self._lexicon.patterns.lead.match(clause)
        begin = lead.end() if lead else 0
        words = self._short(clause[begin:], found.start(1) + begin)
        return " ".join(words) or None

    def _short(self, clause: str, at: int) -> list[str]:
        """Return a clause's words up to what is told beside them, or to the longest length."""
        words: list[str] = []
        classes = self._lexicon.words
        for found in re.finditer(r"\S+", clause):
            word = found[0]
            if words and (word in classes.breaks or word in classes.agent_prepositions):
                break
            if len(words) == _LONGEST:
                break
            if at + found.start() in self._times:
                return self._without_time(words, at + found.start())
            words.append(word)
        while len(words) > 1 and (
            words[-1] in classes.predicate_prepositions or words[-1] in classes.determiners
        ):
            words.pop()
        return words

    def _without_time(self, words: list[str], time: int) -> list[str]:
        """Return the words before a time without its preposition; with it if nothing is left."""
        classes = self._lexicon.words
        held = list(words)
        while held and (
            held[-1] in classes.predicate_prepositions
            or held[-1] in classes.time_prepositions
            or held[-1] in classes.determiners
        ):
            held.pop()
        return held or ([*words, *self._text[time : self._times[time]].split()] if words else [])

    def _before(self, start: int) -> str | None:
        """Return the verb whose object or agent the counted things are: "detained 28 people"."""
        patterns = self._lexicon.patterns
        found = patterns.verb.search(self._text, max(0, start - _VERB_REACH), start)
        verb = found and found[1]
        return verb if verb and verb.casefold() not in self._lexicon.words.no_verbs else None

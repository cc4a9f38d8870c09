"""Whose law it is, where the sentence itself tells: "A court in Tashkent ... the Criminal Code"."""

import re

from custody_records.annotate.country.evidence import CountryCues, Cue
from custody_records.annotate.statutes.country_rules import CountryWords

REACH = 260  # characters from the beginning of a sentence to what it cites
_NEAR = 60  # characters beside a country
_SENTENCE_ENDS = re.compile(r"(?<=[a-z\d)”\"][.!?])[”\"]?\s+(?=[A-ZА-Я“])|\n+")


class ToldCountry:
    """Reads the country whose court, police or officials a sentence names before a citation."""

    def __init__(self, cues: CountryCues, words: CountryWords) -> None:
        self._cues = cues
        self._words = words

    def of(self, text: str, at: int) -> str | None:
        """Return the country that acts nearest before ``text[at]`` in its sentence."""
        window = text[max(0, at - REACH) : at]
        ends = [found.end() for found in _SENTENCE_ENDS.finditer(window)]
        sentence = window[ends[-1] if ends else 0 :]
        for cue in sorted(self._cues.find(sentence), reverse=True):
            if not cue.rivals and self._acts(sentence, cue, whole=bool(ends) or at <= REACH):
                return cue.country
        return None

    def _acts(self, sentence: str, cue: Cue, whole: bool) -> bool:
        """Tell "Russian prosecutors", "a court in Baku", "the Minsk City Court", "In Cairo,"."""
        words = self._words
        if words.body_behind.regex.match(sentence[cue.end : cue.end + _NEAR]):
            return True
        if cue.kind == "adjective":
            return False
        before = sentence[max(0, cue.start - _NEAR) : cue.start]
        opens = whole and words.opens.regex.fullmatch(sentence[: cue.start])
        return bool(opens or words.seat_before.regex.search(before))

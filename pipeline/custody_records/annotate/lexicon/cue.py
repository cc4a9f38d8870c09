"""Whether a text holds anything that a pattern could match: asked before the pattern is run."""

import re

# A cue of this form is a list of words and parts of words, which Python finds faster than ``re``.
_WORDS = re.compile(r"[\w ’'-]+(?:\|[\w ’'-]+)*")


class Cue:
    """A regular expression that every match of a slower one holds."""

    def __init__(self, pattern: str) -> None:
        self._words = tuple(pattern.split("|")) if _WORDS.fullmatch(pattern) else ()
        self._pattern = re.compile(pattern)

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds the cue."""
        if self._words:
            return any(word in text for word in self._words)
        return self._pattern.search(text) is not None

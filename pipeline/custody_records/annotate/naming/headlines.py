"""Lines in title case, where a capital tells nothing: a name there must be known from the text.

"Kazakh Inmate Sews Up Lips": the model and the rules of titles read names where there are none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate

_LINE = re.compile(r"[^\n]+")
_STOPS = re.compile(r"[.!?;,]\s*$")
_LONG = 4
_LEAST_WORDS = 3
_SHARE = 0.75
_MOST_CHARACTERS = 200


class Headlines:
    """The title-case lines of a text of several lines."""

    def __init__(self, words: Words) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        if "\n" not in words.text.strip():
            return
        for line in _LINE.finditer(words.text):
            if len(line[0]) <= _MOST_CHARACTERS and not _STOPS.search(line[0]):
                first, stop = words.within(*line.span())
                long = [i for i in range(first, stop) if len(words.texts[i]) >= _LONG]
                capital = sum(words.capital(i) for i in long)
                titled = len(long) >= _LEAST_WORDS and capital >= _SHARE * len(long)
                if titled or line[0].isupper():
                    self.starts.append(line.start())
                    self.ends.append(line.end())

    def holds(self, candidate: Candidate) -> bool:
        """Tell whether the candidate lies in a title-case line."""
        i = bisect_right(self.starts, candidate.start) - 1
        return i >= 0 and candidate.start < self.ends[i]


def confirmed(
    text: str, headlines: Headlines, candidates: Iterable[Candidate], trusted: frozenset[str]
) -> tuple[list[Candidate], list[Candidate]]:
    """Return (what may stand, what is refused).

    In a title-case line a candidate stands if its rule is trusted, if `places` knows it (by
    the gazetteer or a form of words, of which capitals make no more), if a rule reads it as a body
    below the title (a list of those who took part is capitals, too), or if the text elsewhere has a
    candidate of the same words or one that ends in them ("Kozlov" and "Vladimir Kozlov").
    """
    if not headlines.starts:
        return list(candidates), []
    title_end = text.find("\n")
    inside: list[Candidate] = []
    outside: list[Candidate] = []
    for candidate in candidates:
        (inside if headlines.holds(candidate) else outside).append(candidate)
    known: set[str] = set()
    for candidate in outside:
        if candidate.reading:
            words = text[candidate.start : candidate.end].casefold().split()
            known.update((" ".join(words), words[-1]))
    stand = [
        c
        for c in inside
        if c.reading is None
        or c.rule in trusted
        or (c.reading == "organization" and c.by_rule and c.start > title_end)
        or (c.reading == "place" and c.by_rule)
        or " ".join(text[c.start : c.end].casefold().split()) in known
    ]
    kept = set(map(id, stand))
    return outside + stand, [c for c in inside if id(c) not in kept]

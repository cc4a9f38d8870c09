"""What is said of the counted things, short and as printed."""

import re

_CLAUSE = re.compile(r"[ \xa0]+((?:[^\n.,;:!?()–—\"“”]|\.(?=\w)|,(?=\d)){3,120})")
_LEAD = re.compile(
    r"(?:who|that|which|and)?\s*(?:also\s+)?(?:(?:have|has|had)\s+been|are|is|were|was|have|has|had)\s+"
    r"(?=\w+(?:ed|en|ing|d|t|in)\b)|(?:who|that|which)\s+",
    re.IGNORECASE,
)
_NO_PREDICATE = ("of ", "and ", "or ", "but ", "to ", "as ", "than ")
_VERB = re.compile(r"\b([a-z]+(?:ed|ing)|killed|held)[ \xa0]$")
_PREPOSITIONS = frozenset(["in", "on", "at", "to", "from", "for", "with", "by", "over", "under"])
_LONGEST = 9
_BREAKS = frozenset(["and", "but", "while", "after", "before", "because", "since", "when", "as"])


def read(text: str, position: int, end: int) -> str | None:
    """Return the words after the unit up to the end of their clause, without its auxiliaries."""
    found = _CLAUSE.match(text, position, end)
    if not found:
        return None
    clause = found[1]
    if clause.startswith(_NO_PREDICATE):
        return None
    lead = _LEAD.match(clause)
    words = clause[lead.end() if lead else 0 :].split()
    stop = next((i for i, w in enumerate(words) if i and w in _BREAKS), len(words))
    return " ".join(words[: min(stop, _LONGEST)]) or None


def of(text: str, start: int, unit_end: int, end: int) -> str | None:
    """Return what is said of the things counted in ``[start, unit_end)``.

    In "arrested 18 people in connection with the riots" it is the verb before them.
    """
    after = read(text, unit_end, end)
    if after is None or after.split(" ", 1)[0] in _PREPOSITIONS:
        return before(text, start) or after
    return after


def before(text: str, start: int) -> str | None:
    """Return the verb whose object the counted things are: "detained 28 people"."""
    found = _VERB.search(text, max(0, start - 24), start)
    return found[1] if found and found[1] not in {"including", "following", "during"} else None

"""A second name that the text gives a person: "Robert Kyagulanyi, alias Bobi Wine"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from custody_records.annotate.overlaps import Candidate, Rank

ALIAS = "person.alias"
_LONGEST = 45


def aliased(text: str, names: Sequence[Candidate], links: re.Pattern[str]) -> list[Candidate]:
    """Return the names, in text order, where what is linked to a person by "alias" is its alias.

    ``links`` is ``alias_link`` of ``names/words.yaml``.
    "Known as" is said of bodies and camps, too, and counts only behind a person; "alias" is said
    of people alone, so that it decides for the name before it as well ("Yogesh alias Tunda").
    """
    decided = list(names)
    for i in range(1, len(decided)):
        one, after = decided[i - 1], decided[i]
        if not 1 < after.start - one.end < _LONGEST or after.reading in (None, "facility"):
            continue
        link = links.fullmatch(text, one.end, after.start)
        if not link:
            continue
        if one.reading != "person" and not (link["sure"] and one.rank is Rank.MODEL):
            continue
        decided[i - 1] = replace(one, reading="person")
        decided[i] = replace(after, reading="person", rule=ALIAS)
    return decided

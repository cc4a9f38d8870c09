"""Which spans earlier components have claimed, and what the model takes a number for."""

from bisect import bisect_right

from spacy.tokens import Doc

from custody_records.annotate.text import entities_of

# Fields whose mentions own the numbers inside them, as "IK-6", "Article 146", "May 5".
GROUPS = ("facilities", "statutes", "timex", "organizations", "people", "places")

# So many claims of different fields may begin before a span and reach into it.
_AT_ONCE = 8


# What bears no number that is not in it: "in Ecuador 68 inmates", "at the end of September 61,862
# people", "at Obo Prison 39 women".
_NO_NAMERS = frozenset(["places", "timex", "facilities"])


class Claims:
    """Look-up of claimed spans by position; ``bodies`` are organizations, start → end."""

    def __init__(self, doc: Doc) -> None:
        self._claimed = sorted(
            (span.start_char, span.end_char, group)
            for group in GROUPS
            for span in doc.spans.get(group, ())
        )
        self.bodies = {s: e for s, e, group in self._claimed if group == "organizations"}
        self._ends = {end for _, end, group in self._claimed if group in _NO_NAMERS}
        self.times = {s: e for s, e, group in self._claimed if group == "timex"}
        self._entities = entities_of(doc)

    def over(self, start: int, end: int) -> str | None:
        """Return the field that has claimed a part of ``[start, end)``, if any."""
        last = bisect_right(self._claimed, (end, -1, ""))
        for _, claimed_end, group in self._claimed[max(0, last - _AT_ONCE) : last]:
            if start < claimed_end:
                return group
        return None

    def ends_at(self, end: int) -> bool:
        """Tell whether a place, a time or a facility ends there: "in Ecuador 68 inmates"."""
        return end in self._ends

    def entity(self, start: int, end: int) -> str | None:
        """Return the label of the model's entity over ``[start, end)``, if any."""
        last = bisect_right(self._entities, (end, -1, "")) - 1
        if last >= 0 and start < self._entities[last][1]:
            return self._entities[last][2]
        return None

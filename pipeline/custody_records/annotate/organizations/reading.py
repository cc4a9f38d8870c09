"""What one mention of an organization says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrganizationReading:
    """``start`` and ``end`` are the exact offsets of the mention in characters.

    ``known`` is the canonical name of a body that the gazetteer knows. ``country_head`` and
    ``country_tail`` are the parts of the name that only tell its country: "Kazakh" of "Kazakh
    Penitentiary Service", " of Russia" of "Supreme Court of Russia".
    """

    start: int
    end: int
    rule: str
    name: str
    known: str | None = None
    country_head: str = ""
    country_tail: str = ""

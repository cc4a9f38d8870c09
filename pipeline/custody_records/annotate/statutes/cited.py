"""A citation with its instrument, and how the two were brought together."""

import re
from dataclasses import dataclass
from typing import Literal

from custody_records.annotate.statutes.grammar import Citation
from custody_records.annotate.statutes.mention import InstrumentMention

How = Literal["unknown", "after", "before", "shared", "generic", "number", "antecedent"]
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Cited:
    """``how`` tells by which step ``mention`` was found; it is "unknown" where none was.

    ``asked`` is the kind of instrument that a generic word asked for ("the Convention").
    """

    citation: Citation
    mention: InstrumentMention | None = None
    how: How = "unknown"
    start: int = 0
    end: int = 0
    asked: str | None = None

    @property
    def attached(self) -> bool:
        """Whether the instrument stands beside the citation."""
        return self.how in ("after", "before", "shared")

    @property
    def open(self) -> bool:
        """Whether no step has found its instrument yet."""
        return self.mention is None and self.how == "unknown"

    @property
    def bare_sign(self) -> bool:
        """Whether it is a section sign and numbers alone."""
        return all(marker.sign for marker in self.citation.markers)

    @property
    def signed(self) -> bool:
        """Whether it begins with a section sign ("§ 1997e")."""
        return self.citation.markers[0].sign


def glosses(citation: Citation, text: str) -> dict[str, str]:
    """Return what stands in brackets behind each article of a list: its offence."""
    return {
        value.text: text[slice(*value.gloss)].strip(" “”«»\"'‘’.,;:")
        for group in citation.groups
        if group.top is not None
        for value in group.top.values
        if value.gloss and value.text
    }


def numbers(citation: Citation) -> list[str]:
    """Return the article numbers of a citation as printed."""
    return [
        value.text
        for group in citation.groups
        if group.top is not None
        for value in group.top.values
        if value.text
    ]


def fits(one: Cited, mention: InstrumentMention | None) -> bool:
    """Tell whether an instrument can have what is cited: rules or articles, and so many."""
    if mention is None:
        return False
    levels = {marker.level for marker in one.citation.markers}
    ruled = mention.kind in ("rules", "principles")
    if mention.name is not None and "rule" in levels and "order" not in levels and not ruled:
        return False
    if mention.limit is None:
        return True
    printed = (_DIGITS.match(number) for number in numbers(one.citation))
    return all(int(digits[0]) <= mention.limit for digits in printed if digits)

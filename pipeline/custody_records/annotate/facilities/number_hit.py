"""A numbered institution in a text, and the other numbers of a list that it opens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, SLASH, SPACE
from custody_records.contract.values import FacilityKind

# A Kazakh or Russian ending may follow the number ("№5-ші"); a fraction, a longer code may not.
NUMBER_ENDS = rf"(?![^\W_])(?!{SPACE}?{SLASH}{SPACE}?\d)(?![.,]\d)(?!{DASH}\d)(?!{SPACE}?%)"
DIGITS = r"\d{1,3}"
PLAIN = "No. "


@dataclass(frozen=True, slots=True)
class NumberHit:
    """A numbered institution at ``[start, end)``; ``refused`` says what was missing.

    ``prefix`` and ``number`` are the code ("IK-", 6). ``typed`` tells that the prefix comes from a
    noun ("colony"), and so holds only in countries that print the type with the number;
    ``of_noun`` that a noun announces the number, and no letters.
    """

    start: int
    end: int
    rule: str
    prefix: str
    number: int
    kind: FacilityKind | None
    generic: bool = False
    typed: bool = False
    of_noun: bool = False
    country: str | None = None
    refused: str | None = None

    def code(self, country: str | None, typed_numbers: frozenset[str]) -> str:
        """Return the canonical code in a country: "IK-6" of Russia is "No. 6" of Kazakhstan."""
        if self.typed and country is not None and country not in typed_numbers:
            return f"{PLAIN}{self.number}"
        return f"{self.prefix}{self.number}"


# The number before in a list: "N2, N8 and" and "No. 2, ".
PREVIOUS = re.compile(
    rf"(?<!\w)(?:{NUMBER_SIGN}{SPACE}?|N{DASH}?)(?P<number>{DIGITS})"
    rf"(?:,{SPACE}?(?:and|и)?|{SPACE}(?:and|и)){SPACE}$"
)
# The next number of a list: ", No. 4", " and 7", "and -5"; places may stand between.
_NEXT = re.compile(
    rf"(?:{SPACE}(?:in|near){SPACE}(?:the{SPACE})?[A-ZА-Я][\w’'-]+(?:{SPACE}[A-Z][\w’'-]+){{0,2}})?"
    rf"(?:,{SPACE}?(?:and|or|и)?|;|{SPACE}(?:and|or|&|и|және)){SPACE}(?:in{SPACE})?"
    rf"(?P<item>(?P<sign>{NUMBER_SIGN}{SPACE}?|{DASH})?(?P<number>{DIGITS})){NUMBER_ENDS}"
)
# What may follow a number without "No." that belongs to the list.
CLOSES = re.compile(
    rf"{SPACE}*(?:[.,;:)»”]|$|\n|(?:and|or|in|near|of|at|are|were|have|had|is|was|и|в)\b)"
)


def more(text: str, first: NumberHit, plural: bool) -> Iterator[NumberHit]:
    """Yield the further numbers of a list: "No. 2, 5 and 7", "No. 1 in Hrodna, No. 4 in ..."."""
    hit = first
    while following := _NEXT.match(text, hit.end):
        if not following["sign"] and not (plural and CLOSES.match(text, following.end())):
            return
        hit = replace(
            first,
            start=following.start("item"),
            end=following.end(),
            number=int(following["number"]),
        )
        yield hit

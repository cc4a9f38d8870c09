"""A numbered institution in a text."""

from dataclasses import dataclass

from custody_records.annotate.facilities.letters import DASH, SLASH, SPACE
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

"""What one number of a text says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)`` in characters; ``max`` is the upper end of a range.

    ``scale`` is the multiplier or scale word that it ends in ("12 million": 1,000,000), 1 without
    one; ``ordinal``: it orders and does not count ("twenty-third"); ``language``: the ISO 639-1
    code of the words by which it was read.
    """

    start: int
    end: int
    value: int | float
    max: int | float | None = None
    in_digits: bool = False
    ordinal: bool = False
    scale: int = 1
    language: str = "en"

    @property
    def mantissa(self) -> int | float:
        """The number without its scale word: 12 of "12 million"."""
        return self.value / self.scale if self.scale > 1 else self.value

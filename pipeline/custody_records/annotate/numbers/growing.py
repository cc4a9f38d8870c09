"""A number while its words are read from left to right."""

from dataclasses import dataclass

from custody_records.annotate.numbers.words import NumberWords


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


# No scale is larger; the first scale word of a number may be any.
_NO_SCALE = 10**15


@dataclass(slots=True)
class GrowingNumber:
    """``current`` is the group that is being read, ``total`` what scales have closed."""

    words: NumberWords
    language: str
    start: int
    end: int
    in_digits: bool = False
    current: int | float | None = None
    max: int | float | None = None
    total: int | float = 0
    lowest_scale: int = _NO_SCALE
    last: str = ""
    ordinal: bool = False
    scale: int = 1

    def add(self, word: str, joint: str = " ") -> bool:
        """Take in the next word if it can belong to the same number; ``joint`` stands before it."""
        joined = joint.strip() not in ("", "-")
        closes = self.last in self.words.multipliers or self.last in self.words.scales
        if self.ordinal or (joined and not closes):
            return False
        if word in self.words.cardinals:
            fits = self._add_value(self.words.cardinals[word], closes)
        elif word in self.words.ordinals:
            fits = self._add_ordinal(word, joint, closes)
        elif word in self.words.multipliers:
            fits = self._multiply(self.words.multipliers[word])
        else:
            fits = self._scale(self.words.scales[word])
        if fits:
            self.last = word
        return fits

    def reach(self, word: str, end: int) -> bool:
        """Take in a word as the upper end if it can be one: "two-three"."""
        upper = self.words.cardinals.get(word, 0)
        if self.max is not None or self.total or not upper > (self.current or upper):
            return False
        self.max, self.end = upper, end
        return True

    def _add_value(self, value: int | float, closes: bool) -> bool:
        current = self.current or 0
        if self.max is not None or (self.in_digits and not closes):
            return False
        magnitude = 10 if value < 10 else 100 if value < 100 else 1000
        if current % magnitude or (value < 10 and current % 100 == 10):
            return False
        self.current = current + value
        return True

    def _add_ordinal(self, word: str, joint: str, closes: bool) -> bool:
        begins = self.current is None and not self.total
        joints = self.words.ordinal_joints
        if not (begins or closes or joint in joints or (joint.isspace() and " " in joints)):
            return False
        if self.in_digits or not self._add_value(self.words.ordinals[word], closes):
            return False
        self.ordinal = True
        return True

    def _multiply(self, factor: int) -> bool:
        if self.current is None or not 0 < self.current < 100:
            return False
        self.current *= factor
        self.max = None if self.max is None else self.max * factor
        self.scale = factor
        return True

    def _scale(self, scale: int) -> bool:
        if self.current is None or scale >= self.lowest_scale:
            return False
        self.lowest_scale = self.scale = scale
        self.total += self.current * scale
        self.max = None if self.max is None else self.max * scale
        self.current = 0
        return True

    def finish(self) -> Number:
        """Return the number as far as it was read."""
        value = _whole(self.total + (self.current or 0))
        return Number(
            self.start,
            self.end,
            value,
            None if self.max is None else _whole(self.max),
            in_digits=self.in_digits,
            ordinal=self.ordinal,
            scale=self.scale,
            language=self.language,
        )


def _whole(value: int | float) -> int | float:
    whole = round(value)
    return whole if abs(value - whole) < 1e-6 else value

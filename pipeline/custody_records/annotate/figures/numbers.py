"""Find numbers in digits and words: "1,517", "18.7 million", "twenty-two", "10-15", "a dozen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TO_NINETEEN = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
UNITS = {word: value for value, word in enumerate(_TO_NINETEEN.split(), start=1)}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 10**6,
    "mln": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_PLAIN = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:[ \xa0\u202f]\d{3})+(?!\d)|\d{1,12}(?:\.\d+)?"
)
_NAMES = "|".join(sorted([*UNITS, *TENS, *SCALES], key=lambda w: (-len(w), w)))

_TOKEN = re.compile(
    rf"""
    (?<![\w.,:/\\$€£¥₸₽₴#№§+*'’@&=-])          # not AK-47, 3/14, 15:25, $300, No.5, +7
    (?:
        (?P<low>{_PLAIN})[ ]?[-–—][ ]?(?P<high>{_PLAIN})   # 10-15
      | (?P<plain>{_PLAIN})
    )
    (?![\w%‰°/\\:$€£]|[.,]\d|[.]\w|[ ]?%)        # not 5th, 20%, 3/14, 24.kg, 1930s
  | (?<![\w'’])(?:
        (?P<half>half[ ]a[ ](?P<halved>dozen|hundred|thousand|million|billion))
      | (?P<article>an?[ ](?P<scale>dozen|hundred|thousand|million|billion|lakh|crore))
      | (?P<and_half>and[ ]a[ ]half)
      | (?P<word>{_NAMES})
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINT = re.compile(r"(?:[ \xa0-]|[ \xa0]+(?P<and>and)[ \xa0]+)$")
_RANGE = re.compile(r"[ \xa0]+(?:to|or)[ \xa0]+$")
_IN_YEAR = re.compile(r"\b(?:in|by|of)[ \xa0](?:19|20)\d\d$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween[ \xa0]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)`` in characters; ``max`` is the upper end of a range."""

    start: int
    end: int
    value: int | float
    max: int | float | None = None
    in_digits: bool = False


@dataclass(slots=True)
class _Growing:
    """A number while its words are read from left to right."""

    start: int
    end: int
    in_digits: bool
    total: int | float = 0
    current: int | float | None = None
    scale: int = 10**15
    last: str = ""

    def add(self, word: str, after_and: bool) -> bool:
        """Take in the next word if it can belong to the same number."""
        if after_and and self.last not in SCALES:
            return False
        current = self.current or 0
        if word in UNITS:
            value = UNITS[word]
            fits = self.current is None or current % 100 == 0
            fits = fits or (value < 10 and current % 10 == 0 and current % 100 >= 20)
            if not fits or (self.in_digits and self.last not in SCALES):
                return False
            self.current = current + value
        elif word in TENS:
            if current % 100 or (self.in_digits and self.last not in SCALES):
                return False
            self.current = current + TENS[word]
        elif word in ("hundred", "dozen"):
            if self.current is None or not 0 < current < 100:
                return False
            self.current = current * SCALES[word]
        else:
            if self.current is None or SCALES[word] >= self.scale:
                return False
            self.scale = SCALES[word]
            self.total += current * self.scale
            self.current = 0
        self.last = word
        return True

    def finish(self) -> Number:
        value = self.total + (self.current or 0)
        whole = round(value)
        number = whole if abs(value - whole) < 1e-6 else value
        return Number(self.start, self.end, number, in_digits=self.in_digits)


def _value(digits: str) -> int | float:
    bare = re.sub(r"[, \xa0\u202f]", "", digits)
    return float(bare) if "." in bare else int(bare)


def _ranged(low: Number, high: Number) -> Number:
    return Number(low.start, high.end, low.value, high.value, low.in_digits or high.in_digits)


def _singles(text: str) -> Iterator[Number]:
    """Yield numbers without regard to ranges in words."""
    growing: _Growing | None = None
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        word = (token["word"] or "").lower()
        if growing and token["and_half"] and text[growing.end : start].isspace():
            growing.current = (growing.current or 0) + 0.5
            growing.end = end
            continue
        if growing and word:
            joint = _JOINT.match(text[growing.end : start])
            if joint and growing.add(word, bool(joint["and"])):
                growing.end = end
                continue
        if growing:
            yield growing.finish()
            growing = None
        if token["and_half"] or (word and text[start - 1 : start] == "-"):
            continue  # "mid-thirty", "Catch-two": no number of its own
        if token["low"]:
            low, high = _value(token["low"]), _value(token["high"])
            if low < high:
                yield Number(start, end, low, high, in_digits=True)
        elif token["plain"]:
            growing = _Growing(start, end, True, current=_value(token["plain"]))
        elif token["half"]:
            halved = SCALES[token["halved"].lower()] // 2
            growing = _Growing(start, end, False, total=halved, scale=0)
        elif token["article"]:
            scale = token["scale"].lower()
            growing = _Growing(start, end, False, current=1)
            growing.add(scale, after_and=False)
        else:
            growing = _Growing(start, end, False)
            if not growing.add(word, after_and=False):  # "hundreds of": a scale with no count
                growing = None
    if growing:
        yield growing.finish()


def _between(text: str, low: Number) -> bool:
    return bool(_BETWEEN.search(text, max(0, low.start - 10), low.start))


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order. "ten to fifteen" and "two or three" are one range."""
    held: Number | None = None
    for number in _singles(text):
        if held is None:
            held = number
            continue
        joined = held.max is None and number.max is None and held.value < number.value
        gap = text[held.end : number.start]
        # "from 94,000 in 1996 to 34,000"
        joined = joined and not (
            held.in_digits and _IN_YEAR.search(text, max(0, held.start - 4), held.end)
        )
        if joined and (_RANGE.match(gap) or (gap.strip() == "and" and _between(text, held))):
            held = _ranged(held, number)
            continue
        yield held
        held = number
    if held:
        yield held

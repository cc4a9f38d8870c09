"""How old the text says that a person is: ", 26,", " (26)", "aged 26", "26-year-old"."""

import re

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate([*_UNITS, *_TEENS], 1)}
_WORDS |= {word: 10 * n for n, word in enumerate(_TENS, 2)}
_WORDS |= {
    f"{ten}-{unit}": 10 * t + u
    for t, ten in enumerate(_TENS, 2)
    for u, unit in enumerate(_UNITS, 1)
}

AFTER = re.compile(
    r",? (?:who (?:is|was) )?(?:now |then )?(?:aged |age )?(\d{1,3})(?: years? old)?"
    r"(?=[,.;)]| who| and | at the time)"
    r"|,? \((?:aged )?(\d{1,3})(?: years old)?\)"
    r"| \| (\d{1,3})(?= \|)"
    r"| (?:is|was|turned) (?:aged )?(\d{1,3})(?: years old|(?=[.,]))"
)
# ", a 56-year-old businessman,": the age stands within the apposition.
_WITHIN = re.compile(r"(?:,| [–—-]) (?:an? |the |now )?([A-Za-z]+(?:-[a-z]+)?|\d{1,3})-year-old\b")
_BEFORE = re.compile(r"([A-Za-z]+(?:-[a-z]+)?|\d{1,3})[- ]years?[- ]old\b")
_AT_AGE = re.compile(r"\bat (?:the )?age (?:of )?(\d{1,3})\b|\baged (\d{1,3})\b")
# "U Win Htein, a senior member of her party, is 82 and uses a wheelchair"
_IS = re.compile(r", [^,.;\n]{3,90}, (?:is|was|turned|turns) (\d{1,3})(?= years old| and |[,.;])")
_RESPECTIVELY = re.compile(r",? (?:both )?aged (\d{1,3}) and (\d{1,3})\b")
# "the 31-year-old was transferred", "the 47-year-old detainee complained"
DEFINITE = re.compile(r"\b[Tt]he ([A-Za-z]+(?:-[a-z]+)?|\d{1,3})-year-old\b")
_YOUNGEST, _OLDEST = 3, 115
_FAR = 60
_LONGEST = 1000
_STOP = re.compile(r"[.!?…]\s|\n")


def number(word: str) -> int | None:
    """Return the value of digits or of a number word up to ninety-nine, as an age."""
    value = int(word) if word.isdigit() else _WORDS.get(word.lower())
    return value if value is not None and _YOUNGEST <= value <= _OLDEST else None


def after(text: str, end: int) -> tuple[int | None, int]:
    """Return (age, where it ends) of what follows a name that ends at ``end``."""
    within = _WITHIN.match(text, end)
    if within:
        return number(within[1]), end
    found = AFTER.match(text, end)
    age = number(next(filter(None, found.groups()))) if found else None
    # "Kozlov, 26 inmates" has a noun; the pattern wants a stop after the number.
    if found is None or age is None or (text[end] == " " and found[1]):
        return None, end
    return age, found.end()


def before(text: str, start: int) -> tuple[int, int] | None:
    """Return (age, where it ends) of the last age in the words before ``start``."""
    found = list(_BEFORE.finditer(text, max(0, start - _FAR), start))
    age = number(found[-1][1]) if found else None
    return (age, found[-1].end()) if age is not None else None


def pair(text: str, end: int) -> tuple[int | None, int | None] | None:
    """Return the two ages told of two names of which the last ends at ``end``."""
    found = _RESPECTIVELY.match(text, end)
    return (number(found[1]), number(found[2])) if found else None


def said(text: str, end: int) -> int | None:
    """Return the age that is told behind an apposition to the name that ends at ``end``."""
    found = _IS.match(text, end)
    return number(found[1]) if found else None


def later(text: str, end: int, stop: int) -> int | None:
    """Return the age that the rest of the sentence gives: "died ... at the age of 69"."""
    found = _AT_AGE.search(text, end, stop)
    return number(found[1] or found[2]) if found else None


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence that ``position`` lies in begins, give or take an abbreviation."""
    stops = [found.end() for found in _STOP.finditer(text, max(0, position - _LONGEST), position)]
    return stops[-1] if stops else max(0, position - _LONGEST)


def sentence_end(text: str, start: int) -> int:
    """Return where the sentence that ``start`` lies in ends, give or take an abbreviation."""
    found = _STOP.search(text, start, start + _LONGEST)
    return found.start() if found else min(len(text), start + _LONGEST)

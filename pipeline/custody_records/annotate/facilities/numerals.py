"""Numbers in words: "penal colony number twenty-one"."""

# fmt: off
_ONES = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

NUMERALS: dict[str, int] = {word: value for value, word in enumerate(_ONES, start=1)}
for _tens, _word in enumerate(_TENS, start=2):
    NUMERALS[_word] = 10 * _tens
    for _ones in range(1, 10):
        NUMERALS[f"{_word}-{_ONES[_ones - 1]}"] = 10 * _tens + _ones

# Longer words first, so that "twenty" does not end "twenty-one".
IN_WORDS = "|".join(sorted(NUMERALS, key=lambda word: (-len(word), word)))


def number(printed: str) -> int:
    """Return the value of digits or of an English numeral up to ninety-nine."""
    return int(printed) if printed.isdigit() else NUMERALS[printed.casefold()]

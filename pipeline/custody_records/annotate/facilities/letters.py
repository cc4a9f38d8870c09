"""Letters of one alphabet printed for those of the other: "ЛA" (Cyrillic, Latin), "3К" (digit)."""

import re

# Cyrillic letter → the Latin letter or digit that looks the same. Ц, Ч, Ж, Д, Г, Л, П, И, Я and
# the like have no twin and stay themselves.
_TWINS = str.maketrans("АВЕЁКМНОРСТУХЗІЈЅ0", "ABEEKMHOPCTYX3IJSO")
_SEEN_AS = {"A": "А", "B": "В", "E": "Е", "K": "К", "M": "М", "H": "Н", "O": "О0", "P": "Р"} | {
    "C": "С",
    "T": "Т",
    "Y": "У",
    "X": "Х",
    "I": "І",
    "З": "3",
}

# Every dash of the press, and the slashes; the backslash is seen ("AK159\7").
DASH = r"[-‐-―−﹘﹣-]"
SLASH = r"[/\\∕⁄／]"
# A space within a code: not a line end.
SPACE = r"[^\S\n]"
NUMBER_WORD = "[Nn]umbers?"
# What announces a number: "No. 6", "№6", "N°6", "Nr 6", "#6", "number 6", "колония N 6".
NUMBER_SIGN = (
    rf"(?:[Nn][or]s?{SPACE}?\.|(?<![A-Za-z])[Nn][or]s?|№{{1,2}}|[Nn][°º˚]|#|{NUMBER_WORD}|NO\.?"
    r"|(?<=[а-яё][ \u00a0])N)"
)


def skeleton(letters: str) -> str:
    """Return letters in upper case with look-alikes made one: "ЛA" and "ла" give the same."""
    return letters.upper().translate(_TWINS)


def either_alphabet(spelling: str) -> str:
    """Return a pattern for a spelling with any of its letters in its look-alike."""
    parts = []
    for letter in spelling:
        twin = letter.upper().translate(_TWINS)
        seen = {letter, *_SEEN_AS.get(letter, "")}
        if twin != letter.upper():
            seen.add(twin if letter.isupper() else twin.lower())
        parts.append(f"[{re.escape(''.join(sorted(seen)))}]" if len(seen) > 1 else letter)
    return "".join(parts)


_LATIN = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ж": "Zh", "З": "Z", "И": "I",
    "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T",
    "У": "U", "Ф": "F", "Х": "Kh", "Ц": "Ts", "Ч": "Ch", "Ш": "Sh", "Э": "E", "Ю": "Yu", "Я": "Ya",
}  # fmt: skip


def transliterate(letters: str) -> str:
    """Return Cyrillic capitals in the Latin letters of our codes ("ОТБ" → "OTB")."""
    return "".join(_LATIN.get(letter, letter) for letter in letters)

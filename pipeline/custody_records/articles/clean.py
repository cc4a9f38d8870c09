"""Characters and lines that a body may consist of, so that rules and offsets can rely on it."""

import re
import unicodedata

# Everything that shows nothing: control characters, soft hyphens, zero-width and bidirectional
# marks, which sites strew into words ("LA\u200b-155/8") and which no reader sees.
_INVISIBLE = dict.fromkeys(
    [
        *(code for code in range(32) if code not in (9, 10)),
        *range(0x7F, 0xA0),
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
    ]
)
_LINE_ENDS = {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
# Letters that a typesetter joined; a reader sees two, and every rule looks for two.
_LIGATURES = {
    ligature: unicodedata.normalize("NFKC", chr(ligature)) for ligature in range(0xFB00, 0xFB07)
}
_TABLE = {**_INVISIBLE, **_SPACES, **_LINE_ENDS, **_LIGATURES}
_ANY = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text in NFC, with plain spaces, letters and line ends and no invisible characters.

    Tabs stay: a menu's or a table's columns are told by them until its lines are judged.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = _SURROGATES.sub("\ufffd", text)
    return text.translate(_TABLE) if _ANY.search(text) else text


def one_line(text: str | None) -> str | None:
    """Return a metadata value as one clean line, None if nothing is left of it."""
    return " ".join(clean(text).split()) or None if text else None

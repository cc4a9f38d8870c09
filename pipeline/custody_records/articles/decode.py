"""Bytes to text: which encoding a file is in, or that it is no text at all."""

import codecs
import re

import ftfy
from charset_normalizer import from_bytes

from custody_records.articles.encodings import best_encoding, mended
from custody_records.articles.errors import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the press of the region is written in when it is not UTF-8. Detection guesses among these
# alone: among all ninety, a short Russian text in windows-1251 has been taken for mac_cyrillic.
_LEGACY = [
    "cp1251", "koi8_r", "cp866", "iso8859_5", "cp1252", "cp1250", "cp1254", "iso8859_2",
    "iso8859_9",
]  # fmt: skip
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.I)
# What no wrong decoding is told by: ASCII, but for the three characters beside another.
_PLAIN = re.compile(r"(?<=[\x00-\x7f]{3})[\x00-\x7f]+(?=[\x00-\x7f]{3})")
SAMPLE = 200_000  # bytes that tell an encoding as well as the whole file
# Control characters that no text has; form feed and escape do turn up in old files.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x1a\x08")) + b"\x7f"


def decode(raw: bytes, name: object, *, html: bool = False) -> str:
    """Return the text of a file's bytes. Raises ArticleError if they are no text.

    In order: a byte order mark, UTF-8, UTF-16 without a mark, an HTML page's own declaration,
    detection among the encodings that the region's press has used.
    """
    sample = raw[:SAMPLE]
    if encoding := _marked(sample, name):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            raise ArticleError(
                f"{name}: broken {encoding} text: {error}; save it as UTF-8"
            ) from error
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 100:
        raise _binary(name)
    try:
        return _mended(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _legacy(raw, sample, html=html, name=name)


def _mended(text: str) -> str:
    """Return a text without the marks of a decoding that somebody did wrong before it was saved."""
    if text.isascii():
        return text
    if (meant := mended(text)) != text:
        return meant
    # ftfy's signs are four characters at most, not all of them ASCII.
    return str(ftfy.fix_encoding(text)) if ftfy.badness.is_bad(_PLAIN.sub("", text)) else text


def _binary(name: object) -> ArticleError:
    return ArticleError(f"{name}: not text but binary data; convert it to text first")


def encoding_of(sample: bytes, name: object) -> str:
    """Return the encoding of a file too long to decode at once, by its first bytes.

    Raises ArticleError if they are no text. Decode with ``errors="replace"``: the rest is unseen.
    """
    if encoding := _marked(sample, name):
        return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        best = from_bytes(sample, cp_isolation=_LEGACY).best()
        return best_encoding(sample, best.encoding) if best else "utf-8"
    return "utf-8"


def _marked(sample: bytes, name: object) -> str | None:
    """Return the encoding that a byte order mark or UTF-16's zeros tell. Raises ArticleError."""
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    if b"\0" not in sample:
        return None
    if (utf16 := _utf16_without_mark(sample)) is None:
        raise _binary(name)
    return utf16


def _utf16_without_mark(sample: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes, which stand on one side of nearly every Latin letter."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    # Cyrillic text has zero bytes only in its spaces and digits (one character in seven).
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > half * 0.08 and others < half * 0.01:
            text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
            # Data with zeros in it is no text; text has spaces.
            return encoding if text.count(" ") > len(text) // 50 else None
    return None


def _legacy(raw: bytes, sample: bytes, *, html: bool, name: object) -> str:
    if html and (declared := _DECLARED.search(raw, 0, 4096)):
        try:
            return raw.decode(declared[1].decode("ascii"), errors="strict")
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration lies; look at the bytes
    # One broken byte in a long UTF-8 page (a title cut in the middle of a letter) is no reason
    # to read the whole page as windows-1251.
    lenient = raw.decode("utf-8", errors="replace")
    broken = lenient.count("�") - raw.count("�".encode())
    if broken * 50 < sum(byte > 127 for byte in sample):
        return lenient
    best = from_bytes(sample, cp_isolation=_LEGACY).best()
    if best is None:
        raise ArticleError(f"{name}: cannot tell its encoding; save it as UTF-8")
    return raw.decode(best_encoding(sample, best.encoding), errors="replace")

"""How the number of a legal rule is printed, and its canonical form."""

import re

DASH = "-‐‑‒–—−­"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# An article's number: 146, 141-1, 20.3.3, 307¹, 2339B, 13-B, 121bis, 87 bis 4, 460nnn-101, 272-274.
# Not the beginning of a date, a web address, a time, a percentage or a sum.
_ARTICLE = (
    r"\d{1,5}(?:\.\d{1,3})*"
    r"(?:[A-Z]{1,3}(?![A-Za-z])|(?!st|nd|rd|th|km|kg)[a-z]{1,3}(?![a-zA-Z])"
    r"|[ ][A-H](?=[ ][a-z]{2}[ ][a-z]{3}[ ][A-Z]))?"  # "article 150 D of the Criminal Code"
    r"(?:[ -]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b"
    r"(?:[ ]\d{1,2}(?![\d.,:%-]|[ ][a-z]{0,9}s\b))?)?"  # "87 bis 4", not "87 bis 4 years"
    r"[⁰¹²³⁴⁵⁶⁷⁸⁹]*"
    rf"(?:[{DASH}](?:\d{{1,4}}(?:\.\d{{1,2}})*(?!\d)[a-z]?(?![a-z])|[A-Z]{{1,2}}(?!\w)))*"
    r"(?!\.?\d|:\d|[ ]?%|\.[a-zа-я]{2}|[a-zA-Zа-яА-Я°€$])"
)
ARTICLE = re.compile(_ARTICLE + r"(?!/\d{3}|,\d{3}(?!\d))")
# Behind a plural no comma parts thousands: "Sections 302,307,147", and a slash parts sections.
LISTED_ARTICLE = re.compile(_ARTICLE + r"(?!/\d{4})")
PART = re.compile(
    rf"\d{{1,3}}(?:\.\d{{1,2}})?(?:[a-z](?!\w))?(?:[{DASH}]\d{{1,3}})?"
    r"(?!\.?\d|:\d|[ ]?%|[a-zA-Zа-яА-Я])"
)
ROMAN = re.compile(r"[IVXLC]{1,7}(?![\w.]\w|\w|['’])")
# A letter of a list, perhaps quoted: a, «б», “d”, c).
LETTER = re.compile(
    r"(?P<open>[\"“”„«'‘’(])?(?P<letter>[a-zа-яёәіңғүұқөһ]|"
    r"(?<=[\"“„«'‘])(?:zh|kh|ts|ch|sh|yu|ya)(?=[\"”»'’])|"
    r"[B-HJ-Z](?!\w)|A(?=[\"”“»'’,.;)]|\s+(?:of|and)\b|$))(?P<close>[\"”“»'’)])?(?!\w|['’]\w)"
)
# What a bracket behind a number may hold: 1, 2a, (iii), c.
IN_BRACKET = re.compile(
    r"\d{1,3}[a-zA-Z]?(?!\d)|[a-zа-яё](?!\w)|[ivx]{1,5}(?!\w)|[A-Z](?!\w)|l(?=\))"
)


def canonical(number: str) -> str:
    """Return a number with plain hyphens for dashes and for superscripts: 307¹ is 307-1."""
    raised = re.search(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", number)
    if raised:
        index = raised[0].translate(_SUPERSCRIPTS)
        number = f"{number[: raised.start()]}-{index}{number[raised.end() :]}"
    return re.sub(f"[{DASH}]", "-", number)


def indexed(first: str, last: str) -> list[str]:
    """Return the articles from one to another with an index: 205 to 205.6, 361-1 to 361-4.

    Empty if they are no such range.
    """
    low = re.fullmatch(r"(\d+)(?:([.-])(\d{1,2}))?", canonical(first))
    high = re.fullmatch(r"(\d+)([.-])(\d{1,2})", canonical(last))
    if not low or not high or low[1] != high[1] or (low[2] or high[2]) != high[2]:
        return []
    start, end = int(low[3] or 0), int(high[3])
    if start >= end:
        return []
    return [f"{low[1]}{high[2]}{n}" if n else low[1] for n in range(start, end + 1)]


def inner_range(number: str) -> list[str]:
    """Return the articles of "205-205.6" and "361-1-361-4", printed as one word; else nothing."""
    plain = canonical(number)
    for cut in re.finditer("-", plain):
        found = indexed(plain[: cut.start()], plain[cut.end() :])
        if found and not (found[0].isdigit() and "-" in found[-1]):
            return found
    return []


def bounds(number: str, listed: bool) -> tuple[int, int] | None:
    """Return (first, last) if a number with a dash is a range; ``listed`` if a plural stands by.

    "272-274" is one: equally long and ascending. "141-1" and "380-1" are inserted articles, and
    so is a lone "Article 1-2".
    """
    first, _, last = canonical(number).partition("-")
    if not (first.isdigit() and last.isdigit()):
        return None
    if len(first) != len(last) or int(first) >= int(last):
        return None
    return (int(first), int(last)) if len(first) > 1 or listed else None

"""How the number of a legal rule is printed, and its canonical form."""

import re

DASH = "-‐‑‒–—−­"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# An article's number: 146, 141-1, 20.3.3, 307¹, 2339B, 13-B, 121bis, 460nnn-101, 272-274.
# Not the beginning of a date, a web address, a time, a percentage or a sum.
_ARTICLE = (
    r"\d{1,5}(?:\.\d{1,3})*"
    r"(?:[A-Z]{1,3}(?![A-Za-z])|(?!st|nd|rd|th|km|kg)[a-z]{1,3}(?![a-zA-Z]))?"
    r"(?:[ -]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b)?"
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

_UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_SPELLED = {word: n for words in (_UNITS, _ORDINALS) for n, word in enumerate(words, 1)}

# Russian ordinals by their stems, cardinals of compounds in full.
_RU_ORDINALS = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6,
    "седьм": 7, "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12,
    "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17,
    "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30, "сороков": 40,
    "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90,
    "сот": 100, "двухсот": 200, "трехсот": 300, "трёхсот": 300, "четырехсот": 400,
    "четырёхсот": 400,
}  # fmt: skip
_RU_CARDINALS = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60,
    "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "двести": 200,
    "триста": 300, "четыреста": 400,
}  # fmt: skip
_RU_ENDINGS = "(?:ый|ой|ий|ая|яя|ья|ую|юю|ью|ьей|ьего|ого|его|ом|ем|ым|им|ые|ых|ыми|ья|ье|ое|ей|ье)"

EN_WORD = r"(?:" + "|".join(sorted(_SPELLED, key=len, reverse=True)) + r")(?!\w)"
EN_ORDINAL = (
    r"(?:\d{1,4}(?:st|nd|rd|th)|" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r")(?!\w)"
)
RU_ORDINAL = (
    r"(?:\d{1,4}[-‑]?(?:я|й|ю|ей|ая|ую|ой|ью|му|го|м|е)(?!\w)|"
    r"(?:(?:" + "|".join(sorted(_RU_CARDINALS, key=len, reverse=True)) + r")\s+){0,2}"
    r"(?:" + "|".join(sorted(_RU_ORDINALS, key=len, reverse=True)) + rf"){_RU_ENDINGS}(?!\w))"
)
ORDINAL = re.compile(f"{EN_ORDINAL}|{RU_ORDINAL}", re.IGNORECASE)
WORD = re.compile(f"{EN_WORD}|{RU_ORDINAL}", re.IGNORECASE)


def spelled(word: str) -> str:
    """Return the digits of a number word or ordinal: "two", "405th", "двести вторая", "174-я"."""
    digits = re.match(r"\d+", word)
    if digits:
        return digits[0]
    total = 0
    for piece in word.casefold().split():
        if piece in _SPELLED:
            total += _SPELLED[piece]
        elif piece in _RU_CARDINALS:
            total += _RU_CARDINALS[piece]
        else:
            stems = [stem for stem in _RU_ORDINALS if piece.startswith(stem)]
            total += _RU_ORDINALS[max(stems, key=len)] if stems else 0
    return str(total)


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

"""Codes and names that the text joins: "No. 28 (formerly RU-170/3)", 'IK-6 "Polar Owl"'."""

import re
from dataclasses import replace

from custody_records.annotate.facilities.reading import FacilityReading

_FORMER = r"(?:formerly|former|previously|ex-|old|until \w+|бывш\w+|прежн\w+|ранее|бұрынғы)"
_SAME = (
    r"(?:also|now|today|otherwise|better|widely|known as|called|nicknamed|dubbed|named|a\.?k\.?a\.?"
    r"|(?:was |is |has been )?renamed(?: to)?|or|i\.e\."
    r"|[Оо]на же|[Оо]н же|теперь|ныне|известн\w+|прозван\w+|под названием)"
)
# What stands between two names of one facility: a bracket, quotes, "formerly", "known as".
_BETWEEN = re.compile(
    rf"[\s”\"»]*(?:(?:in|near|outside)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?\s*(?:[(,–—-]\s*)?(?P<former>{_FORMER})?(?:\s*,?\s*{_SAME})*"
    r"(?:\s+(?:the|as|by|codenamed|code|number|colony|prison|facility|institution|колония"
    r"|учреждение|строгого|общего|особого|режима|inmates as))*[\s“\"«(]*"
)
# "The Terrorism Confinement Center in Tecoluca ... The prison, known as CECOT".
_KNOWN_AS = (
    r"(?:(?:which|that)\sis\s)?(?:(?:also|better|widely|officially|locally|popularly|commonly)\s)?"
    r"(?:known\sas|nicknamed|dubbed|a\.?k\.?a\.?)\s(?:the\s)?[“\"«‘]?"
)
_CALLED = re.compile(
    rf"(?:\s(?:in|near|outside)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?\s?[,(]?\s?{_KNOWN_AS}"
    r"|[^\n]*?[.!?][”\"]?\sThe\s(?:[a-z-]+\s){0,2}?"
    rf"(?:prison|jail|facility|penitentiary|centre|center|colony|camp|complex),?\s{_KNOWN_AS}"
)
_CALLED_REACH = 220
# "the Kurdakhani detention centre (Baku Investigative Prison No. 1)", "Prison No. 1 in Dushanbe
# (YaS 3/1)", "the Terrorism Confinement Center (CECOT)": a bracket says it again.
_BRACKET = re.compile(
    r"[”\"»]?(?:\s(?:[a-z][a-z-]*\s){0,3}"
    r"(?:prison|jail|penitentiary|facility|isolator|colony|camp|cent(?:re|er)))?"
    r"(?:\s(?:in|near|outside|of)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
    r"\s\((?:the\s|or\s)?(?:[A-Z][\w-]+\s)?[“\"«]?"
)
# "Tihar Jail No. 6": the name of a complex, and the number of a part of it.
_NUMBERED_PART = re.compile(r"[”\"»]?\s")
_WITHIN = re.compile(r",?\s(?:of|in|at|inside)\s(?:the\s)?")
_LETTERS_ONLY = re.compile(r"[A-Z]{3,}")
_MARK = re.compile(rf"[(“\"«]|{_FORMER}|{_SAME}|—|–")
_OLD_NUMBER = re.compile(r"^(?:IU|ITK|UIN|YuI)-")
_REACH = 60


def join(text: str, readings: list[FacilityReading]) -> list[FacilityReading]:
    """Return the readings in text order; of two joined ones, one is marked as the other's alias."""
    found = list(readings)
    for index in range(len(found) - 1):
        between = text[found[index].end : found[index + 1].start]
        found[index : index + 2] = _joined(found[index], found[index + 1], between)
    return found


def _joined(
    first: FacilityReading, second: FacilityReading, between: str
) -> tuple[FacilityReading, FacilityReading]:
    """Return two neighbours as the text between them joins them."""
    if first.name and second.name and (_called(between) or _initials(second, between)):
        return first, replace(second, alias_of=first.alias_of or first.name)
    if len(between) > _REACH or "\n" in between or not _can_be_one(first, second):
        return first, second
    if _is_part(first, second, between):
        # "Tihar Jail No. 6", "Jail No. 4 of the Tihar prison": a mention of the complex
        whole, part = (first, second) if first.name else (second, first)
        place = whole.place or (part.place if part.place != whole.name else None)
        part = replace(part, code=None, name=whole.name, place=place, known=whole.known)
        return (whole, part) if first.name else (part, whole)
    match, bracket = _BETWEEN.fullmatch(between), _BRACKET.fullmatch(between)
    beside = not first.code and second.code and _NUMBERED_PART.fullmatch(between)
    if not (bracket or beside or (match and _MARK.search(between))):
        return first, second
    if not first.code:
        place = first.place if second.place == first.name else second.place
        return replace(first, alias_of=second.code), replace(second, place=place)
    former = bool(match and match["former"])
    old = _OLD_NUMBER.match(first.code) or (bracket and _says_more(second, first))
    if second.code and old and not former:
        return replace(first, alias_of=second.code), second
    return first, replace(second, alias_of=first.code)


def _is_part(first: FacilityReading, second: FacilityReading, between: str) -> bool:
    """Tell a numbered jail within a named complex from a code behind a name."""
    if first.name and not first.code:
        plain = second.numbered and second.code is not None and second.code.startswith("No. ")
        return plain and bool(_NUMBERED_PART.fullmatch(between))
    plain = first.numbered and first.code is not None and first.code.startswith("No. ")
    return plain and second.code is None and bool(_WITHIN.fullmatch(between))


def _called(between: str) -> bool:
    """Tell whether the second name is the first one's other name."""
    return len(between) <= _CALLED_REACH and bool(_CALLED.fullmatch(between))


def _initials(second: FacilityReading, between: str) -> bool:
    """Tell "the Terrorism Confinement Center (CECOT)": a name and its letters in brackets."""
    return between == " (" and bool(_LETTERS_ONLY.fullmatch(second.name or ""))


def _says_more(second: FacilityReading, first: FacilityReading) -> bool:
    """Tell whether the code in brackets is the proper one of what is named by a noun and number.

    "Prison No. 1 in Dushanbe (YaS 3/1)", "open-type facility No. 43 (IUOT-43)"; Kazakhstan's
    numbers since 2022 ("Institution No. 28") are as official as the codes in brackets.
    """
    return first.numbered and not second.numbered and first.country != "KZ"


def _can_be_one(first: FacilityReading, second: FacilityReading) -> bool:
    """Two names, or one code twice, are never joined."""
    return (first.code is not None or second.code is not None) and first.code != second.code

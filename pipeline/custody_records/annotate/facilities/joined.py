"""Codes and names that the text joins: "No. 28 (formerly RU-170/3)", 'IK-6 "Polar Owl"'."""

import re
from dataclasses import replace

from custody_records.annotate.facilities.number_hit import PLAIN
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.rules import JoinFile

_CALLED_REACH = 220  # characters between a name and what it is called
_REACH = 60  # characters between two codes or names of one facility
# "Tihar Jail No. 6": the name of a complex, and the number of a part of it.
_NUMBERED_PART = re.compile(r"[”\"»]?\s")
_LETTERS_ONLY = re.compile(r"[A-Z]{3,}")


class Joiner:
    """Reads what stands between two mentions."""

    def __init__(self, rules: JoinFile) -> None:
        self._rules = rules

    def join(self, text: str, readings: list[FacilityReading]) -> list[FacilityReading]:
        """Return the readings in text order; of two joined ones, one is the other's alias."""
        found = self._whole(text, readings)
        for index in range(len(found) - 1):
            between = text[found[index].end : found[index + 1].start]
            found[index : index + 2] = self._joined(found[index], found[index + 1], between)
            found[index + 1] = self._as_known(text, found[index], found[index + 1])
        return found

    def _whole(self, text: str, readings: list[FacilityReading]) -> list[FacilityReading]:
        """Return the readings, two of "Belvia Central Jail, Sajwa" as one."""
        found: list[FacilityReading] = []
        for reading in readings:
            first = found[-1] if found else None
            if first is None or not self._is_one_name(text, first, reading):
                found.append(reading)
                continue
            place = first.place if first.place != reading.name else None
            found[-1] = replace(
                first,
                end=reading.end,
                name=text[first.start : reading.end],
                known=reading.known,
                place=reading.place or place,
            )
        return found

    def _is_one_name(self, text: str, first: FacilityReading, second: FacilityReading) -> bool:
        """Tell a known name behind a comma that ends the name before it."""
        if not (first.name and not first.code and second.known and not second.code):
            return False
        return (
            text[first.end : second.start] == ", "
            and self._rules.by_type.regex.search(first.name) is not None
            and not self._rules.list_goes_on.regex.match(text[second.end : second.end + _REACH])
        )

    def _as_known(
        self, text: str, first: FacilityReading, second: FacilityReading
    ) -> FacilityReading:
        """Return a name, as an alias of the one before if it tells what "the prison" is called."""
        known = first.name and second.name and not second.alias_of
        if known and self._rules.as_known.regex.match(text[second.end : second.end + _REACH]):
            return replace(second, alias_of=first.alias_of or first.name)
        return second

    def _joined(
        self, first: FacilityReading, second: FacilityReading, between: str
    ) -> tuple[FacilityReading, FacilityReading]:
        """Return two neighbours as the text between them joins them."""
        called = self._called(between)
        if first.name and second.name and (called or self._is_short(second, between)):
            return first, replace(second, alias_of=first.alias_of or first.name)
        if called and _can_be_one(first, second):
            if called["renamed"] or not first.code:
                return replace(first, alias_of=second.code or second.name), second
            return first, replace(second, alias_of=first.code)
        if len(between) > _REACH or "\n" in between or not _can_be_one(first, second):
            return first, second
        if self._is_part(first, second, between):
            # "Tihar Jail No. 6", "Jail No. 4 of the Tihar prison": a mention of the complex
            whole, part = (first, second) if first.name else (second, first)
            place = whole.place or (part.place if part.place != whole.name else None)
            part = replace(part, code=None, name=whole.name, place=place, known=whole.known)
            return (whole, part) if first.name else (part, whole)
        return self._alike(first, second, between)

    def _alike(
        self, first: FacilityReading, second: FacilityReading, between: str
    ) -> tuple[FacilityReading, FacilityReading]:
        """Return two neighbours, one as another name of the other if brackets or a mark say so."""
        match = self._rules.between.regex.match(between)
        bracket = self._rules.bracket.regex.match(between)
        beside = not first.code and second.code and _NUMBERED_PART.fullmatch(between)
        if not (bracket or beside or (match and self._rules.mark.regex.search(between))):
            return first, second
        if not first.code:
            place = first.place if second.place == first.name else second.place
            return replace(first, alias_of=second.code), replace(second, place=place)
        former = match is not None and match["former"]
        old = self._rules.old_number.regex.match(first.code)
        if second.code and not former and (old or (bracket and _says_more(second, first))):
            return replace(first, alias_of=second.code), second
        return first, replace(second, alias_of=first.code)

    def _is_part(self, first: FacilityReading, second: FacilityReading, between: str) -> bool:
        """Tell a numbered jail within a named complex from a code behind a name."""
        if first.name and not first.code:
            plain = second.numbered and second.code is not None and second.code.startswith(PLAIN)
            return plain and bool(_NUMBERED_PART.fullmatch(between))
        plain = first.numbered and first.code is not None and first.code.startswith(PLAIN)
        return plain and second.code is None and bool(self._rules.within.regex.match(between))

    def _called(self, between: str) -> re.Match[str] | None:
        """Return what tells that the second name is the first one's other name."""
        if len(between) > _CALLED_REACH:
            return None
        return self._rules.called.regex.match(between)

    def _is_short(self, second: FacilityReading, between: str) -> bool:
        """Tell "the Terrorism Confinement Center (CECOT)": a name and its letters behind it."""
        letters = _LETTERS_ONLY.fullmatch(second.name or "")
        return bool(letters and self._rules.letters.regex.match(between))


def _says_more(second: FacilityReading, first: FacilityReading) -> bool:
    """Tell whether the code in brackets is the proper one of what is named by a noun and number.

    "Prison No. 1 in Dushanbe (YaS 3/1)", "open-type facility No. 43 (IUOT-43)"; Kazakhstan's
    numbers since 2022 ("Institution No. 28") are as official as the codes in brackets.
    """
    return first.numbered and not second.numbered and first.country != "KZ"


def _can_be_one(first: FacilityReading, second: FacilityReading) -> bool:
    """Two names, or one code twice, are never joined."""
    return (first.code is not None or second.code is not None) and first.code != second.code

"""Codes that a list carries on: "LA-155/8, /12 and /14", "64/46 in Navoi and 64/36 in Karshi"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from custody_records.annotate.facilities.family import CodeHit
from custody_records.annotate.facilities.letters import SLASH, SPACE
from custody_records.annotate.facilities.list_rules import ListFile, any_of
from custody_records.annotate.facilities.number_hit import NUMBER_ENDS
from custody_records.annotate.facilities.rules import Family
from custody_records.annotate.facilities.words import FacilityNouns

# How far before the first code the plural may stand: "colonies AK-159/6", "colonies of AK-159/6".
_REACH = 12
_LONGEST_JOIN = 16


class CodeLists:
    """Reads the codes around a code, by the words of ``lists.yaml``."""

    def __init__(self, words: ListFile) -> None:
        joined = any_of(words.conjunctions)
        self._next = re.compile(
            rf"{words.place}?(?:,{SPACE}?(?:{joined})?|;|{SPACE}(?:{joined}|&)){SPACE}"
            rf"(?P<item>(?:(?P<number>\d{{1,3}})?(?P<slash>{SLASH}))?(?P<unit>\d{{1,2}})){NUMBER_ENDS}"
        )
        # Two whole codes, with an ending of the first: "LA-155/12-s and ".
        self._joined = re.compile(rf"(?:-[^\W\d_]{{1,4}})?(?:\s?[,;&/]\s?|\s)(?:(?:{joined})\s)?")
        self._closes = words.closing

    def join(self, text: str, end: int, start: int) -> bool:
        """Tell whether a code that ends and one that starts are items of one list."""
        return self._joined.fullmatch(text[end:start][:_LONGEST_JOIN]) is not None

    def after(self, text: str, first: CodeHit, nouns: FacilityNouns) -> Iterator[CodeHit]:
        """Yield the codes that follow ``first`` and lean on its letters or number."""
        if first.family is None or first.refused:
            return
        noun = nouns.before(first.start)
        plural = noun is not None and noun.plural and first.start - noun.end <= _REACH
        last = first
        while following := self._next.match(text, last.end):
            hit = self._leaning(text, first, first.family, following, plural)
            if hit is None:
                return
            last = replace(
                hit, start=following.start("item"), end=following.end(), family=first.family
            )
            yield last

    def _leaning(
        self, text: str, first: CodeHit, family: Family, following: re.Match[str], plural: bool
    ) -> CodeHit | None:
        """Return the code of the next item, whose offsets and family are the caller's."""
        unit = following["unit"].lstrip("0") or "0"
        if following["number"] and following["number"] != family.number:
            return None
        if following["slash"] or (plural and self._closes.match(text, following.end())):
            return replace(first, code=f"{family.letters}-{family.number}/{unit}")
        return None

"""Codes that a list carries on: "LA-155/8, /12 and /14", "64/46 in Navoi and 64/36 in Karshi"."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.family import CodeHit, FamilyCodes
from custody_records.annotate.facilities.letters import SLASH, SPACE
from custody_records.annotate.facilities.number_hit import CLOSES, NUMBER_ENDS
from custody_records.annotate.facilities.words import Heads

_NEXT = re.compile(
    rf"(?:{SPACE}(?:in|near|outside){SPACE}(?:the{SPACE})?[A-ZА-Я][\w’'-]+(?:{SPACE}[A-Z][\w’'-]+){{0,2}})?"
    rf"(?:,{SPACE}?(?:and|or|и)?|;|{SPACE}(?:and|or|&|и|және)){SPACE}"
    rf"(?P<item>(?:(?P<number>\d{{1,3}})?(?P<slash>{SLASH}))?(?P<unit>\d{{1,2}})){NUMBER_ENDS}"
)
# How far before the first code the plural may stand: "colonies AK-159/6", "colonies of AK-159/6".
_REACH = 12


def carried(text: str, first: CodeHit, codes: FamilyCodes, heads: Heads) -> Iterator[CodeHit]:
    """Yield the codes that follow ``first`` in a list and lean on its letters or number."""
    if first.family is None or first.refused:
        return
    head = heads.before(first.start)
    plural = head is not None and head.plural and first.start - head.end <= _REACH
    end = first.end
    while following := _NEXT.match(text, end):
        unit = following["unit"].lstrip("0") or "0"
        if following["number"] and following["number"] != first.family.number:
            hit = codes.bare(following["number"], unit)
            if hit is None:
                return
            code, rule, country = hit.code, hit.rule, hit.country
        elif following["slash"] or (plural and CLOSES.match(text, following.end())):
            code = f"{first.family.letters}-{first.family.number}/{unit}"
            rule, country = first.rule, first.country
        else:
            return
        end = following.end()
        yield CodeHit(following.start("item"), end, rule, code, country, first.family)

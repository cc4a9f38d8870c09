"""Numbered institutions: "penal colony No. 6", "IK-6", "N8 prison", "institution No. 28"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from custody_records.annotate.facilities.abbreviations import Abbreviations
from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, SPACE
from custody_records.annotate.facilities.number_hit import (
    DIGITS,
    NUMBER_ENDS,
    PLAIN,
    PREVIOUS,
    NumberHit,
    more,
)
from custody_records.annotate.facilities.numerals import IN_WORDS, number
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.annotate.facilities.words import Head, Heads, speaks_of_detention

_QUOTE = r"[«“\"(]?"

# Without "No.", a number is the institution's only where nothing is counted: "colony 19 in Osh",
# not "in prison 10 years", "in the colony 5 inmates".
_PLAIN_RIGHT = rf"(?={SPACE}*(?:[.,;:)»”]|$|\n|(?:in|near|outside|of|at|where|was|is|has)\b))"

# Abbreviations are shorter than any prison word in capitals.
_LETTERS = 5

# People and things that a prison has: "No. 3 prison guards" are three guards of no number.
_COMPOUND = re.compile(
    r"[^\S\n](?:guards?|staff|officials?|officers?|employees?|inmates?|workers?|doctors?|terms?"
    r"|sentences?|services?|system|riots?|cells?|population|reform|camps?)\b",
    re.IGNORECASE,
)
# The number belongs to what stands before it: "CIZO No. 1 prison".
_NAMED_BEFORE = re.compile(r"(?:[A-ZА-Я]{2,}|colony|prison|institution|facility|колони\w+)\s?$")
# An adjective before a plain "institution" makes it another one: "credit institution No. 5".
_PLAIN_NEIGHBOUR = re.compile(
    r"(?:^|[\n.,;:!?(«“\"—–-]|\b(?:the|of|at|in|inside|into|from|to|by|for|near|and|or|this|that"
    r"|state|as|is|was|are|were|where|with|between|outside|(?:re)?named|called|became|becomes|visited"
    r"|entered|left|leaving|reached|runs?|ran"
    r"|в|во|из|на|с|к|от|и|у|при|РГУ|ГУ|ФКУ|[а-яё]{4,}(?:ые|ых|ник|ников|ники|ика|кам|ками))"
    r"[^\S\n]?[«“\"]?)[^\S\n]*$",
    re.IGNORECASE,
)


_FIRST = re.compile(rf"{NUMBER_SIGN}{SPACE}?(?P<number>{DIGITS}){NUMBER_ENDS}")


class NumberedInstitutions:
    """Finds numbers beside nouns (``words.yaml``) and letters (``abbreviations.yaml``)."""

    def __init__(self, rules: FacilityRules) -> None:
        after = "|".join(rules.words.after)
        self._after = re.compile(
            rf"(?:{SPACE}(?:{after}))*(?:{SPACE}?,?{SPACE}?{_QUOTE}(?P<sign>{NUMBER_SIGN})"
            rf"{SPACE}?{_QUOTE}(?P<number>{DIGITS}|(?i:{IN_WORDS})\b)"
            rf"|{DASH}(?P<dashed>{DIGITS})|{SPACE}(?P<plain>{DIGITS}){_PLAIN_RIGHT}){NUMBER_ENDS}"
        )
        self._before = re.compile(
            rf"(?<!\w)(?:{NUMBER_SIGN}{SPACE}?|N{DASH}?)(?P<number>{DIGITS})"
            rf"(?:{DASH}[а-яё]{{1,3}})?[»”\"]?{SPACE}{{1,2}}$"
        )
        self._listed = re.compile(
            rf"[^.!?\n]{{0,140}}?(?:[:(,–—]|such as|including|namely|\bare){SPACE}*"
            rf"(?={NUMBER_SIGN}{SPACE}?\d)"
        )
        self._abbreviations = Abbreviations(rules.abbreviations)

    def find(self, text: str, heads: Heads, country: str | None) -> Iterator[NumberHit]:
        """Yield every numbered institution of the text, and those refused."""
        for head in heads:
            if head.usable:
                yield from self._of_head(text, head, country)
        yield from self._abbreviations.find(text, country)

    def _of_head(self, text: str, head: Head, country: str | None) -> Iterator[NumberHit]:
        # "SIZO-3" is read by its letters (abbreviations.yaml), "the EC-166/1 SIZO" by its code.
        if text[head.start : head.end].isupper() and head.end - head.start < _LETTERS:
            return
        after = self._after.match(text, head.end)
        if after and self._allows(text, head, after):
            printed = after["number"] or after["dashed"] or after["plain"]
            hit = self._hit(text, head, head.phrase, after.end(), printed, country)
            yield hit
            # "Institution Nos. 10 and 72"
            several = (after["sign"] or "").casefold().startswith(("nos", "numbers"))
            yield from more(text, hit, head.plural or several)
            return
        before = self._before.search(text, max(0, head.phrase - 16), head.phrase)
        if before and not (
            _COMPOUND.match(text, head.end)
            or _NAMED_BEFORE.search(text, max(0, before.start() - 20), before.start())
        ):
            hit = self._hit(text, head, before.start(), head.end, before["number"], country)
            if head.plural:
                yield from self._of_numbers_before(text, hit)
            yield hit
            return
        if head.plural and head.detains:
            yield from self._of_list(text, head, country)

    def _allows(self, text: str, head: Head, after: re.Match[str]) -> bool:
        """A number without "No." is taken for few words only."""
        if after["number"]:
            return True
        if after["dashed"]:
            return head.noun.strong and not head.plural
        word = text[head.start : head.end]
        # "held in Institution 72": a plain institution must go by its capital letter
        known = head.detains or (head.noun.code == "No." and word.istitle() and head.usable)
        return known and not head.plural and (head.noun.code == "IK" or word[0].isupper())

    def _of_numbers_before(self, text: str, last: NumberHit) -> Iterator[NumberHit]:
        """Numbers of a list that ends in the noun: "N2, N8 and N15 establishments"."""
        start = last.start
        while before := PREVIOUS.search(text, max(0, start - 20), start):
            yield replace(
                last,
                start=before.start(),
                end=before.end("number"),
                number=int(before["number"]),
            )
            start = before.start()

    def _of_list(self, text: str, head: Head, country: str | None) -> Iterator[NumberHit]:
        """Numbers that follow at a distance: "Three prisons hold them: No. 1 in Hrodna, ..."."""
        gap = self._listed.match(text, head.end)
        if gap is None:
            return
        first = _FIRST.match(text, gap.end())
        if first:
            hit = self._hit(text, head, first.start(), first.end(), first["number"], country)
            yield hit
            yield from more(text, hit, True)

    def _hit(
        self, text: str, head: Head, start: int, end: int, printed: str, country: str | None
    ) -> NumberHit:
        prefix = _prefix(head, country)
        refused = None
        if not head.detains:
            alone = _PLAIN_NEIGHBOUR.search(text, max(0, head.phrase - 30), head.phrase)
            if not alone and start == head.phrase:
                refused = "an adjective makes it another institution"
            elif not speaks_of_detention(text, min(start, head.phrase), max(end, head.end)):
                refused = "no prison word near a plain institution"
        return NumberHit(
            start=start,
            end=end,
            rule=head.noun.id,
            prefix=prefix,
            number=number(printed),
            kind=head.kind,
            generic=head.generic,
            typed=prefix not in ("SIZO-", "IVS-"),
            of_noun=True,
            refused=refused,
        )


def _prefix(head: Head, country: str | None) -> str:
    """Return the prefix of an institution's code: its noun's, unless its kind has its own."""
    if head.kind == "police_custody":
        return "IVS-"
    if head.kind == "colony_settlement":
        return "KP-"
    if head.kind == "juvenile_colony" and head.noun.code == "IK" and country in ("RU", "BY"):
        return "VK-"
    return PLAIN if head.noun.code == "No." else f"{head.noun.code}-"

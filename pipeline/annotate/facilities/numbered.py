"""Numbered institutions: "penal colony No. 6", "IK-6", "N8 prison", "institution No. 28"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.annotate.facilities.letters import (
    DASH,
    NUMBER_SIGN,
    SLASH,
    SPACE,
    either_alphabet,
    skeleton,
    transliterate,
)
from pipeline.annotate.facilities.numerals import IN_WORDS, number
from pipeline.annotate.facilities.rules import Abbreviation, FacilityRules
from pipeline.annotate.facilities.words import Head, Heads, speaks_of_detention
from pipeline.contract.values import FacilityKind

# A Kazakh or Russian ending may follow the number ("№5-ші"); a fraction, a longer code may not.
_RIGHT = rf"(?![^\W_])(?!{SPACE}?{SLASH}{SPACE}?\d)(?![.,]\d)(?!{DASH}\d)(?!{SPACE}?%)"
_DIGITS = r"\d{1,3}"
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
    r"(?:^|[\n.,;:!?(«“\"—–-]|\b(?:the|of|at|in|inside|into|from|to|by|for|near|and|this|that|state"
    r"|в|во|из|на|с|к|от|и|у|при|РГУ|ГУ|ФКУ|[а-яё]{4,}(?:ые|ых|ник|ников|ники|ика|кам|ками))"
    r"[^\S\n]?[«“\"]?)[^\S\n]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberHit:
    """A numbered institution at ``[start, end)``; ``refused`` says what was missing."""

    start: int
    end: int
    rule: str
    code: str
    kind: FacilityKind | None
    generic: bool = False
    country: str | None = None
    refused: str | None = None


class NumberedInstitutions:
    """Finds numbers beside nouns (``words.yaml``) and letters (``abbreviations.yaml``)."""

    def __init__(self, rules: FacilityRules) -> None:
        self._typed_numbers = rules.words.typed_numbers
        after = "|".join(rules.words.after)
        self._after = re.compile(
            rf"(?:{SPACE}(?:{after}))*(?:{SPACE}?,?{SPACE}?{_QUOTE}(?P<sign>{NUMBER_SIGN})"
            rf"{SPACE}?{_QUOTE}(?P<number>{_DIGITS}|(?i:{IN_WORDS})\b)"
            rf"|{DASH}(?P<dashed>{_DIGITS})|{SPACE}(?P<plain>{_DIGITS}){_PLAIN_RIGHT}){_RIGHT}"
        )
        self._before = re.compile(
            rf"(?<!\w)(?:{NUMBER_SIGN}{SPACE}?|N{DASH}?)(?P<number>{_DIGITS})"
            rf"(?:{DASH}[а-яё]{{1,3}})?[»”\"]?{SPACE}{{1,2}}$"
        )
        self._listed = re.compile(
            rf"[^.!?\n]{{0,140}}?(?:[:(,–—]|such as|including|namely|\bare){SPACE}*"
            rf"(?={NUMBER_SIGN}{SPACE}?\d)"
        )
        self._abbreviations = _Abbreviations(rules)

    def find(self, text: str, heads: Heads, country: str | None) -> Iterator[NumberHit]:
        """Yield every numbered institution of the text, and those refused."""
        for head in heads:
            if head.usable:
                yield from self._of_head(text, head, country)
        yield from self._abbreviations.find(text, heads, country)

    def _of_head(self, text: str, head: Head, country: str | None) -> Iterator[NumberHit]:
        # "SIZO-3" is read by its letters (abbreviations.yaml), "the EC-166/1 SIZO" by its code.
        if text[head.start : head.end].isupper() and head.end - head.start < _LETTERS:
            return
        after = self._after.match(text, head.end)
        if after and self._allows(text, head, after):
            printed = after["number"] or after["dashed"] or after["plain"]
            hit = self._hit(text, head, head.phrase, after.end(), printed, country)
            yield hit
            yield from _more(text, hit, head.plural)
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
        return head.detains and not head.plural and (head.noun.code == "IK" or word[0].isupper())

    def _of_numbers_before(self, text: str, last: NumberHit) -> Iterator[NumberHit]:
        """Numbers of a list that ends in the noun: "N2, N8 and N15 establishments"."""
        start = last.start
        prefix = re.sub(r"\d+$", "", last.code)
        while before := _PREVIOUS.search(text, max(0, start - 20), start):
            number_before = int(before["number"])
            yield replace(
                last,
                start=before.start(),
                end=before.end("number"),
                code=f"{prefix}{number_before}",
            )
            start = before.start()

    def _of_list(self, text: str, head: Head, country: str | None) -> Iterator[NumberHit]:
        """Numbers that follow at a distance: "Three prisons hold them: No. 1 in Hrodna, ..."."""
        gap = self._listed.match(text, head.end)
        if gap is None:
            return
        first = re.compile(rf"{NUMBER_SIGN}{SPACE}?(?P<number>{_DIGITS}){_RIGHT}").match(
            text, gap.end()
        )
        if first:
            hit = self._hit(text, head, first.start(), first.end(), first["number"], country)
            yield hit
            yield from _more(text, hit, True)

    def _hit(
        self, text: str, head: Head, start: int, end: int, printed: str, country: str | None
    ) -> NumberHit:
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
            code=self._code(head, number(printed), country),
            kind=head.kind,
            generic=head.generic,
            refused=refused,
        )

    def _code(self, head: Head, value: int, country: str | None) -> str:
        prefix = head.noun.code
        if head.kind == "police_custody":
            prefix = "IVS"
        elif head.kind == "juvenile_colony" and prefix == "IK" and country in ("RU", "BY"):
            prefix = "VK"
        elif head.kind == "colony_settlement":
            prefix = "KP"
        typed = country is None or country in self._typed_numbers
        if prefix not in ("SIZO", "IVS") and not typed:
            prefix = "No."
        return f"No. {value}" if prefix == "No." else f"{prefix}-{value}"


class _Abbreviations:
    """Letters that stand for a type of institution, and a number."""

    def __init__(self, rules: FacilityRules) -> None:
        self._by_letters: dict[str, Abbreviation] = {}
        for rule in rules.abbreviations:
            self._by_letters.update({skeleton(s): rule for s in rule.spellings})
        spellings = sorted(
            {s for rule in rules.abbreviations for s in rule.spellings}, key=lambda s: (-len(s), s)
        )
        letters = "|".join(either_alphabet(s) for s in spellings)
        self._pattern = re.compile(
            rf"(?<![\w-])(?<!/)(?P<letters>{letters})"
            rf"(?P<sep>{SPACE}?(?:{DASH}|['’`]){SPACE}?|{SPACE}?{NUMBER_SIGN}{SPACE}?|{SPACE})?"
            rf"(?:(?P<region>\d{{1,2}}){SLASH})?(?P<number>\d{{1,2}}){_RIGHT}"
        )

    def find(self, text: str, heads: Heads, country: str | None) -> Iterator[NumberHit]:
        for match in self._pattern.finditer(text):
            rule = self._by_letters[skeleton(match["letters"])]
            if bool(match["region"]) != rule.region:
                continue
            if rule.dash and not (match["sep"] and re.search(DASH, match["sep"])):
                continue
            prefix, kind = rule.code, rule.kind
            if rule.as_printed:
                prefix = transliterate(match["letters"].upper())
            elif country in rule.in_country:
                prefix = rule.in_country[country]
                kind = "correctional_colony" if prefix == "IK" else kind
            region = f"{match['region']}/" if match["region"] else ""
            refused = None
            if rule.needs and not speaks_of_detention(text, *match.span()):
                refused = "no prison word near these letters"
            hit = NumberHit(
                start=match.start(),
                end=match.end(),
                rule=rule.id,
                code=f"{prefix}-{region}{int(match['number'])}",
                kind=kind,
                country=rule.country,
                refused=refused,
            )
            yield hit
            yield from _more(text, hit, plural=False)


# The number before in a list: "N2, N8 and" and "No. 2, ".
_PREVIOUS = re.compile(
    rf"(?<!\w)(?:{NUMBER_SIGN}{SPACE}?|N{DASH}?)(?P<number>{_DIGITS})"
    rf"(?:,{SPACE}?(?:and|и)?|{SPACE}(?:and|и)){SPACE}$"
)
# The next number of a list: ", No. 4", " and 7", "and -5"; places may stand between.
_NEXT = re.compile(
    rf"(?:{SPACE}(?:in|near){SPACE}(?:the{SPACE})?[A-ZА-Я][\w’'-]+(?:{SPACE}[A-Z][\w’'-]+){{0,2}})?"
    rf"(?:,{SPACE}?(?:and|or|и)?|;|{SPACE}(?:and|or|&|и|және)){SPACE}(?:in{SPACE})?"
    rf"(?P<item>(?P<sign>{NUMBER_SIGN}{SPACE}?|{DASH})?(?P<number>{_DIGITS})){_RIGHT}"
)
# What may follow a number without "No." that belongs to the list.
_CLOSES = re.compile(
    rf"{SPACE}*(?:[.,;:)»”]|$|\n|(?:and|or|in|near|of|at|are|were|have|had|is|was|и|в)\b)"
)


def _more(text: str, first: NumberHit, plural: bool) -> Iterator[NumberHit]:
    """Yield the further numbers of a list: "No. 2, 5 and 7", "No. 1 in Hrodna, No. 4 in ..."."""
    hit = first
    prefix = re.sub(r"\d+$", "", first.code)
    while following := _NEXT.match(text, hit.end):
        if not following["sign"] and not (plural and _CLOSES.match(text, following.end())):
            return
        hit = replace(
            first,
            start=following.start("item"),
            end=following.end(),
            code=f"{prefix}{int(following['number'])}",
        )
        yield hit

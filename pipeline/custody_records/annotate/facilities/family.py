"""Codes of letters, number and unit: "LA-155/18", "155/18" beside a prison word, "LB-E/12".

The number is looked for first: there are few of them, and digits are rare in a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.annotate.facilities.letters import (
    DASH,
    SLASH,
    SPACE,
    either_alphabet,
    skeleton,
)
from custody_records.annotate.facilities.rules import (
    MOST_DIGITS,
    MOST_LETTERS,
    FacilityRules,
    Family,
    TypedFamily,
)
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns
from custody_records.annotate.openings import WordPattern

_SEPARATOR = rf"(?:{SPACE}?(?:{SLASH}|{DASH}){SPACE}?)"
_RIGHT = rf"(?![^\W_])(?!{SPACE}?{SLASH}\d)(?![.,]\d)(?!{DASH}\d)"
# The letters before the number, with what separates them: "LA-", "LA ", "LA - ", "LA".
_LETTERS = re.compile(
    rf"(?P<edge>^|[^\w]|_)(?P<letters>[^\W_]{{1,{MOST_LETTERS}}})(?P<sep>{SPACE}?{DASH}{SPACE}?|{SPACE})?$"
)
_LETTERS_REACH = 10
_JOIN_REACH = 20  # characters before a bare number
_LONGEST_ENDING = 8
_GAP_AFTER = re.compile(r"[\s»”\")]*")


@dataclass(frozen=True, slots=True)
class CodeHit:
    """A code at ``[start, end)``; ``refused`` says what was missing if it is none."""

    start: int
    end: int
    rule: str
    code: str
    country: str
    family: Family | None = None
    refused: str | None = None


class FamilyCodes:
    """Finds the codes of ``families.yaml`` and ``typed_families.yaml``."""

    def __init__(self, rules: FacilityRules) -> None:
        self._by_number: dict[str, list[Family]] = {}
        self._by_letters: dict[tuple[str, str], Family] = {}
        types = set()
        for family in rules.families:
            self._by_number.setdefault(family.number, []).append(family)
            for spelling in family.spellings:
                self._by_letters[skeleton(spelling), family.number] = family
            types |= {letters for given in family.unit_types.values() for letters in given}
            types |= set(family.unit_types)
        numbers = "|".join(sorted(self._by_number, key=lambda n: (-len(n), n)))
        unit_types = "|".join(either_alphabet(t) for t in sorted(types, key=lambda t: (-len(t), t)))
        core = re.compile(
            rf"(?<!\d)(?<!\d[.,/])(?P<number>{numbers})(?P<sep>{_SEPARATOR}|{SPACE})"
            rf"(?:(?P<type>{unit_types}){DASH}?)?(?P<unit>\d{{1,{MOST_DIGITS}}}){_RIGHT}"
        )
        self._core = WordPattern(core)
        self._typed = _TypedCodes(rules)
        self._joins = rules.joins

    def find(self, text: str, nouns: FacilityNouns, country: str | None) -> Iterator[CodeHit]:
        """Yield every code of the text, and those refused."""
        for match in self._core.finditer(text):
            hit = self._lettered(text, match) or self._bare(text, match, nouns, country)
            if hit:
                yield hit
        yield from self._typed.find(text, nouns)

    def _lettered(self, text: str, match: re.Match[str]) -> CodeHit | None:
        start = match.start()
        before = _LETTERS.search(text, max(0, start - _LETTERS_REACH), start)
        if before is None:
            return None
        family = self._by_letters.get((skeleton(before["letters"]), match["number"]))
        separator = before["sep"] or ""
        if family is None or not _is_edge(text, before):
            return None
        # "in 155/14" is no code; a dash or no space at all shows that letters and number are one.
        if separator.isspace() and not _capital(before["letters"]):
            return None
        # "UK 161 2" is no code: some slash or dash must stand.
        if match["sep"].isspace() and separator.isspace():
            return None
        if match["type"] and _type(family, match["type"]) is None:
            return None
        code = _code(family, _unit(family, match))
        return CodeHit(
            before.start("letters"), match.end(), family.id, code, family.country, family
        )

    def _bare(
        self, text: str, match: re.Match[str], nouns: FacilityNouns, country: str | None
    ) -> CodeHit | None:
        start, end = match.span()
        if match["sep"].isspace() or text[start - 1 : start] in ("-", "/", "."):
            return None
        families = [f for f in self._by_number[match["number"]] if f.bare]
        if not families or re.search(r"[^\W\d_]-?$", text[max(0, start - 2) : start]):
            return None
        family = families[0]
        hit = CodeHit(start, end, family.id, _code(family, _unit(family, match)), family.country)
        refused = None
        told = _beside_prison_word(text, start, end, nouns)
        told = told or (len(family.number) > 2 and self._is_joined(text, start, end, nouns))
        if not told and country == family.country and nouns.speak_of_detention(start, end):
            told = bool(self._joins.bare_in.regex.search(text, max(0, start - _JOIN_REACH), start))
        if not told:
            refused = "no prison word beside a bare number"
        elif len(family.number) == 1 and country != family.country:
            refused = f"the article is not about {family.country}"
        return CodeHit(start, end, hit.rule, hit.code, hit.country, family, refused)

    def _is_joined(self, text: str, start: int, end: int, nouns: FacilityNouns) -> bool:
        """Tell whether a bare number is another name of what was named, or named in Kazakh."""
        if self._joins.named_by_number.regex.match(text[end : end + _LONGEST_ENDING]):
            return True
        also = self._joins.also.regex.search(text, max(0, start - _JOIN_REACH), start)
        return also is not None and nouns.speak_of_detention(start, end)


def _is_edge(text: str, before: re.Match[str]) -> bool:
    """Refuse letters that only end a longer name: "CLA-155", "SUN-FAS-LA-155/1"."""
    edge = before.start("letters")
    return not re.search(r"[\w.]-$|\w$", text[max(0, edge - 2) : edge])


def _capital(letters: str) -> bool:
    return letters[0].isupper() or letters[0].isdigit()


def _type(family: Family, printed: str) -> str | None:
    for canonical, spellings in family.unit_types.items():
        if skeleton(printed) in {skeleton(s) for s in (canonical, *spellings)}:
            return canonical
    return None


def _unit(family: Family, match: re.Match[str]) -> str:
    number = match["unit"].lstrip("0") or "0"
    kind = _type(family, match["type"]) if match["type"] else None
    return f"{kind}-{number}" if kind else number


def _code(family: Family, unit: str) -> str:
    return f"{family.letters}-{family.number}/{unit}"


def _beside_prison_word(text: str, start: int, end: int, nouns: FacilityNouns) -> bool:
    # "In the prison, 64/46 ..." is two things; "the colony, No. 64/46" is one.
    before = adjacent_before(text, start, nouns)
    return (before is not None and text[before.end : start].strip() != ",") or (
        adjacent_after(text, end, nouns) is not None
    )


def adjacent_before(text: str, start: int, nouns: FacilityNouns) -> FacilityNoun | None:
    """Return the prison word that stands directly before a code, but for "No." and quotes."""
    noun = nouns.before(start)
    if noun is None or start - noun.end > 25:
        return None
    return noun if nouns.lead_to_number(noun.end, start) else None


def adjacent_after(text: str, end: int, nouns: FacilityNouns) -> FacilityNoun | None:
    """Return the prison word, with its modifiers, that stands directly after a code."""
    noun = nouns.after(end)
    if noun is None or noun.phrase - end > 4:
        return None
    return noun if _GAP_AFTER.fullmatch(text, end, max(end, noun.phrase)) else None


class _TypedCodes:
    """The Turkmen codes: "LB-E/12", "LBE-12", "LBE12", "LB-E-12"."""

    def __init__(self, rules: FacilityRules) -> None:
        self._families: dict[str, TypedFamily] = {}
        for family in rules.typed.rules:
            self._families.update({skeleton(s): family for s in family.spellings})
        self._types: dict[str, str] = {}
        for letter, unit_type in rules.typed.types.items():
            self._types |= {skeleton(printed): letter for printed in (letter, *unit_type.cyrillic)}
        letters = "|".join(
            either_alphabet(s)
            for family in rules.typed.rules
            for s in sorted(family.spellings, key=len, reverse=True)
        )
        kinds = "".join(
            sorted({*rules.typed.types, *(t.cyrillic for t in rules.typed.types.values())})
        )
        pattern = re.compile(
            rf"(?<![\w/-])(?P<letters>{letters})(?P<one>{DASH}?)(?P<type>[{kinds}])"
            rf"(?P<two>{SLASH}|{DASH}|{SPACE})?(?P<unit>\d{{1,{MOST_DIGITS}}}){_RIGHT}"
        )
        self._pattern = WordPattern(pattern)

    def find(self, text: str, nouns: FacilityNouns) -> Iterator[CodeHit]:
        for match in self._pattern.finditer(text):
            family = self._families[skeleton(match["letters"])]
            letter = self._types[skeleton(match["type"])]
            code = f"{family.letters}-{letter}/{int(match['unit'])}"
            # "LB-E/12" is like nothing else, "AHT-2" is.
            plain = match["one"] or (match["two"] and re.match(SLASH, match["two"]))
            refused = None
            if not plain and not nouns.speak_of_detention(*match.span()):
                refused = "no prison word near letters and a number"
            yield CodeHit(*match.span(), family.id, code, family.country, None, refused)

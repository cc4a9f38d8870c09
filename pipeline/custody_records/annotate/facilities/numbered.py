"""Numbered institutions: "penal colony No. 6", "IK-6", "N8 prison", "institution No. 28"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.annotate.facilities.abbreviations import Abbreviations
from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, SPACE
from custody_records.annotate.facilities.list_rules import any_of
from custody_records.annotate.facilities.number_hit import DIGITS, NUMBER_ENDS, PLAIN, NumberHit
from custody_records.annotate.facilities.number_lists import NumberLists
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.annotate.facilities.titled import within_name
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns

_QUOTE = r"[«“\"(]?"

# Abbreviations are shorter than any prison word in capitals.
_LETTERS = 5
_TOO_MANY = 100  # numbers from here on are printed in digits
_NEAR = 20  # characters behind a prison word that tell what it is of

_FIRST = re.compile(rf"{NUMBER_SIGN}{SPACE}?(?P<number>{DIGITS}){NUMBER_ENDS}")


@dataclass(frozen=True, slots=True)
class NumberContext:
    """A text with its prison words and the country of its story."""

    text: str
    nouns: FacilityNouns
    country: str | None


class NumberedInstitutions:
    """Finds numbers beside nouns (``words.yaml``) and letters (``abbreviations.yaml``)."""

    def __init__(self, rules: FacilityRules) -> None:
        self._words = rules.words.numbers
        self._opening = rules.names.opening
        self._colony_countries = rules.words.colony_countries
        self._names_whole = rules.words.names_whole
        self._spelled = {
            word: int(value)
            for word, value in rules.numbers.spelled.items()
            if word not in rules.numbers.ordinals and 0 < value < _TOO_MANY
        }
        # longer words first, so that "twenty" does not end "twenty-one"
        in_words = "|".join(sorted(self._spelled, key=lambda word: (-len(word), word)))
        after = "|".join(rules.words.after)
        plain_right = self._words.plain_right.pattern
        self._after = re.compile(
            rf"(?:{SPACE}(?:{after}))*(?:{SPACE}?,?{SPACE}?{_QUOTE}(?P<sign>{NUMBER_SIGN}|N{DASH}?(?=\d))"
            rf"{SPACE}?{_QUOTE}(?P<number>{DIGITS}|(?i:{in_words})\b)"
            rf"|{DASH}(?P<dashed>{DIGITS})|{SPACE}(?P<plain>{DIGITS}){plain_right}){NUMBER_ENDS}"
        )
        self._before = re.compile(
            rf"(?<!\w)(?:{NUMBER_SIGN}{SPACE}?|N{DASH}?)(?P<number>{DIGITS})"
            rf"(?:{DASH}[а-яё]{{1,3}})?[»”\"]?{SPACE}{{1,2}}$"
        )
        self._listed = re.compile(
            rf"[^.!?\n]{{0,140}}?(?:[:(,–—]|\b(?:{any_of(rules.lists.opens)})){SPACE}*"
            rf"(?={NUMBER_SIGN}{SPACE}?\d)"
        )
        self._lists = NumberLists(rules.lists)
        self._abbreviations = Abbreviations(rules.abbreviations, self._lists)

    def find(self, text: str, nouns: FacilityNouns, country: str | None) -> Iterator[NumberHit]:
        """Yield every numbered institution of the text, and those refused."""
        context = NumberContext(text, nouns, country)
        for noun in nouns:
            if noun.usable:
                yield from self._of_noun(context, noun)
        yield from self._abbreviations.find(text, nouns, country)

    def _of_noun(self, context: NumberContext, noun: FacilityNoun) -> Iterator[NumberHit]:
        # "SIZO-3" is read by its letters (abbreviations.yaml), "the EC-166/1 SIZO" by its code.
        if context.text[noun.start : noun.end].isupper() and noun.end - noun.start < _LETTERS:
            return
        after = self._after.match(context.text, noun.end)
        if after and self._allows(context, noun, after):
            printed = after["number"] or after["dashed"] or after["plain"]
            hit = self._hit(context, noun, noun.phrase, after.end(), printed)
            yield hit
            # "Institution Nos. 10 and 72"
            several = (after["sign"] or "").casefold().rstrip(". ").endswith("s")
            yield from self._lists.after(context.text, hit, noun.plural or several)
            return
        before = self._before.search(context.text, max(0, noun.phrase - 16), noun.phrase)
        if before and not self._belongs(context, noun, before.start()):
            hit = self._hit(context, noun, before.start(), noun.end, before["number"])
            if noun.plural:
                yield from self._lists.before(context.text, hit)
            yield hit
            return
        if noun.plural and noun.is_custodial:
            yield from self._of_list(context, noun)

    def _belongs(self, context: NumberContext, noun: FacilityNoun, start: int) -> bool:
        """Tell whether a number before a prison word is a name's, another's or counts people."""
        text = context.text
        whole = noun.is_custodial and self._names_whole(context.country)
        return bool(
            within_name(text, noun, start, self._opening, whole=whole)
            or self._words.compound.regex.match(text[noun.end : noun.end + _NEAR])
            or self._words.named_before.regex.search(text, max(0, start - 20), start)
        )

    def _allows(self, context: NumberContext, noun: FacilityNoun, after: re.Match[str]) -> bool:
        """A number without "No." is taken for few words only."""
        if after["number"]:
            return True
        if after["dashed"]:
            return noun.entry.strong and not noun.plural
        word = context.text[noun.start : noun.end]
        # "held in Institution 72": a plain institution must go by its capital letter
        known = noun.is_custodial or (noun.entry.code == "No." and word.istitle() and noun.usable)
        return known and not noun.plural and (noun.entry.code == "IK" or word[0].isupper())

    def _is_official(self, context: NumberContext, noun: FacilityNoun) -> bool:
        """Tell "Institution No. 33" of a text on detention in a country that so names prisons."""
        word = context.text[noun.start : noun.end]
        home = context.country in self._colony_countries
        return home and word.istitle() and noun.entry.medical != word and context.nouns.of_detention

    def _of_list(self, context: NumberContext, noun: FacilityNoun) -> Iterator[NumberHit]:
        """Numbers that follow at a distance: "Three prisons hold them: No. 1 in Hrodna, ..."."""
        gap = self._listed.match(context.text, noun.end)
        if gap is None:
            return
        first = _FIRST.match(context.text, gap.end())
        if first:
            hit = self._hit(context, noun, first.start(), first.end(), first["number"])
            yield hit
            yield from self._lists.after(context.text, hit, True)

    def _hit(
        self, context: NumberContext, noun: FacilityNoun, start: int, end: int, printed: str
    ) -> NumberHit:
        prefix = _prefix(noun, context.country)
        refused = None
        if not noun.is_custodial:
            alone = self._words.plain_neighbour.regex.search(
                context.text, max(0, noun.phrase - 30), noun.phrase
            )
            if not alone and start == noun.phrase:
                refused = "an adjective makes it another institution"
            elif not self._is_official(context, noun) and not context.nouns.speak_of_detention(
                min(start, noun.phrase), max(end, noun.end)
            ):
                refused = "no prison word near a plain institution"
        return NumberHit(
            start=start,
            end=end,
            rule=noun.entry.id,
            prefix=prefix,
            number=int(printed) if printed.isdigit() else self._spelled[printed.casefold()],
            kind=noun.kind,
            generic=noun.generic,
            typed=prefix not in ("SIZO-", "IVS-"),
            of_noun=True,
            refused=refused,
        )


def _prefix(noun: FacilityNoun, country: str | None) -> str:
    """Return the prefix of an institution's code: its noun's, unless its kind has its own."""
    if noun.kind == "police_custody":
        return "IVS-"
    if noun.kind == "colony_settlement":
        return "KP-"
    if noun.kind == "juvenile_colony" and noun.entry.code == "IK" and country in ("RU", "BY"):
        return "VK-"
    return PLAIN if noun.entry.code == "No." else f"{noun.entry.code}-"

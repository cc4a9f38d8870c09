"""Letters that stand for a type of institution, and a number: "IK-6", "SIZO No. 1", "КП'2"."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.letters import (
    DASH,
    NUMBER_SIGN,
    SLASH,
    SPACE,
    either_alphabet,
    skeleton,
    transliterate,
)
from custody_records.annotate.facilities.number_hit import NUMBER_ENDS, PLAIN, NumberHit
from custody_records.annotate.facilities.number_lists import NumberLists
from custody_records.annotate.facilities.rules import Abbreviation
from custody_records.annotate.facilities.words import FacilityNouns
from custody_records.annotate.openings import WordPattern

_REACH = 30  # characters before letters of one country that tell that they are an institution's


class Abbreviations:
    """The letters of ``abbreviations.yaml``."""

    def __init__(self, rules: tuple[Abbreviation, ...], lists: NumberLists) -> None:
        self._lists = lists
        self._by_letters: dict[str, Abbreviation] = {}
        for rule in rules:
            self._by_letters.update({skeleton(s): rule for s in rule.spellings})
        spellings = sorted(
            {s for rule in rules for s in rule.spellings}, key=lambda s: (-len(s), s)
        )
        letters = "|".join(either_alphabet(s) for s in spellings)
        pattern = re.compile(
            rf"(?<![\w-])(?<!/)(?P<letters>{letters})"
            rf"(?P<sep>{SPACE}?(?:{DASH}|['’`]){SPACE}?|{SPACE}?{NUMBER_SIGN}{SPACE}?|{SPACE})?"
            rf"(?:(?P<region>\d{{1,2}}){SLASH})?(?P<number>\d{{1,2}}){NUMBER_ENDS}"
        )
        self._pattern = WordPattern(pattern)

    def find(self, text: str, nouns: FacilityNouns, country: str | None) -> Iterator[NumberHit]:
        """Yield every abbreviation with a number, and those refused."""
        for match in self._pattern.finditer(text):
            rule = self._by_letters[skeleton(match["letters"])]
            if bool(match["region"]) != rule.region:
                continue
            if rule.dash and not (match["sep"] and re.search(DASH, match["sep"])):
                continue
            if rule.home is not None:
                before = text[max(0, match.start() - _REACH) : match.start()]
                if country != rule.country or not re.search(rule.home, before):
                    continue
            prefix, kind = rule.code, rule.kind
            if rule.as_printed:
                prefix = transliterate(match["letters"].upper())
            elif country in rule.in_country:
                prefix = rule.in_country[country]
                kind = "correctional_colony" if prefix == "IK" else kind
            region = f"{match['region']}/" if match["region"] else ""
            refused = None
            if rule.needs and not nouns.speak_of_detention(*match.span()):
                refused = "no prison word near these letters"
            hit = NumberHit(
                start=match.start(),
                end=match.end(),
                rule=rule.id,
                prefix=PLAIN if f"{prefix} " == PLAIN else f"{prefix}-{region}",
                number=int(match["number"]),
                kind=kind,
                country=rule.country,
                refused=refused,
            )
            yield hit
            yield from self._lists.after(text, hit, plural=False)

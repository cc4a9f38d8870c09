"""Names in quotes beside a code or a prison word: 'the colony "White Owl"', '«Artik» prison'."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, NUMBER_WORD, SPACE
from custody_records.annotate.facilities.list_rules import ListFile, any_of
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.words import FacilityNoun

_RULE = "facility.name.quoted"
_NAME = rf"(?P<name>[A-ZА-ЯЁҚӘІ][\w’'-]*(?:{SPACE}[\w’'-]+){{0,3}})"
# "in «Nubarashen» penitentiary institution"
_BEFORE = re.compile(rf"[“«\"]{_NAME}[”»\"]{SPACE}$")
# "Olenivka colony No. 120" is known by its number, the name before it is the place's.
# "At Jerudong Prison nobody awaits death" has none.
NUMBER_FOLLOWS = re.compile(
    rf"{SPACE}?(?:{NUMBER_SIGN}{SPACE}?\d|{NUMBER_WORD}{SPACE}|{DASH}?\d|[A-Z]{{2}}-)"
)


class QuotedNames:
    """Reads names in quotes, by the words of ``lists.yaml``."""

    def __init__(self, words: ListFile) -> None:
        self._small = words.small
        joined = any_of(words.conjunctions)
        article = rf"(?:(?:{any_of(words.article)}){SPACE})?"
        # 'the colony "White Owl"', 'a prison also known as the "Snow Leopard"'
        self._behind = re.compile(
            rf"{SPACE}?,?{SPACE}?(?:(?:(?:{any_of(words.also)}){SPACE})?"
            rf"(?:{any_of(words.called)}){SPACE}{article})?[“\"«„]{_NAME}[”\"»“]"
        )
        # "institutions, including «Nubarashen», «Armavir» and the «Hospital for Convicts»"
        self._opens = re.compile(
            rf",?{SPACE}?(?:{any_of(words.opens_quoted)}|[:(–—-]|{SPACE})*(?=[“«\"])"
        )
        self._listed = re.compile(
            rf"[“«\"]{_NAME}[”»\"](?P<more>(?:,{SPACE}?(?:(?:{joined}){SPACE})?"
            rf"|{SPACE}(?:{joined}){SPACE}){article}(?=[“«\"]))?"
        )

    def behind(self, text: str, end: int, noun: FacilityNoun | None = None) -> Iterator[NamedHit]:
        """Yield the quoted name behind a code or a prison word: 'IK-8 "Polar Bear"'."""
        match = self._behind.match(text, end)
        if match and self._is_name(match["name"]):
            yield NamedHit(*match.span("name"), _RULE, match["name"], noun=noun)

    def beside(self, text: str, noun: FacilityNoun) -> Iterator[NamedHit]:
        """Yield the quoted name behind a prison word, and the one before it."""
        yield from self.behind(text, noun.end, noun)
        before = _BEFORE.search(text, max(0, noun.phrase - 60), noun.phrase)
        if before and self._is_name(before["name"]) and not NUMBER_FOLLOWS.match(text, noun.end):
            yield NamedHit(*before.span("name"), _RULE, before["name"], noun=noun)

    def listed(self, text: str, noun: FacilityNoun) -> Iterator[NamedHit]:
        """Yield the quoted names of a list that follows a plural prison word."""
        opens = self._opens.match(text, noun.end) if noun.plural else None
        match = self._listed.match(text, opens.end()) if opens else None
        while match:
            if self._is_name(match["name"]):
                yield NamedHit(*match.span("name"), _RULE, match["name"], noun=noun)
            match = self._listed.match(text, match.end()) if match["more"] else None

    def _is_name(self, name: str) -> bool:
        """A quoted name is capitalised throughout or short: no quoted sentence."""
        words = name.split()
        return len(words) <= 2 or all(word[0].isupper() or word in self._small for word in words)

"""Names in quotes beside a code or a prison word: 'the colony "White Owl"', '«Artik» prison'."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, SPACE
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.words import Head

_RULE = "facility.name.quoted"
# A prison word and a name in quotes: 'the colony "White Owl"', 'a prison known as "Snow Leopard"'.
_QUOTED = re.compile(
    rf"{SPACE}?,?{SPACE}?(?:(?:also |better |widely |officially )?"
    rf"(?:known as|called|nicknamed|dubbed|named){SPACE}(?:the{SPACE})?)?"
    rf"[“\"«„](?P<name>[A-ZА-ЯЁҚӘІ][\w’'-]*(?:{SPACE}[\w’'-]+){{0,3}})[”\"»“]"
)
# "penitentiary institutions, including «Nubarashen», «Armavir» and the «Hospital for Convicts»"
_LIST_OPENS = re.compile(
    rf",?{SPACE}?(?:including|such{SPACE}as|namely|like|of|in|at|[:(–—-]|{SPACE})*(?=[“«\"])"
)
_LISTED = re.compile(
    rf"[“«\"](?P<name>[A-ZА-ЯЁҚӘІ][\w’'-]*(?:{SPACE}[\w’'-]+){{0,3}})[”»\"]"
    rf"(?P<more>(?:,{SPACE}?(?:and{SPACE}|и{SPACE})?|{SPACE}(?:and|or|и){SPACE})(?:the{SPACE})?(?=[“«\"]))?"
)
# "Hospital for Convicts"
_SMALL = frozenset(["for", "of", "the", "de", "la", "del"])
# "in «Nubarashen» penitentiary institution"
_QUOTED_BEFORE = re.compile(
    rf"[“«\"](?P<name>[A-ZА-ЯЁҚӘІ][\w’'-]*(?:{SPACE}[\w’'-]+){{0,3}})[”»\"]{SPACE}$"
)
# "Olenivka colony No. 120" is known by its number, the name before it is the place's.
NUMBER_FOLLOWS = re.compile(rf"{SPACE}?(?:{NUMBER_SIGN}|{DASH}?\d|[A-Z]{{2}}-)")


def behind(text: str, end: int, head: Head | None = None) -> Iterator[NamedHit]:
    """Yield the quoted name behind a code or a prison word: 'IK-8 "Polar Bear"'."""
    match = _QUOTED.match(text, end)
    if match and _all_content(match["name"]):
        yield NamedHit(*match.span("name"), _RULE, match["name"], head=head)


def beside(text: str, head: Head) -> Iterator[NamedHit]:
    """Yield the quoted name behind a prison word, and the one before it."""
    yield from behind(text, head.end, head)
    before = _QUOTED_BEFORE.search(text, max(0, head.phrase - 60), head.phrase)
    if before and _all_content(before["name"]) and not NUMBER_FOLLOWS.match(text, head.end):
        yield NamedHit(*before.span("name"), _RULE, before["name"], head=head)


def listed(text: str, head: Head) -> Iterator[NamedHit]:
    """Yield the quoted names of a list that follows a plural prison word."""
    opens = _LIST_OPENS.match(text, head.end) if head.plural else None
    match = _LISTED.match(text, opens.end()) if opens else None
    while match:
        if _all_content(match["name"]):
            yield NamedHit(*match.span("name"), _RULE, match["name"], head=head)
        match = _LISTED.match(text, match.end()) if match["more"] else None


def _all_content(name: str) -> bool:
    """A quoted name is capitalised throughout or short: no quoted sentence."""
    words = name.split()
    return len(words) <= 2 or all(word[0].isupper() or word in _SMALL for word in words)

"""Where and when: the facility, place and date of an event, step by step.

Each step is a rule with a name that the argument carries. A date that says when somebody spoke
is the statement's, not the event's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span, Token

from pipeline.annotate.arguments.argument import Argument
from pipeline.annotate.events.triggers import Hit
from pipeline.contract.values import EventType

# What happens inside: without a facility in the sentence, the facility spoken of before holds.
INSIDE: frozenset[EventType] = frozenset(
    [
        "torture_or_ill_treatment",
        "death_in_custody",
        "injury_or_illness",
        "self_harm_or_suicide",
        "hunger_strike",
        "riot_or_protest",
        "security_operation",
        "dismissal_or_discipline",
        "denial_of_access",
        "official_denial",
        "escape",
    ]
)
# Told of a person, wherever that was: no facility but the sentence's own.
NEVER: frozenset[EventType] = frozenset(
    ["arrest_or_detention", "charge", "trial", "conviction_or_sentence", "criminal_case"]
)
_HOUSES = frozenset(
    """colony prison institution facility penitentiary jail centre center camp isolator
    zone""".split()  # noqa: SIM905 - read as a list of words
)
_DEFINITE = frozenset(["the", "this", "that", "same", "said", "its"])
_FAR = 99


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with its first and last token in the doc."""

    start: int
    end: int
    reading: Any

    def argument(self, rule: str) -> Argument:
        """Return it as an argument found by ``rule``."""
        return Argument(self.reading.start, self.reading.end, self.reading.start, rule)


def mentioned(doc: Doc, group: str, attribute: str) -> list[Mentioned]:
    """Return the single readings of a span group in text order."""
    found = []
    for span in doc.spans.get(group, ()):
        held = getattr(span._, attribute)
        for reading in held if isinstance(held, tuple) else (held,):
            found.append(Mentioned(span.start, span.end, reading))
    return found


class Setting:
    """Finds facility, place and date for the hits of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.facilities = mentioned(doc, "facilities", "facility")
        self.places = mentioned(doc, "places", "place")
        self.dates = [
            m for m in mentioned(doc, "timex", "timex") if m.reading.type == "DATE" and _calendar(m)
        ]
        self.only_facility = len({(m.reading.code, m.reading.name) for m in self.facilities}) == 1
        self.paragraph_of: list[int] = []
        paragraph = 0
        for token in doc:
            self.paragraph_of.append(paragraph)
            if token.is_space and "\n" in token.text:
                paragraph += 1

    def facility(self, hit: Hit, sentence: Span, parsed: Span) -> Argument | None:
        """Return the facility of an event, by the nearest step that gives one."""
        here = within(self.facilities, sentence)
        if here:
            if hit.type == "transfer":
                goal = [
                    m for m in here if _after_preposition(parsed, sentence, m, ("to", "at", "into"))
                ]
                here = goal or here
            return self._nearest(here, hit, sentence, parsed).argument("facility.sentence")
        before = [m for m in self.facilities if m.end <= sentence.start]
        near = [
            m for m in before if self.paragraph_of[m.start] == self.paragraph_of[sentence.start]
        ]
        if hit.type in NEVER:
            return None
        definite = _names_a_facility(sentence)
        if hit.type not in INSIDE and not definite:
            return None
        if near:
            return near[-1].argument("facility.paragraph")
        if self.only_facility:
            return self.facilities[0].argument("facility.only")
        if before and definite:
            return before[-1].argument("facility.the-one-before")
        if self.facilities and not before:
            return self.facilities[0].argument("facility.first-to-come")
        return None

    def place(self, hit: Hit, sentence: Span, parsed: Span) -> Argument | None:
        """Return the place of an event: the sentence's nearest, else the paragraph's last."""
        here = within(self.places, sentence)
        if here:
            return self._nearest(here, hit, sentence, parsed).argument("place.sentence")
        return None

    def date(self, hit: Hit, sentence: Span, parsed: Span, cues: frozenset[int]) -> Argument | None:
        """Return the date of an event: the nearest of its sentence that is not a statement's."""
        here = [
            m
            for m in within(self.dates, sentence)
            if not _hangs_on(parsed[m.start - sentence.start], cues)
        ]
        if not here:
            return None
        best = self._nearest(here, hit, sentence, parsed)
        return best.argument("date.sentence")

    def _nearest(
        self, candidates: list[Mentioned], hit: Hit, sentence: Span, parsed: Span
    ) -> Mentioned:
        return min(
            candidates,
            key=lambda m: (
                distance(hit.token, parsed[m.start - sentence.start : m.end - sentence.start].root),
                abs(m.start - sentence.start - hit.token.i),
            ),
        )


def within(mentions: Iterable[Mentioned], sentence: Span) -> list[Mentioned]:
    """Return the mentions that lie in the sentence."""
    return [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]


def distance(one: Token, other: Token) -> int:
    """Return the number of arcs between two tokens of a parsed sentence."""
    up = [one, *one.ancestors]
    down = [other, *other.ancestors]
    for steps, token in enumerate(up):
        if token in down:
            return steps + down.index(token)
    return _FAR


def _names_a_facility(sentence: Span) -> bool:
    """Tell whether the sentence speaks of "the colony" or the like: one known to the reader."""
    for token in sentence:
        if token.lower_ in _HOUSES:
            before = sentence.doc[max(sentence.start, token.i - 3) : token.i]
            if any(word.lower_ in _DEFINITE for word in before):
                return True
    return False


def _hangs_on(token: Token, cues: frozenset[int]) -> bool:
    """Tell whether the nearest verb above a date is a verb of saying."""
    for above in token.ancestors:
        if above.i in cues:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _calendar(mention: Mentioned) -> bool:
    value = mention.reading.value
    return bool(value) and (value[:4] == "XXXX" or value[:2].isdigit())


def _after_preposition(
    parsed: Span, sentence: Span, mention: Mentioned, words: tuple[str, ...]
) -> bool:
    root = parsed[mention.start - sentence.start : mention.end - sentence.start].root
    return any(above.lower_ in words for above in [root, *root.ancestors][:4])

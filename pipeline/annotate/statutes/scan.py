"""Scan a text for citations and instruments; what a look-alike claims is neither."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from pipeline.annotate.statutes.grammar import Citation, parse
from pipeline.annotate.statutes.lexicon import Lexicon
from pipeline.annotate.statutes.mention import InstrumentMention
from pipeline.annotate.statutes.numbers import RU_ORDINAL, spelled
from pipeline.annotate.statutes.rules import Lookalike, Marker
from pipeline.annotate.statutes.units import Unit, UnitReader, Value

# "the infamous “174th”", "пошёл по двести восемьдесят второй"
_NICKNAME = re.compile(
    r"\b(?:infamous|notorious|so-called|political|(?:знаменит|пресловут|печально известн)\w{2,3})"
    r"\s(?P<quoted>[“\"«](?P<number>\d{3})(?:th|st|nd|rd|-?[яюй])[”\"»])"
)
_BY_WORDS = re.compile(
    r"(?<!\w)по\s+(?P<words>(?:(?:сто|двести|триста|четыреста)\s+(?:\w{4,11}\s+)?\w{4,13}(?:ой|ьей))(?!\w))"
)
_BY_NUMBER = re.compile(
    r"(?<!\w)по\s+(?P<quoted>(?P<number>\d{3}(?:\.\d)?)-?(?:й|ой))(?=\s*(?:[.,;:)!?—–-]|$|УК|КоАП))"
)
# Numbers right behind an instrument's abbreviation: 18 U.S.C. § 2339B, УК РК 146, IPC 302.
_BEHIND = re.compile(r"[ \u00a0]?(?:App\.\s?)?(?:§{1,2}\s?)?(?=\d)")


class Stretch(Protocol):
    """Something with offsets."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Behind the last character."""


Placed = TypeVar("Placed", bound=Stretch)


def claims(
    text: str, lookalikes: Iterable[tuple[Lookalike, re.Pattern[str]]]
) -> list[tuple[int, int, str]]:
    """Return (start, end, rule) of every stretch that is something else."""
    return sorted(
        (found.start(), found.end(), rule.id)
        for rule, pattern in lookalikes
        for found in pattern.finditer(text)
    )


def longest(found: Iterable[InstrumentMention]) -> list[InstrumentMention]:
    """Return mentions in text order without overlaps: the longest wins, then a listed one.

    A listed code beats a walked title: "Kazakh Criminal Code" is the Criminal Code.
    """
    best = sorted(found, key=lambda m: (m.start, -_weight(m), _walked(m), m.rule))
    kept: list[InstrumentMention] = []
    for mention in best:
        if kept and mention.start < kept[-1].end:
            if _weight(mention) > _weight(kept[-1]):
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _walked(mention: InstrumentMention) -> bool:
    return mention.rule.startswith("statute.title.")


def _weight(mention: InstrumentMention) -> int:
    if mention.name is None or mention.rule == "statute.title.code":
        return 1 if mention.name is None else 2
    return mention.end - mention.start + 2


def free(stretches: Iterable[Placed], taken: list[tuple[int, int, str]]) -> Iterator[Placed]:
    """Yield what no claim overlaps."""
    starts = [start for start, _, _ in taken]
    for stretch in stretches:
        index = bisect_right(starts, stretch.end - 1) - 1
        if not any(end > stretch.start for _, end, _ in taken[max(0, index - 3) : index + 1]):
            yield stretch


class CitationScanner:
    """Finds every citation of a text in one pass."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._reader = UnitReader(lexicon)
        by_id = {marker.id: marker for marker in lexicon.markers}
        self._sign = by_id["statute.sign.section"]
        self._article = by_id["statute.en.article"]
        self._russian = by_id["statute.ru.article"]

    def scan(self, text: str, mentions: list[InstrumentMention]) -> list[Citation]:
        """Return citations in text order, without overlaps."""
        starts: dict[int, Unit | None] = dict(self._behind_instruments(text, mentions))
        starts |= dict(self._nicknames(text))
        for found in self._lexicon.anchor.finditer(text):
            starts.setdefault(found.start(), None)
        citations: list[Citation] = []
        at = 0
        for start in sorted(starts):
            if start < at:
                continue
            citation = parse(text, start, self._reader, starts[start])
            if citation is not None:
                citations.append(citation)
                at = citation.end
        return citations

    def _behind_instruments(
        self, text: str, mentions: list[InstrumentMention]
    ) -> Iterator[tuple[int, Unit]]:
        for mention in mentions:
            gap = _BEHIND.match(text, mention.end)
            if gap is None or mention.name is None:
                continue
            numbered = mention.name in ("United States Code", "Code of Federal Regulations")
            signed = "§" in gap[0]
            short = mention.end - mention.start < 14 and text[mention.end - 1].isupper()
            if not (signed or (numbered and text[mention.start].isdigit()) or short):
                continue
            if (
                not numbered
                and not signed
                and not re.compile(r"\d{3}(?!\d)").match(text, gap.end())
            ):
                continue
            unit = self._reader.of_instrument(text, gap.end(), self._sign)
            if unit and self._reader.read(text, gap.end()) is None:  # not "JK 159-moddasi"
                yield gap.end(), unit

    def _nicknames(self, text: str) -> Iterator[tuple[int, Unit]]:
        for pattern, marker in ((_NICKNAME, self._article), (_BY_NUMBER, self._russian)):
            for found in pattern.finditer(text):
                start, end = found.span("quoted")
                yield start, self._alone(marker, found["number"], start, end)
        for found in _BY_WORDS.finditer(text):
            if re.fullmatch(RU_ORDINAL, found["words"], re.IGNORECASE):
                start, end = found.span("words")
                yield start, self._alone(self._russian, spelled(found["words"]), start, end)

    def _alone(self, marker: Marker, number: str, start: int, end: int) -> Unit:
        return Unit(marker, marker.level, [Value(number, start, end)], start, end, False)

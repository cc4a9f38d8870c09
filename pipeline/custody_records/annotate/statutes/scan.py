"""Scan a text for citations and instruments; what a look-alike claims is neither."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from custody_records.annotate.statutes.grammar import Citation, parse
from custody_records.annotate.statutes.lexicon import Lexicon
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.numbers import RU_ORDINAL, spelled
from custody_records.annotate.statutes.rules import Lookalike, Marker
from custody_records.annotate.statutes.unit import Unit, Value
from custody_records.annotate.statutes.units import UnitReader

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
# Titles that end in a year behind a word that also announces a number.
_DATED = "statute.title.regulations"
# What is cited by number without a word for it: 18 U.S.C. 2339B, Fed. R. Civ. P. 12(b)(6).
_NUMBERED_DIRECTLY = frozenset(
    {"United States Code", "Code of Federal Regulations"}
    | {"Federal Rules of Civil Procedure", "Federal Rules of Criminal Procedure"}
)
# Numbers right behind an instrument's abbreviation: 18 U.S.C. § 2339B, УК РК 146, IPC 302.
_BEHIND = re.compile(r"[ \u00a0]?(?:App\.\s?)?(?:§{1,2}\s?)?(?=\d)")


def longest(found: Iterable[InstrumentMention]) -> list[InstrumentMention]:
    """Return mentions in text order without overlaps: the longest wins, then a listed one.

    A listed code beats a walked title: "Kazakh Criminal Code" is the Criminal Code.
    """
    best = sorted(found, key=lambda m: (m.start, -_weight(m), _walked(m), m.rule))
    kept: list[InstrumentMention] = []
    for mention in best:
        if kept and mention.start < kept[-1].end:
            # "American Convention on Human Rights" begins before "Convention on Human Rights in X"
            listed = kept[-1].name is not None and not _walked(kept[-1])
            begun = listed and kept[-1].start < mention.start and _walked(mention)
            if _weight(mention) > _weight(kept[-1]) and not begun:
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


def _cites(text: str, mention: InstrumentMention) -> bool:
    """Tell "18 U.S.C. 2339B" and "Fed. R. Civ. P. 12" from "the United States Code 2020"."""
    return text[mention.start].isdigit() or text[mention.end - 1] == "."


class CitationScanner:
    """Finds every citation of a text in one pass."""

    def __init__(self, lexicon: Lexicon, lookalikes: Iterable[Lookalike]) -> None:
        self._lexicon = lexicon
        self._lookalikes = [(rule.id, re.compile(rule.pattern)) for rule in lookalikes]
        self._reader = UnitReader(lexicon)
        by_id = {marker.id: marker for marker in lexicon.markers}
        self._sign = by_id["statute.sign.section"]
        self._article = by_id["statute.en.article"]
        self._russian = by_id["statute.ru.article"]

    def scan(
        self, text: str, mentions: list[InstrumentMention]
    ) -> tuple[list[Citation], list[tuple[int, int, str]]]:
        """Return (citations, what look-alike rules claim), in text order, without overlaps."""
        starts: dict[int, Unit | None] = dict(self._behind_instruments(text, mentions))
        starts |= dict(self._nicknames(text))
        for found in self._lexicon.anchor.finditer(text):
            if not self._in_a_title(found.start(), mentions):
                starts.setdefault(found.start(), None)
        citations: list[Citation] = []
        claimed: list[tuple[int, int, str]] = []
        at = 0
        for start in sorted(starts):
            if start < at:
                continue
            claim = self._claim(text, start)
            if claim is not None:
                claimed.append(claim)
                at = claim[1]
                continue
            citation = parse(text, start, self._reader, starts[start])
            if citation is not None:
                citations.append(citation)
                at = citation.end
        return citations, claimed

    def _in_a_title(self, at: int, mentions: list[InstrumentMention]) -> bool:
        """Tell "the Prison Rules 1999": no rule 1999, but the year of the title."""
        index = bisect_left(mentions, at, key=lambda mention: mention.start) - 1
        return index >= 0 and mentions[index].rule == _DATED and at < mentions[index].end

    def _claim(self, text: str, at: int) -> tuple[int, int, str] | None:
        """Return (start, end, rule) of the look-alike that begins here."""
        for rule, pattern in self._lookalikes:
            found = pattern.match(text, at)
            if found:
                return at, found.end(), rule
        return None

    def _behind_instruments(
        self, text: str, mentions: list[InstrumentMention]
    ) -> Iterator[tuple[int, Unit]]:
        for mention in mentions:
            gap = _BEHIND.match(text, mention.end)
            if gap is None or mention.name is None:
                continue
            numbered = mention.name in _NUMBERED_DIRECTLY
            signed = "§" in gap[0]
            short = mention.end - mention.start < 14 and text[mention.end - 1].isupper()
            if not (signed or (numbered and _cites(text, mention)) or short):
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

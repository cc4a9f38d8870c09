"""Scan a text for citations and instruments; what a look-alike claims is neither."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from custody_records.annotate.lookalikes import LookAlike, LookAlikes
from custody_records.annotate.statutes.bare import BareNumbers
from custody_records.annotate.statutes.countries import Jurisdictions
from custody_records.annotate.statutes.grammar import Citation, parse
from custody_records.annotate.statutes.lexicon import StatuteLexicon
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rule_files import BareNumberRules
from custody_records.annotate.statutes.unit import Unit
from custody_records.annotate.statutes.units import UnitReader

# Numbers right behind an instrument's abbreviation: 18 U.S.C. § 2339B, УК РК 146, IPC 302.
_BEHIND = re.compile(r"[ \u00a0]?(?:App\.\s?)?(?:§{1,2}\s?)?(?=\d)")
_ARTICLE_ALONE = re.compile(r"\d{3}(?!\d)|\d{2}/\d(?![\d/])")  # "TCK 94/3"
_LONGEST_ABBREVIATION = 14


def longest(found: Iterable[InstrumentMention]) -> list[InstrumentMention]:
    """Return mentions in text order without overlaps: the longest wins, then a listed one.

    A listed code beats a walked title: "Kazakh Criminal Code" is the Criminal Code.
    """
    best = sorted(found, key=lambda m: (m.start, -_weight(m), m.titled, m.rule))
    kept: list[InstrumentMention] = []
    for mention in best:
        if kept and mention.start < kept[-1].end:
            # "American Convention on Human Rights" begins before "Convention on Human Rights in X"
            listed = kept[-1].name is not None and not kept[-1].titled
            begun = listed and kept[-1].start < mention.start and mention.titled
            if _weight(mention) > _weight(kept[-1]) and not begun:
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _weight(mention: InstrumentMention) -> int:
    if mention.name is None:
        return 1
    return 2 if mention.titled and mention.kind == "code" else mention.end - mention.start + 2


class CitationScanner:
    """Finds every citation of a text in one pass."""

    def __init__(
        self,
        lexicon: StatuteLexicon,
        lookalikes: Iterable[LookAlike],
        bare: BareNumberRules,
        places: Jurisdictions,
    ) -> None:
        self._lexicon = lexicon
        self._lookalikes = LookAlikes(lookalikes)
        self._reader = UnitReader(lexicon)
        self._places = places
        self._sign = lexicon.section_sign
        self._section = lexicon.first("section", "en")
        self._article = lexicon.first("article", "en")
        self._bare = BareNumbers(bare, self._reader)

    def scan(
        self, text: str, mentions: list[InstrumentMention]
    ) -> tuple[list[Citation], list[tuple[int, int, str]]]:
        """Return (citations, what look-alike rules claim), in text order, without overlaps."""
        starts: dict[int, Unit | None] = dict(self._behind_instruments(text, mentions))
        starts |= dict(self._bare.find(text))
        for found in self._lexicon.anchor.finditer(text):
            if not _in_a_title(found.start(), mentions):
                starts.setdefault(found.start(), None)
        begins = [mention.start for mention in mentions if mention.name]
        citations: list[Citation] = []
        claimed: list[tuple[int, int, str]] = []
        at = 0
        for start in sorted(starts):
            if start < at:
                continue
            claim = self._claim(text, start, begins)
            if claim is not None:
                claimed.append(claim)
                at = claim[1]
                continue
            citation = parse(text, start, self._reader, starts[start])
            if citation is not None:
                citations.append(citation)
                at = citation.end
        return self._with_named_before(text, citations), claimed

    def _with_named_before(self, text: str, citations: list[Citation]) -> list[Citation]:
        """Add the articles of the citations that stand again by their numbers alone."""
        begins = [citation.start for citation in citations]
        added = []
        for start, unit in self._bare.named_before(text, citations):
            index = bisect_left(begins, start) - 1
            if index >= 0 and start >= citations[index].end:
                citation = parse(text, start, self._reader, unit)
                if citation is not None:
                    added.append(citation)
        return sorted([*citations, *added], key=lambda citation: citation.start)

    def _claim(self, text: str, at: int, begins: list[int]) -> tuple[int, int, str] | None:
        """Return (start, end, rule) of the look-alike that begins here.

        None if it would take in an instrument: "Section 65 of the Evidence Act to newspapers".
        """
        claim = self._lookalikes.at(text, at)
        index = bisect_left(begins, at)
        if claim is None or (index < len(begins) and begins[index] < claim.end):
            return None
        return claim.start, claim.end, claim.rule.id

    def _behind_instruments(
        self, text: str, mentions: list[InstrumentMention]
    ) -> Iterator[tuple[int, Unit]]:
        for mention in mentions:
            gap = _BEHIND.match(text, mention.end)
            if gap is None or not self._counts_behind(text, mention, gap):
                continue
            signed = mention.direct or "§" in gap[0]
            sections = self._places.signs(mention.jurisdiction).acts_of == "sections"
            marker = self._sign if signed else self._section if sections else self._article
            unit = self._reader.numbered(text, gap.end(), marker, plural=False)
            if unit and self._reader.read(text, gap.end()) is None:  # not "JK 159-moddasi"
                yield gap.end(), unit

    def _counts_behind(self, text: str, mention: InstrumentMention, gap: re.Match[str]) -> bool:
        """Tell whether a number right behind an instrument is that of a rule of it."""
        if mention.name is None:
            return False
        if "§" in gap[0]:
            return True
        short = mention.end - mention.start < _LONGEST_ABBREVIATION and (
            text[mention.end - 1].isupper()
        )
        return mention.direct or (short and _ARTICLE_ALONE.match(text, gap.end()) is not None)


def _in_a_title(at: int, mentions: list[InstrumentMention]) -> bool:
    """Tell "the Prison Rules 1999": no rule 1999, but the year of the title."""
    index = bisect_left(mentions, at, key=lambda mention: mention.start) - 1
    return index >= 0 and mentions[index].dated and at < mentions[index].end

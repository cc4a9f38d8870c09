"""Bring citations together with the instruments that stand beside them."""

import re

from custody_records.annotate.statutes.cited import Cited, fits
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rule_files import ResolutionRules

LONGEST_GAP = 460  # characters between a citation and its instrument: a gloss may stand there
_GLOSS = r"(?:\([^()]{0,400}\)|“[^”]{0,400}”|«[^»]{0,400}»|‘[^’]{0,400}’|\"[^\"\n]{0,400}\")"


class Attacher:
    """Reads what stands between citations and instruments."""

    def __init__(self, rules: ResolutionRules) -> None:
        words = "|".join(rules.between)
        self._after = re.compile(
            rf"\s*(?:{_GLOSS})?\s*(?:(?:(?:{words})(?!\w)|{rules.chapters}|[,(])\s*){{0,6}}", re.I
        )
        self._preposition = re.compile(rf"\b(?:{'|'.join(rules.prepositions)})\b")
        self._before = re.compile(rules.gap, re.IGNORECASE)
        links = "|".join(rules.linked)
        self._link = re.compile(
            rf"\s*(?:{_GLOSS})?\s*(?:(?:{links})(?!\w)\s*|[,;–—]\s*){{0,4}}", re.IGNORECASE
        )

    def attach(self, text: str, cited: list[Cited], mentions: list[InstrumentMention]) -> None:
        """Give each citation the instrument beside it, then let neighbours share."""
        index = 0
        for position, one in enumerate(cited):
            while index < len(mentions) and mentions[index].end <= one.citation.start:
                index += 1
            limit = cited[position + 1].citation.start if position + 1 < len(cited) else len(text)
            before = mentions[index - 1] if index else None
            ahead = mentions[index : index + 3]
            after = next((m for m in ahead if m.start >= one.citation.end), None)
            adjoins = before is not None and self._adjoins(text, before, one)
            if (
                after is not None
                and after.start < limit
                and self._follows(text, one, after, adjoins)
            ):
                one.mention, one.how, one.end = after, "after", after.end
            elif before is not None and adjoins and not _is_taken(cited, position, before):
                one.mention, one.how, one.start = before, "before", before.start
        self._share(text, cited)

    def _follows(self, text: str, one: Cited, after: InstrumentMention, adjoins: bool) -> bool:
        """Tell whether an instrument stands behind a citation as its own."""
        if after.start - one.citation.end >= LONGEST_GAP or not fits(one, after):
            return False
        gap = text[one.citation.end : after.start]
        loose = "," in gap and not self._preposition.search(gap)
        return self._after.fullmatch(gap) is not None and not (loose and adjoins)

    def _adjoins(self, text: str, before: InstrumentMention, one: Cited) -> bool:
        """Tell whether an instrument stands right before a citation: "Criminal Code Article 5"."""
        gap = text[before.end : one.citation.start]
        named = before.name is not None and self._before.fullmatch(gap) is not None
        return named and fits(one, before)

    def _share(self, text: str, cited: list[Cited]) -> None:
        """Give "Part 1 of Art. 130 (…) and Part 1 of Art. 293 of the Code" one instrument."""
        for one, following in zip(reversed(cited[:-1]), reversed(cited[1:]), strict=True):
            if one.mention is None and following.mention and following.how in ("after", "shared"):
                gap = text[one.citation.end : following.citation.start]
                linked = len(gap) < LONGEST_GAP and self._link.fullmatch(gap)
                if linked and fits(one, following.mention):
                    one.mention, one.how = following.mention, "shared"


def _is_taken(cited: list[Cited], position: int, before: InstrumentMention) -> bool:
    """Tell whether the citation before has an instrument behind it already."""
    earlier = cited[position - 1] if position else None
    return earlier is not None and earlier.mention is before and earlier.how == "after"

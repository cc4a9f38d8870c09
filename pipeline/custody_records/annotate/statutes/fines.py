"""Fines, with their amounts where the text prints any: "a fine of 50 monthly indices"."""

import re
from collections.abc import Iterable, Iterator

from custody_records.annotate.statutes.lengths import whole
from custody_records.annotate.statutes.rules import FineWords
from custody_records.contract.statute import Penalty

_THOUSANDS = re.compile(r"[,.\s](?=\d{3}(?!\d))")


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


class Fines:
    """Finds fines."""

    def __init__(self, words: FineWords) -> None:
        self._words = words
        limits = _any([*words.at_most, *words.at_least, *words.about])
        signs = _any(map(re.escape, words.signs))
        self._pattern = re.compile(
            rf"\b{words.noun}(?:\s+(?:{_any(words.joined)}))?(?P<limit>\s+(?:{limits}))?"
            rf"(?:\s+(?P<sign>{signs})?(?P<amount>\d[\d., \u00a0\u202f]{{0,14}}\d|\d)"
            rf"(?:\s+(?P<scale>{_any(words.scales)}))?(?:\s+(?P<unit>(?:{_any(words.money)})\b))?)?",
            re.IGNORECASE,
        )

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Penalty]]:
        """Yield (start, end, penalty) of every fine in ``text[start:end]``."""
        for match in self._pattern.finditer(text, start, end):
            amount, unit = self._money(match)
            limit = (match["limit"] or "").strip().casefold()
            low = None if limit in self._words.at_most else amount
            high = None if limit in self._words.at_least else amount
            penalty = Penalty(kind="fine", min=low, max=high, unit=unit if amount else None)
            yield match.start(), match.end(), penalty

    def _money(self, match: re.Match[str]) -> tuple[int | float | None, str | None]:
        """Return (amount, unit); nothing for a number that no money stands by."""
        unit = match["unit"] or self._words.signs.get(match["sign"] or "")
        if not match["amount"] or unit is None:
            return None, None
        digits = _THOUSANDS.sub("", match["amount"]).replace(",", ".")
        try:
            amount = float(digits) * self._words.scales.get((match["scale"] or "").casefold(), 1)
        except ValueError:
            return None, None
        return whole(amount), unit

"""Fines, with their amounts where the text prints any: "a fine of 50 monthly indices"."""

import re
from collections.abc import Iterator

from custody_records.annotate.statutes.lengths import any_pattern, whole
from custody_records.annotate.statutes.rules import FineWords
from custody_records.contract.statute import Penalty

_THOUSANDS = re.compile(r"[,.\s](?=\d{3}(?!\d))")


class Fines:
    """Finds fines."""

    def __init__(self, words: FineWords) -> None:
        self._words = words
        limits = any_pattern([*words.at_most, *words.at_least, *words.about])
        signs = any_pattern(map(re.escape, sorted(words.signs, key=len, reverse=True)))
        number = r"\d[\d., \u00a0\u202f]{0,14}\d|\d"
        money = any_pattern(f"(?:{pattern})" for pattern in words.money.values())
        sum_ahead = rf"(?=,?\s+(?:(?:{limits})\s+)?(?:(?:{signs})\s?)?\d)"
        self._pattern = re.compile(
            rf"\b{words.noun}(?:(?<=fined)(?:\s+(?!(?:{signs})\s?\d)[^\s\d.;:()]+){{1,8}}?{sum_ahead})?(?:\s+(?:{any_pattern(words.joined)}))?"
            rf"(?P<limit>\s+(?:{limits}))?"
            rf"(?:\s+(?:(?:{any_pattern(words.openers)})\s+)?(?P<sign>(?:{signs})\s?)?(?P<amount>{number})"
            rf"(?:\s*(?:{any_pattern(words.to)})\s*(?:{signs})?\s?(?P<last>{number}))?"
            rf"(?:\s+(?P<scale>{any_pattern(words.scales)}))?(?:\s+(?P<unit>(?:{money})\b))?)?",
            re.IGNORECASE,
        )
        self._units = [
            (unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in words.money.items()
        ]
        self._signs = {sign.casefold(): unit for sign, unit in words.signs.items()}

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Penalty]]:
        """Yield (start, end, penalty) of every fine in ``text[start:end]``."""
        for match in self._pattern.finditer(text, start, end):
            unit = self._unit(match)
            amount = self._amount(match["amount"], match["scale"]) if unit else None
            last = self._amount(match["last"], match["scale"]) if amount else None
            limit = (match["limit"] or "").strip().casefold()
            low = None if limit in self._words.at_most else amount
            high = None if limit in self._words.at_least else last or amount
            penalty = Penalty(kind="fine", min=low, max=high, unit=unit if amount else None)
            yield match.start(), match.end(), penalty

    def _unit(self, match: re.Match[str]) -> str | None:
        """Return the currency or index of a sum in the singular."""
        if printed := match["unit"]:
            return next(unit for unit, pattern in self._units if pattern.fullmatch(printed))
        return self._signs.get((match["sign"] or "").strip().casefold())

    def _amount(self, digits: str | None, scale: str | None) -> int | float | None:
        """Return a sum of money; nothing for what is no number."""
        try:
            amount = float(_THOUSANDS.sub("", digits or "").replace(",", "."))
        except ValueError:
            return None
        return whole(amount * self._words.scales.get((scale or "").casefold(), 1))

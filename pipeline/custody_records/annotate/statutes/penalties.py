"""Penalties: what the text says that a rule provides or that a court imposed under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from custody_records.annotate.statutes.rules import PenaltyRules
from custody_records.contract.statute import Penalty
from custody_records.contract.values import PenaltyKind

NEAR = 70  # characters in which a word tells the kind of a length
FAR = 600  # characters in which a sentence may have told it before

_DIGITS = {
    word: n
    for n, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen"),
        ),
        1,
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_RUSSIAN = {
    "одного": 1, "одному": 1, "один": 1, "двух": 2, "два": 2, "двум": 2, "трех": 3, "трёх": 3,
    "три": 3, "трем": 3, "трём": 3, "четырех": 4, "четырёх": 4, "четыре": 4, "пяти": 5,
    "пять": 5, "шести": 6, "шесть": 6, "семи": 7, "семь": 7, "восьми": 8, "восемь": 8,
    "девяти": 9, "девять": 9, "десяти": 10, "десять": 10, "двенадцати": 12, "пятнадцати": 15,
    "двадцати": 20,
}  # fmt: skip
_UNITS = {
    "year": r"years?|год(?:а|у|ам|ов)?|лет",
    "month": r"months?|месяц\w{0,3}",
    "week": r"weeks?|недел\w{1,3}",
    "day": r"days?|сут(?:ок|ки|кам)|дн(?:ей|я|ям)",
    "hour": r"hours?|час(?:а|ов|ам)?",
}
_WORDS = sorted((*_DIGITS, *_TENS, *_RUSSIAN), key=len, reverse=True)
_NUMBER = (
    r"(?:\d{1,3}(?:[.,]\d)?|(?:" + "|".join(_TENS) + r")-(?:" + "|".join(_DIGITS) + r")|"
    r"(?:" + "|".join(_WORDS) + r")|another|a|an)"
)
_HALF = r"(?:\s+and\s+a\s+half|\s+с\s+половиной)?"
LENGTH = re.compile(
    r"(?<![\w.,$€£/-])"
    r"(?P<limit>(?:(?:(?:maximum|minimum)\s+(?:\w+\s+){0,2}(?:sentence|term|penalty|punishment)s?\s+"
    r"(?:of|is|was))|up to|to a maximum of|a maximum of|maximum of|no more than|not more than|"
    r"not exceeding|as many as|до|не более|"
    r"at least|a minimum of|minimum of|no less than|not less than|or more than|не менее)\s+)?"
    r"(?:(?:between|from|от)\s+)?"
    rf"(?P<first>{_NUMBER}){_HALF}(?P<first_unit>\s+(?:months?|days?|weeks?)(?=\s+to\s))?"
    rf"(?:(?P<range>[-‑–—]|\s+(?:to|and|до|or)\s+|[-‑]to[-‑])(?P<last>{_NUMBER}){_HALF})?"
    r"(?P<half>\s+and\s+a\s+half|\s+с\s+половиной)?"
    r"(?:[\s-]+(?:more|additional|extra|further|full|long|another|calendar))?"
    r"(?:[\s-]+|\s+of\s+)(?P<unit>" + "|".join(f"(?P<{u}>{p})" for u, p in _UNITS.items()) + r")"
    rf"(?!\w)(?:\s+and\s+(?P<rest>{_NUMBER})\s+(?P<rest_unit>months?|days?)(?!\w))?"
    r"(?P<more>,?\s+(?:or more|and more|and over))?",
    re.IGNORECASE,
)
_MONEY = "|".join(
    (
        r"monthly (?:calculation|financial) ind(?:ex|ices|icators?)",
        r"calculation ind(?:ex|ices)|MCI|МРП",
        r"(?:basic|base) (?:settlement |calculation |base )?(?:units?|amounts?|values?)",
        r"minimum (?:monthly )?(?:wages?|salaries)|tenges?|soms?|soums?|sums|roubles?|rubles?",
        r"manats?|somonis?|hryvnias?|lari|drams?|lei|dollars|euros|rupees|pounds|yuan|lira",
        r"тенге|рублей|сомов|сумов",
    )
)
_FINE = re.compile(
    r"\b(?:fine[sd]?(?:\s+(?:him|her|them|it|each|(?-i:[A-Z])\w+))?|штраф\w{0,4})\b"
    r"(?:\s+(?:of|in the amount of|worth|ran to|amounting to|totalling|в размере))?"
    r"(?P<limit>\s+(?:up to|at least|about|до))?"
    r"(?:\s+(?P<sign>[$€£])?(?P<amount>\d[\d., \u00a0\u202f]{0,14}\d|\d)"
    r"(?:\s+(?P<scale>million|thousand|тысяч|млн))?"
    rf"(?:\s+(?P<unit>(?:{_MONEY})\b))?)?",
    re.IGNORECASE,
)
_MOST_IS = re.compile(
    r"\bmaximum\s+(?:\w+\s+){0,2}(?:punishment|penalty|sentence|term)\b[^.;\d]{0,100}"
    r"\b(?:is|was|being|of|to)\s$",
    re.IGNORECASE,
)
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds"}
_SCALES = {"million": 1_000_000, "млн": 1_000_000, "thousand": 1_000, "тысяч": 1_000}


@dataclass(frozen=True, slots=True)
class FoundPenalty:
    """A penalty at ``text[start:end]``."""

    start: int
    end: int
    penalty: Penalty
    rule: str


class PenaltyReader:
    """Reads the penalties of a stretch of text."""

    def __init__(self, rules: PenaltyRules) -> None:
        self._kinds = [(kind, re.compile(kind.pattern, re.IGNORECASE)) for kind in rules.kinds]
        self._words = rules
        by_kind = {kind.kind: kind.id for kind in rules.kinds}
        self._life = by_kind["life"]
        self._imprisonment: tuple[PenaltyKind, str] = ("imprisonment", by_kind["imprisonment"])
        self._arrest: tuple[PenaltyKind, str] = ("arrest", by_kind["arrest"])
        self._sentencing = re.compile(rules.sentencing, re.IGNORECASE)
        self._refused_before = re.compile(rules.refused_before, re.IGNORECASE)
        self._refused_after = re.compile(rules.refused_after, re.IGNORECASE)
        self._requested = re.compile(rules.requested, re.IGNORECASE)

    def find(self, text: str, start: int, end: int) -> Iterator[FoundPenalty]:
        """Yield the penalties of ``text[start:end]``, a sentence, in text order."""
        found = [*self._endless(text, start, end), *self._lengths(text, start, end)]
        found += self._fines(text, start, end)
        found += self._works(text, start, end, found)
        yield from sorted(found, key=lambda f: (f.start, f.end))

    def _endless(self, text: str, start: int, end: int) -> Iterator[FoundPenalty]:
        for kind, pattern in self._kinds:
            if kind.kind not in ("life", "death"):
                continue
            for match in pattern.finditer(text, start, end):
                if not self._asked_for(text, start, match.start()):
                    penalty = Penalty(kind=kind.kind, min=None, max=None, unit=None)
                    yield FoundPenalty(match.start(), match.end(), penalty, kind.id)

    def _lengths(self, text: str, start: int, end: int) -> Iterator[FoundPenalty]:
        for match in LENGTH.finditer(text, start, end):
            if self._refused(text, match, start, end):
                continue
            kind = self._kind(text, match, start, end)
            if kind is None:
                continue
            low, high = _bounds(match)
            if self._words.to_life.regex.match(text[match.end() : match.end() + NEAR]):
                high = None  # "ten years to life"
                life = Penalty(kind="life", min=None, max=None, unit=None)
                yield FoundPenalty(match.start(), match.end(), life, self._life)
            if low is not None and low == high and self._is_most(text, match, start):
                low = None
            if high is not None and high > 99 and match["year"]:
                continue
            unit = next(name for name in _UNITS if match[name])
            penalty = Penalty(kind=kind[0], min=low, max=high, unit=unit)
            yield FoundPenalty(match.start(), match.end(), penalty, kind[1])
            other = self._alternative(text[match.end() : min(end, match.end() + NEAR)], kind[0])
            if other:
                penalty = Penalty(kind=other[0], min=low, max=high, unit=unit)
                yield FoundPenalty(match.start(), match.end(), penalty, other[1])

    def _alternative(self, behind: str, kind: PenaltyKind) -> tuple[PenaltyKind, str] | None:
        """Return the second kind of "two years' restricted freedom or imprisonment"."""
        choice = re.match(r"[’']?\s+(?:of\s+)?[\w ]{4,30}\s+or\s+([\w ]{4,30})(?=[.,;)]|$)", behind)
        if choice is None or LENGTH.search(choice[1]):
            return None
        for other, pattern in self._kinds:
            if other.kind not in (kind, "life", "death") and pattern.search(choice[1]):
                return other.kind, other.id
        return None

    def _works(
        self, text: str, start: int, end: int, found: list[FoundPenalty]
    ) -> Iterator[FoundPenalty]:
        """Yield community service without a length, in a list of penalties."""
        if not found or any(f.penalty.kind == "community_service" for f in found):
            return
        for kind, pattern in self._kinds:
            match = pattern.search(text, start, end) if kind.kind == "community_service" else None
            if match and not self._asked_for(text, start, match.start()):
                penalty = Penalty(kind=kind.kind, min=None, max=None, unit=None)
                yield FoundPenalty(match.start(), match.end(), penalty, kind.id)

    def _refused(self, text: str, match: re.Match[str], start: int, end: int) -> bool:
        before = text[max(start, match.start() - NEAR) : match.start()]
        after = text[match.end() : min(end, match.end() + NEAR)]
        return bool(
            self._refused_before.search(before)
            or self._refused_after.match(after)
            or self._asked_for(text, start, match.start())
        )

    def _is_most(self, text: str, match: re.Match[str], start: int) -> bool:
        """Tell "The maximum punishment under Article 189 is ten years": a bound, no term."""
        return bool(_MOST_IS.search(text, max(start, match.start() - 2 * NEAR), match.start()))

    def _asked_for(self, text: str, start: int, at: int) -> bool:
        begin = max(start, at - 2 * NEAR)
        clause = max(begin, text.rfind(";", begin, at))
        return bool(self._requested.search(text[clause:at]))

    def _kind(
        self, text: str, match: re.Match[str], start: int, end: int
    ) -> tuple[PenaltyKind, str] | None:
        """Return what kind of penalty a length is: by the word behind it, else before it."""
        if self._words.ellipsis.regex.search(text[max(start, match.start() - 30) : match.start()]):
            return self._imprisonment  # "She received eight years' ..., he five years."
        behind = text[match.end() : min(end, match.end() + NEAR)]
        behind = re.split(r"[.;(]|,(?!\s*(?:in|of)\b)|\band\b|\bor\b", behind, maxsplit=1)[0]
        ahead = text[max(start, match.start() - NEAR) : match.start()]
        ahead = re.split(r"[;)]", ahead)[-1]
        for stretch, last in ((behind, False), (ahead, True)):
            hits = [
                (found.start(), kind)
                for kind, pattern in self._kinds
                if kind.kind not in ("life", "death")
                for found in pattern.finditer(stretch)
            ]
            if hits:
                order = max if last else min
                best = order(position for position, _ in hits)
                kind = next(kind for position, kind in hits if position == best)
                if kind.kind == "imprisonment" and match["day"]:
                    return self._arrest
                return kind.kind, kind.id
        clause = text[max(start, match.start() - 2 * NEAR) : match.start()]
        long_enough = match["year"] or match["month"]
        if not long_enough or not (self._sentencing.search(clause) or _adjective(text, match)):
            return None
        said = {
            kind.kind: kind.id
            for kind, pattern in self._kinds
            if pattern.search(text, max(start, match.start() - FAR), match.start())
        }
        if "other" in said and "imprisonment" not in said:  # "the ban ...: for one to ten years"
            return "other", said["other"]
        return self._imprisonment

    def _fines(self, text: str, start: int, end: int) -> Iterator[FoundPenalty]:
        for match in _FINE.finditer(text, start, end):
            if self._asked_for(text, start, match.start()):
                continue
            amount, unit = _money(match)
            low = None if (match["limit"] or "").strip() in ("up to", "до") else amount
            high = None if (match["limit"] or "").strip() == "at least" else amount
            penalty = Penalty(kind="fine", min=low, max=high, unit=unit if amount else None)
            yield FoundPenalty(match.start(), match.end(), penalty, "statute.penalty.fine")


def _adjective(text: str, match: re.Match[str]) -> bool:
    """Tell "a five-year sentence": a length in front of the word for it."""
    return bool(
        re.match(r"\s+(?:sentences?|terms?|prison|jail)\b", text[match.end() : match.end() + 14])
    )


def _money(match: re.Match[str]) -> tuple[int | float | None, str | None]:
    printed = match["amount"]
    if not printed:
        return None, None
    unit = match["unit"] or _SIGNS.get(match["sign"] or "")
    if unit is None:
        return None, None
    digits = re.sub(r"[,.\s](?=\d{3}(?!\d))", "", printed).replace(",", ".")
    try:
        amount = float(digits) * _SCALES.get((match["scale"] or "").casefold(), 1)
    except ValueError:
        return None, None
    return _whole(amount), unit


def _bounds(match: re.Match[str]) -> tuple[int | float | None, int | float | None]:
    """Return (min, max) of a length as matched."""
    half = 0.5 if match["half"] or re.search(r"half|половин", match[0]) else 0.0
    first = _value(match["first"])
    limit = (match["limit"] or "").strip().casefold()
    if match["first_unit"]:
        if not match["last"] or not match["year"] or "month" not in match["first_unit"]:
            return _whole(first), _whole(first)
        first = round(first / 12, 2)  # "six months to five years"
    if match["last"]:
        return _whole(first), _whole(_value(match["last"]) + half)
    if match["rest"] and match["year"] and match["rest_unit"].startswith("month"):
        half += round(_value(match["rest"]) / 12, 2)
    exact = _whole(first + half)
    if match["more"] or re.match(r"at least|.*minimum|no less|not less|не менее", limit):
        return exact, None
    if limit:
        return None, exact
    return exact, exact


def _value(word: str) -> float:
    word = word.casefold()
    if word in ("a", "an", "another"):
        return 1
    if word[0].isdigit():
        return float(word.replace(",", "."))
    if word in _RUSSIAN:
        return _RUSSIAN[word]
    return sum(_DIGITS.get(piece, 0) + _TENS.get(piece, 0) for piece in word.split("-"))


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number

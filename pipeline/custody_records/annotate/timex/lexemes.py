"""A text as a row of lexemes: words, digit runs, marks and line breaks, each with its code."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from custody_records.annotate.timex.lexicon import BREAK, UNKNOWN, TimexLexicon
from custody_records.annotate.timex.spelled import SpelledNumber, SpelledNumbers

OTHER = "p"
_MARKS = dict.fromkeys("-‐‑‒–−", "-") | dict.fromkeys("'’‘`", "'") | dict.fromkeys(",.()/+", "")
_MARKS = {mark: code or mark for mark, code in _MARKS.items()}

# Right before a digit these make it a part of something else: a symbol, an amount, a document's
# number ("A/HRC/WGAD/2015/16", "$2000", "№2010").
_GLUE = frozenset("/\\#№$€£¥§_=@&*~")

# A line shorter than this ends what it says (a title, a caption, an item); a longer one may have
# been wrapped in the middle of a date.
_WRAPPED = 60


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text: ``codes[i]`` is the code of ``text[starts[i]:ends[i]]``.

    ``digits`` are those that numbers in words read as, by the index of their lexeme.
    """

    text: str
    lexicon: TimexLexicon
    codes: str
    starts: list[int]
    ends: list[int]
    digits: dict[int, str] = field(default_factory=dict)

    def kinds(self, i: int) -> frozenset[str]:
        """Return the kinds of thing that the digits of a lexeme can be."""
        return self.lexicon.numerals.kinds(self.surface(i))

    def surface(self, i: int) -> str:
        """Return what stands in the text, of a number in words its digits."""
        return self.digits.get(i) or self.text[self.starts[i] : self.ends[i]]


class Lexer:
    """Splits texts by one language's lexemes; ``numbers`` finds ordinals and years in words."""

    def __init__(self, lexicon: TimexLexicon, numbers: SpelledNumbers | None = None) -> None:
        self.lexicon = lexicon
        self._numbers = numbers
        # 1990s, 12th, 2019-07-31, 6:40pm
        digits = rf"[0-9]+(?:[-‐‑‒–−.,:/][0-9]+)*{_hyphened(lexicon)}\w*"
        self._lexeme = re.compile("|".join([digits, *lexicon.lexemes, r"\w+", r"[^\w\s]", r"\n"]))

    def split(self, text: str) -> Lexemes:
        """Split a text; linear in its length."""
        split = _split(text, self.lexicon, self._lexeme)
        spelled = list(self._numbers.find(split.codes)) if self._numbers else []
        return _joined(split, spelled) if spelled else split


def _hyphened(lexicon: TimexLexicon) -> str:
    """Return the endings of digits that begin with a hyphen, as a regular expression."""
    endings = lexicon.numerals.endings
    hyphened = [e for e in (*endings.ordinal, *endings.decade) if e.startswith("-")]
    return f"(?:(?:{'|'.join(map(re.escape, hyphened))})(?!\\w))?" if hyphened else ""


def _split(text: str, lexicon: TimexLexicon, lexeme: re.Pattern[str]) -> Lexemes:
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known, numeral = lexicon.surface_code, lexicon.numeral
    months = frozenset(lexicon.codes("MONTH"))
    line_start = 0
    for match in lexeme.finditer(text):
        surface = match[0]
        start, end = match.span()
        code = known.get(surface)
        if code is None:
            if "0" <= surface[0] <= "9":
                # "Apr/2016", but not "A/2016"
                of_month = text[start - 1] == "/" and "".join(codes[-2:-1]) in months
                glued = start and text[start - 1] in _GLUE and not of_month
                code = UNKNOWN if glued else numeral(surface)
            elif surface == "\n":
                short = start - line_start < _WRAPPED
                line_start = start + 1
                if not short and text[line_start : line_start + 1].strip():
                    continue
                code = BREAK
            elif len(surface) == 1 and not surface.isalnum():
                code = _MARKS.get(surface, OTHER)
            else:
                code = UNKNOWN
        codes.append(code)
        starts.append(start)
        ends.append(end)
    return Lexemes(text, lexicon, "".join(codes), starts, ends)


def _joined(split: Lexemes, spelled: Sequence[SpelledNumber]) -> Lexemes:
    """Return the lexemes with every number in words as one of them."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    digits: dict[int, str] = {}
    at = 0
    for number in spelled:
        codes.append(split.codes[at : number.first])
        starts += [*split.starts[at : number.first], split.starts[number.first]]
        ends += [*split.ends[at : number.first], split.ends[number.last - 1]]
        digits[len(starts) - 1] = number.digits
        codes.append(split.lexicon.numeral(number.digits))
        at = number.last
    codes.append(split.codes[at:])
    starts += split.starts[at:]
    ends += split.ends[at:]
    return Lexemes(split.text, split.lexicon, "".join(codes), starts, ends, digits)

"""The words of a citation, compiled from the rules: markers, and what joins units and numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from custody_records.annotate.statutes.numbers import EN_ORDINAL, EN_WORD, RU_ORDINAL
from custody_records.annotate.statutes.rules import Level, Marker

# One white space of running text; a paragraph's end is none.
GAP = r"(?:[ \t\u00a0\u2009\u202f]{0,20}(?:\n(?![ \t]*\n))?[ \t\u00a0\u2009\u202f]{0,20})"

AND = re.compile(
    rf"{GAP}(?:(?:,|;){GAP}(?:(?:and|or|и|или)(?!\w))?|(?:and/or|and|or|и|или|либо|та|және|va|ва|"
    rf"hamda|as well as|read with|read together with|r/w|in conjunction with|и/или)(?!\w)|&){GAP}",
    re.IGNORECASE,
)
COMMA = re.compile(rf"{GAP},{GAP}")
TO = re.compile(rf"{GAP}(?:[-–—−]|(?:to|through|till|по|до)(?!\w)){GAP}")
OF = re.compile(
    rf",?{GAP}(?:of|to|in|from|from within)\s+(?:the\s+|said\s+|an\s+)*(?=\S)", re.IGNORECASE
)
DASH = re.compile(rf"{GAP}[–—-]{GAP}")
SPACES = re.compile(r"\s+")
NUMBER_SIGN = re.compile(
    r"(?:№|#|[Nn][°º]|(?:[Nn]os?|[Nn]rs?)\.|[Nn]o(?=\s\d)|[Nn]umbers?(?=\s))\s?"
)
NEXT = re.compile(GAP)
SAME = re.compile(
    r"(?:the\s+|this\s+)?(?P<which>same|said|aforementioned|above-mentioned|that|this|latter|former)"
    r"(?:\s+(?:article|section|rule)\b)|the\s+(?P<alone>latter|former)\b|the\s+(?P<the>article)\b|"
    r"(?P<ru>той\s+же|этой\s+же|этой|указанной|данной|названной)\s+статьи",
    re.IGNORECASE,
)
BOTH = re.compile(r"both\s+(?:parts|paragraphs)|обе(?:их|им|ими)?\s+част(?:и|ей|ям|ями|ях)", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A marker found in the text."""

    marker: Marker
    start: int
    end: int
    plural: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled markers; the group named ``m<n>`` is marker n."""

    markers: tuple[Marker, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    ordinal: re.Pattern[str]
    anchor: re.Pattern[str]

    def first(self, level: Level, language: str) -> Marker:
        """Return the marker that stands for a level where a text leaves its word out."""
        return next(m for m in self.markers if m.level == level and m.language == language)

    @property
    def section_sign(self) -> Marker:
        """The marker that is a sign."""
        return next(marker for marker in self.markers if marker.sign)

    def word(self, pattern: re.Pattern[str], text: str, at: int) -> Word | None:
        """Return the marker of ``pattern`` that begins at ``at``."""
        found = pattern.match(text, at)
        if not found:
            return None
        marker = self.markers[int(str(found.lastgroup)[1:])]
        word = text[found.start() : found.end()].casefold().rstrip(".")
        plural = word.endswith("s") or word in ("§§",) or bool(_RU_PLURAL.search(word))
        return Word(marker, found.start(), found.end(), plural)


# A marker's word ends where its letters end; an abbreviation's point ends it too ("cl.a", "ч.2").
_ENDED = r"(?:(?<=\.)|(?![^\W\d_]))"
# What may stand behind a marker: a number, a bracket, a quote, a letter, a numeral, a number word.
_NUMBER_AHEAD = (
    rf"[ \t\n\u00a0]{{0,3}}(?:\d|[-–(“\"«'‘]|\w(?!\w)|[IVXLCivx]{{1,7}}(?!\w)|"
    rf"(?i:{EN_WORD}|{RU_ORDINAL})|of[ ]|from[ ]|dated[ ]|[Nn]o[.]?[ ]?\d|[Nn]os?[.]|[Nn]umbers?|№|"
    r"in[ ]|on[ ]|24)"
)
_ORDINALS_BEGIN = "0-9fFsStTeEnNпПвВтТчЧшШсСдДоО"


def _first_letters(markers: Iterable[Marker]) -> str:
    """Return a character class of what a marker in front of its number can begin with."""
    letters: set[str] = set()
    for marker in markers:
        for form in marker.before:
            plain = re.sub(r"^\(\?<!.*?\)", "", form)
            first = plain[1 : plain.index("]")] if plain[0] == "[" else plain[0]
            letters |= set(first) | set(first.swapcase())
    return "".join(re.escape(letter) for letter in sorted(letters))


_RU_PLURAL = re.compile(r"(?:ст\.\s?ст|ч\.\s?ч|п\.\s?п|пп|ям|ями|ях|ов|ьи|ти|ты)$")


def _alternatives(markers: Iterable[Marker], kind: str) -> str:
    groups = []
    for index, marker in enumerate(markers):
        forms = getattr(marker, kind)
        if forms:
            flags = "" if marker.cased else "i"
            body = "|".join(forms)
            groups.append(f"(?P<m{index}>(?{flags}:{body}))" if flags else f"(?P<m{index}>{body})")
    return "|".join(groups) or "(?!)"


def compile_markers(markers: tuple[Marker, ...]) -> Lexicon:
    """Return the lexicon of a set of markers."""
    before = _alternatives(markers, "before")
    after = _alternatives(markers, "after")
    ordinal = _alternatives(markers, "ordinal")
    plain_before, plain_after, plain_ordinal = (
        re.sub(r"\?P<m\d+>", "?:", part) for part in (before, after, ordinal)
    )
    # Guards by the first letter keep the scan fast: most words begin with none of these.
    anchor = (
        rf"(?<![\w§])(?=[{_first_letters(markers)}])(?:{plain_before}){_ENDED}"
        rf"(?={_NUMBER_AHEAD})|"
        rf"(?<![\w.,/-])\d{{1,5}}(?:[.-]\d{{1,3}})*\)?(?:[-‑–]|-?[a-zəüı]{{2,3}})?[ ]?"
        rf"(?:{plain_after})|"
        rf"(?<![\w-])(?=[{_ORDINALS_BEGIN}])(?i:{EN_ORDINAL}|{RU_ORDINAL})"
        rf"(?i:(?:,\s|\s(?:and|or|и|или)\s)(?:{EN_ORDINAL}|{RU_ORDINAL})){{0,4}}\s+"
        rf"(?:{plain_ordinal})(?!\w)|"
        rf"(?<!\w)(?=[bBоО])(?i:{BOTH.pattern})|"
        rf"(?<!\w)(?=[tTтТ])(?i:(?:the\s+same|the\s+said)\s+article\b|той\s+же\s+стать)"
    )
    return Lexicon(
        markers=markers,
        before=re.compile(rf"(?:{before}){_ENDED}"),
        after=re.compile(rf"[-‑–]?(?:[a-zəüı]{{2,3}}(?=\s))?[ ]?(?:{after})(?!\w)"),
        ordinal=re.compile(rf"(?:{ordinal})(?!\w)"),
        anchor=re.compile(anchor),
    )

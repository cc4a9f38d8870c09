"""Numbers that stand alone: what "seven" counts in "five guards were held and seven fired"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.figures import unit as units
from pipeline.annotate.figures.lexicon import Words
from pipeline.annotate.figures.nouns import is_plural, singular
from pipeline.annotate.figures.numbers import Number
from pipeline.annotate.figures.reading import FigureReading
from pipeline.annotate.figures.sentences import Sentences

_GAPPED = re.compile(
    r"\b(?:of|to|at|from|holds?|houses?|accommodates?|kill(?:ed|ing)|wound(?:ed|ing)|"
    r"injur(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing)|leaving)[ \xa0]+(?:\w+[ \xa0]+){0,3}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:up|down|compared|rose|fell|increased|decreased|dropped|grew)[ \xa0]+"
    r"(?:from|with|to)[ \xa0]+(?:\w+[ \xa0]+){0,2}$",
    re.IGNORECASE,
)
_TALLY_AFTER = re.compile(r"[ \xa0]+the[ \xa0]+(?:total[ \xa0]+)?number[ \xa0]+of(?=[ \xa0])")
_TALLY_BEFORE = re.compile(
    r"\bnumber[ \xa0]+of(?=[ \xa0])(?P<phrase>[^.;:!?\n]{3,90}?)"
    r"\b(?:to|at|reached|reaches|hit|hits|was|is|were|totaled|totalled|exceeded|exceeds|stood)\b"
    r"(?:[ \xa0]+[\w-]+){0,3}[ \xa0]*$",
    re.IGNORECASE,
)
_SENTENCES_BACK = 3


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The phrase a bare number stands for; ``same`` if it is the very figure meant."""

    unit: str
    head: str
    rule: str
    same: bool = False


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without a noun: what surrounds it."""

    text: str
    number: Number
    start: int
    definite: bool
    partitive: bool


def resolve(
    bare: Bare, found: Sequence[FigureReading], sentences: Sentences, lexicon: Words
) -> Antecedent | None:
    """Return what a bare number counts, None if nothing tells."""
    start, end = sentences.around(bare.number.start)
    tallied = _tally(bare, start, end, lexicon)
    if tallied:
        return tallied
    following = [w.low for w in units.words(bare.text, bare.number.end, end)][:4]
    after = [
        word for word in following if word not in lexicon.adverbs and word not in lexicon.further
    ]
    first = after[0] if after else ""
    if bare.definite:
        known = _equal(bare.number, found)
        if known:
            return Antecedent(known.unit, known.head, "figure.ellipsis.definite", same=True)
    if bare.partitive:
        return _nearest(bare, found, sentences, lexicon, "figure.ellipsis.partitive", None)
    person = True if first in lexicon.of_people or (after[1:2] and _told(after, lexicon)) else None
    if _is_verb(first, lexicon) or (following[:1] and following[0] in lexicon.adverbs):
        meant = _nearest(bare, found, sentences, lexicon, "figure.ellipsis.verb", person)
        if meant is None and first in lexicon.of_people and first not in lexicon.pasts:
            meant = Antecedent(first, first, "figure.participle")
        return meant
    if (
        following[:1]
        and following[0] in lexicon.further
        and (not first or first in lexicon.prepositions)
    ):
        return _nearest(bare, found, sentences, lexicon, "figure.ellipsis.more", None)
    gap = bare.text[max(start, bare.number.start - 40) : bare.number.start]
    ends = not following or following[0] in {"and", "or"}
    if not bare.definite and (_COMPARED.search(gap) or (ends and _GAPPED.search(gap))):
        same_sentence = [f for f in found if f.start >= start and not f.part]
        if same_sentence:
            # "27 suicides in 16 prisons, up from 19": compared with the figure named first
            like = same_sentence[0 if _COMPARED.search(gap) else -1]
            return Antecedent(like.unit, like.head, "figure.ellipsis.gapped")
    return None


def _told(after: list[str], lexicon: Words) -> bool:
    return any(word in lexicon.of_people for word in after[1:3])


def _is_verb(word: str, lexicon: Words) -> bool:
    return (
        word in lexicon.auxiliaries
        or word in lexicon.pasts
        or word in lexicon.of_people
        or (word.endswith("ed") and len(word) > 4)
    )


def _tally(bare: Bare, start: int, end: int, lexicon: Words) -> Antecedent | None:
    """Read "bring to ten the number of protests" and "the number of prisoners rose to 80"."""
    after = _TALLY_AFTER.match(bare.text, bare.number.end, end)
    before = None if after else _TALLY_BEFORE.search(bare.text, start, bare.number.start)
    position = after.end() if after else before.start("phrase") if before else None
    if position is None:
        return None
    unit = units.read(bare.text, position, end, lexicon, single=False)
    if unit is None:
        return None
    return Antecedent(bare.text[unit.start : unit.end], unit.head, "figure.tally")


def _equal(number: Number, found: Sequence[FigureReading]) -> FigureReading | None:
    same = [f for f in found if f.value == number.value and f.max == number.max]
    return same[-1] if same else None


def _nearest(
    bare: Bare,
    found: Sequence[FigureReading],
    sentences: Sentences,
    lexicon: Words,
    rule: str,
    person: bool | None,
) -> Antecedent | None:
    """Return the last counted phrase before, in the same sentence or those just before it."""
    start, _ = sentences.around(bare.number.start)
    noun = _person_noun(bare.text, start, bare.start, lexicon)
    if noun and any(f.part and f.start <= noun.start < f.end for f in found):
        noun = None  # "11 people died, among them four children, and 25 were wounded"
    earliest = sentences.back(bare.number.start, _SENTENCES_BACK)
    known = [
        f for f in found if f.start >= earliest and not f.part and (person is not True or f.person)
    ]
    if bare.partitive:  # a part is no larger than its whole
        known = [f for f in known if (f.max or f.value) >= (bare.number.max or bare.number.value)]
    if noun and (not known or known[-1].end < noun.start):
        return Antecedent(noun.text, noun.text, rule)
    if known:
        return Antecedent(known[-1].unit, known[-1].head, rule)
    before = sentences.back(bare.number.start, 1)
    noun = _person_noun(bare.text, before, start, lexicon)
    return Antecedent(noun.text, noun.text, rule) if noun else None


def _person_noun(text: str, start: int, end: int, lexicon: Words) -> units.Word | None:
    """Return the last plural noun for human beings in a stretch, without those who speak."""
    last = known = None
    position = start
    while position < end:
        for word in units.words(text, position, end):
            if last and word.low in lexicon.speech and last.end + 1 == word.start:
                last = known  # "Officials said 20 died": they are not the ones
            position = word.end
            plural = is_plural(word.text, lexicon.plurals, lexicon.singulars)
            if plural and singular(word.text) != word.low and lexicon.is_person(word.text):
                last, known = word, last
        position += 1
    return last

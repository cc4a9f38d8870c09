"""Numbers that stand alone: what "seven" counts in "five guards were held and seven fired"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.lexicon import Words
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.numbers import Number

_GAPPED = re.compile(
    r"\b(?:of|to|at|from|kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|arrest(?:ed|ing)|"
    r"detain(?:ed|ing)|fre(?:ed|eing)|releas(?:ed|ing)|abduct(?:ed|ing)|rescu(?:ed|ing)|"
    r"leaving)[ \xa0]+$",
    re.IGNORECASE,
)
# A capacity counts people: "65 facilities built for 30,000".
_CAPACITY = re.compile(
    r"\b(?:holds?|houses?|housed|held|(?:now|already|still)[ ]ha[sd]|accommodates?|"
    r"(?:built|designed|meant|intended)[ ]for|"
    r"(?:space|room|beds|places)[ ]for|capacity[ ]of)[ \xa0]+$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\band|,|;)[ \xa0]+$")
_COMPARED = re.compile(
    r"\b(?:up|down|compared|rose|fell|increased|decreased|dropped|grew)[ \xa0]+"
    r"(?:from|with|to)[ \xa0]+$",
    re.IGNORECASE,
)
_TALLY_AFTER = re.compile(r"[ \xa0]+the[ \xa0]+(?:total[ \xa0]+)?number[ \xa0]+of(?=[ \xa0])")
_TALLY_BEFORE = re.compile(
    # the last of "the number of prisoners fell to 34,000 while that of staff rose to 17,000"
    r"\b(?:number|that)[ \xa0]+of(?=[ \xa0])"
    r"(?P<phrase>(?:(?!\b(?:number|that)[ \xa0]+of\b)[^.;:!?\n]){3,90}?)"
    r"\b(?:from|to|at|reached|reaches|hit|hits|was|is|were|totaled|totalled|exceeded|exceeds|stood)\b"
    r"(?:[ \xa0]+[\w-]+){0,3}[ \xa0]*$",
    re.IGNORECASE,
)
# "Some 1,200 are kept there now; there were 1,350 in 2021", "(24 in 2018)".
_EXISTED = re.compile(
    r"\bthere[ \xa0]+(?:were|are|had been|have been)[ \xa0]+"
    r"(?:(?:only|just|already|still)[ \xa0]+)?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([ \xa0]*$")
_THEN = re.compile(
    r"[ \xa0]+(?:(?:in|by|during|for)[ \xa0]+(?:[A-Z][a-z]{2,8}[ \xa0]+)?(?:19|20)\d\d(?!\d)"
    r"|(?:in[ \xa0]+)?(?:last|the[ \xa0]+previous)[ \xa0]+year"
    r"|a[ \xa0]+year[ \xa0]+(?:ago|before|earlier|later))"
)
_WHEN = re.compile(
    r"(?:[;,]|\band|\bagainst)[ \xa0]"
    r"(?:in[ \xa0](?:19|20)\d\d|a[ \xa0]year[ \xa0](?:earlier|before)"
    r"|the[ \xa0]year[ \xa0]before|the[ \xa0]previous[ \xa0]year),?[ \xa0]$",
    re.IGNORECASE,
)
# "The figure had stood at 10,000": what was counted before.
_STANDS = re.compile(
    r"\b(?:figure|total|tally|toll)\b[^.;:!?\d\n]{0,40}"
    r"(?:\b(?:stands?|stood|reached|now)|\b(?:rose|grew|climbed|fell|dropped)[ \xa0]+to)"
    r"(?:[ \xa0]+at)?[ \xa0]+$",
    re.IGNORECASE,
)
# "76, including two children, are on death row"
_PARENTHETIC = re.compile(
    r",[ \xa0](?:including|among[ \xa0]them|most|mostly|many|all|some)[ \xa0]"
    r"[^,.;:!?\n]{2,60},[ \xa0](?=(?:are|were|is|was|have|had|has|remain|died)\b)"
)
_PART_OF = frozenset(
    ["under", "aged", "from", "in", "at", "on", "with", "who", "by", "of", "below"]
)
# Words behind a capacity or a compared number that begin something else.
_ENDS = frozenset(["and", "or", "as", "when", "while", "but", "now"])
_COPULAS = frozenset(["were", "are", "was", "as", "being", "be"])
_DEATHS = frozenset(["death", "fatality", "casualty", "victim"])
_SENTENCES_BACK = 3
_PEOPLE_BACK = 6


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
    distinct: bool = False  # "a further nine"
    part: bool = False  # "including 32 under the age of 18"


def resolve(
    bare: Bare, found: Sequence[FigureReading], sentences: Sentences, lexicon: Words
) -> Antecedent | None:
    """Return what a bare number counts, None if nothing tells."""
    start, end = sentences.around(bare.number.start)
    tallied = _tally(bare, start, end, lexicon)
    if tallied:
        return tallied
    following = [w.low for w in islice(units.words(bare.text, bare.number.end, end), 4)]
    after = [
        word for word in following if word not in lexicon.adverbs and word not in lexicon.further
    ]
    first = after[0] if after else ""
    asked = _asked_for(bare, found, sentences, following)
    if asked:
        return asked
    if bare.definite:
        known = _equal(bare.number, found)
        if known:
            return Antecedent(known.unit, known.head, "figure.ellipsis.definite", same=True)
    if bare.partitive:
        return _nearest(bare, found, sentences, lexicon, "figure.ellipsis.partitive", None)
    after_aside = _PARENTHETIC.match(bare.text, bare.number.end, end)
    if after_aside:
        return _nearest(bare, found, sentences, lexicon, "figure.ellipsis.verb", True)
    person = True if first in lexicon.of_people or (after[1:2] and _told(after, lexicon)) else None
    if _is_verb(first, lexicon) or (following[:1] and following[0] in lexicon.adverbs):
        meant = _nearest(bare, found, sentences, lexicon, "figure.ellipsis.verb", person)
        if following[0] == "others" and (meant is None or meant.rule != "figure.participle"):
            meant = meant or Antecedent("others", "others", "figure.counted")
        if first in lexicon.of_people and (meant is None or meant.unit in lexicon.of_people):
            # "53 dead and over 700 injured": the injured are not the dead.
            meant = Antecedent(first, first, "figure.participle")
        return meant
    others = following[:1] == ["others"]
    if (
        following[:1]
        and following[0] in lexicon.further
        and (not first or first in lexicon.prepositions)
    ):
        meant = _nearest(
            bare, found, sentences, lexicon, "figure.ellipsis.more", True if others else None
        )
        # "Four others from the village": of people whom nothing counts before
        return meant or (Antecedent("others", "others", "figure.counted") if others else None)
    if bare.distinct:  # "a further nine to the camp", "another 40 sleep in the chapel"
        return _nearest(bare, found, sentences, lexicon, "figure.ellipsis.more", None)
    return _gapped(bare, found, start, following, lexicon)


def _asked_for(
    bare: Bare, found: Sequence[FigureReading], sentences: Sentences, following: list[str]
) -> Antecedent | None:
    """Read a number that the words before it tie to the figure named last."""
    start, end = sentences.around(bare.number.start)
    earliest = sentences.back(bare.number.start, 1)
    whole = [f for f in found if f.start >= earliest and not f.part]
    here = [f for f in whole if f.start >= start]
    gap = bare.text[max(start, bare.start - 80) : bare.start]
    then = _THEN.match(bare.text, bare.number.end, end)
    ends = not following or then is not None or following[0] in _PART_OF
    if bare.part and following and following[0] in _PART_OF:
        known, size = here, bare.number.max or bare.number.value
        known = [f for f in known if (f.max or f.value) >= size]
    elif (ends and _EXISTED.search(gap)) or (then and _BRACKETED.search(gap)):
        known = [f for f in whole if f.person] or whole
    elif _STANDS.search(gap):
        known = [f for f in whole if f.person or f.head in _DEATHS]
    elif following[:1] == ["aged"]:
        known = [f for f in here if f.person]
    else:
        return None
    if not known:
        return None
    return Antecedent(known[-1].unit, known[-1].head, "figure.ellipsis.gapped")


def _gapped(
    bare: Bare, found: Sequence[FigureReading], start: int, following: list[str], lexicon: Words
) -> Antecedent | None:
    """Read a number whose noun stands with another number of the sentence.

    "thirteen killed inmates, and the newspaper of 47"; "27 suicides, up from 19 a year earlier";
    "four were in Krasnoyarsk and two in Minusinsk".
    """
    known = [f for f in found if f.start >= start and not f.part]
    if bare.definite or not known:
        return None
    gap = bare.text[max(start, bare.start - 30) : bare.start]
    then = _THEN.match(bare.text, bare.number.end)
    placed = then is not None or (bool(following) and following[0] in lexicon.prepositions)
    ends = not following or following[0] in _ENDS or placed
    if not following and _WHEN.search(gap):  # "71 inmates died; a year earlier, 85"
        return Antecedent(known[-1].unit, known[-1].head, "figure.ellipsis.gapped")
    if _COMPARED.search(gap):  # compared with the figure named first
        return Antecedent(known[0].unit, known[0].head, "figure.ellipsis.gapped")
    if ends and _CAPACITY.search(gap):
        known = [f for f in known if f.person]
    elif not (ends and _GAPPED.search(gap)) and not (placed and _LISTED.search(gap)):
        return None
    if not known:
        return None
    return Antecedent(known[-1].unit, known[-1].head, "figure.ellipsis.gapped")


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
    if person:  # "At least 118 had died": of the people counted some sentences before
        earliest = sentences.back(bare.number.start, _PEOPLE_BACK)
        known = [f for f in found if f.start >= earliest and not f.part and f.person]
        if known:
            return Antecedent(known[-1].unit, known[-1].head, rule)
    before = sentences.back(bare.number.start, 1)
    noun = _person_noun(bare.text, before, start, lexicon)
    return Antecedent(noun.text, noun.text, rule) if noun else None


def _person_noun(text: str, start: int, end: int, lexicon: Words) -> units.Word | None:
    """Return the last plural noun for human beings in a stretch, without those who speak."""
    last = known = None
    position = start
    previous = ""
    while position < end:
        for word in units.words(text, position, end):
            predicated, previous = previous in _COPULAS, word.low
            if predicated:  # "14 of the dead were women and four were babies"
                position = word.end
                continue
            if last and word.low in lexicon.speech and last.end + 1 == word.start:
                last = known  # "Officials said 20 died": they are not the ones
            position = word.end
            plural = lexicon.is_plural(word.text)
            if plural and lexicon.singular(word.text) != word.low and lexicon.is_person(word.text):
                last, known = word, last
        position += 1
    return last

"""What a bare number counts: the ways to tell, in the order in which they are tried."""

from custody_records.annotate.figures.ellipsis import tally, tied
from custody_records.annotate.figures.ellipsis.bare import Antecedent, Bare
from custody_records.annotate.figures.ellipsis.person_noun import person_noun
from custody_records.annotate.figures.lexicon import Words
from custody_records.annotate.figures.reading import FigureReading

_SENTENCES_BACK = 3
_PEOPLE_BACK = 6


def nearest(bare: Bare, rule: str, person: bool = False) -> Antecedent | None:
    """Return the last counted phrase before, in the same sentence or those just before it.

    ``person``: the number counts human beings.
    """
    start = bare.sentence[0]
    noun = person_noun(bare, start, bare.start)
    if noun and any(f.part and f.start <= noun.start < f.end for f in bare.found):
        noun = None  # "11 people died, among them four children, and 25 were wounded"
    known = _last(bare, _SENTENCES_BACK, person, at_least=bare.size if bare.partitive else 0)
    if noun and (not known or known.end < noun.start):
        return Antecedent(noun.text, noun.text, rule)
    if not known and person:  # "At least 118 had died": of the people counted some sentences before
        known = _last(bare, _PEOPLE_BACK, person)
    if known:
        return Antecedent.of(known, rule)
    noun = person_noun(bare, bare.sentences.back(bare.number.start, 1), start)
    return Antecedent(noun.text, noun.text, rule) if noun else None


def _last(
    bare: Bare, sentences: int, person: bool, at_least: int | float = 0
) -> FigureReading | None:
    """Return the last figure within some sentences; no whole is less than a part ``at_least``."""
    for figure in bare.wholes(bare.sentences.back(bare.number.start, sentences)):
        if person and (figure.speaks or not figure.person):
            continue
        if (figure.max or figure.value) >= at_least:
            return figure
    return None


_COUNTED = "figure.counted"


def resolve(bare: Bare) -> Antecedent | None:
    """Return what a bare number counts, None if nothing tells."""
    for read in _READ_FIRST:
        if found := read(bare):
            return found
    if bare.partitive:
        return nearest(bare, "figure.ellipsis.partitive")
    if _has_aside(bare):
        return nearest(bare, "figure.ellipsis.verb", person=True)
    if _has_verb(bare):
        return _of_verb(bare)
    if _is_set_apart(bare):
        return _set_apart(bare)
    if bare.distinct:  # "a further nine to the camp", "another 40 sleep in the chapel"
        return nearest(bare, "figure.ellipsis.more")
    return tied.gapped(bare)


def _same(bare: Bare) -> Antecedent | None:
    """Read "all 12", "the twelve": the very figure named before."""
    number = bare.number
    if not bare.definite:
        return None
    same = [f for f in bare.found if f.value == number.value and f.max == number.max]
    return Antecedent.of(same[-1], "figure.ellipsis.definite", same=True) if same else None


def _of_whole(bare: Bare) -> Antecedent | None:
    """Read "two of the five were hurt": those whom the other number counts."""
    whole = next((f for f in reversed(bare.found) if f.value == bare.whole), None)
    return Antecedent.of(whole, "figure.ellipsis.partitive") if whole else None


def _has_aside(bare: Bare) -> bool:
    """Tell "76, including two children, are on death row"."""
    end = bare.sentence[1]
    return bare.lexicon.patterns.parenthetic.match(bare.text, bare.number.end, end) is not None


def _has_verb(bare: Bare) -> bool:
    words = bare.lexicon.words
    return _is_verb(bare.first, words) or bare.next in words.adverbs


def _of_verb(bare: Bare) -> Antecedent | None:
    """Read "seven fired", "three others were held", "53 dead and over 700 injured"."""
    words = bare.lexicon.words
    told = any(word in words.of_people for word in bare.after[1:3])
    person = bare.first in words.of_people or told
    if bare.next in words.others:
        return _others(bare)
    meant = nearest(bare, "figure.ellipsis.verb", person)
    if bare.first in words.of_people and (meant is None or meant.unit in words.of_people):
        return Antecedent(bare.first, bare.first, "figure.participle")  # the injured, not the dead
    return meant


def _is_set_apart(bare: Bare) -> bool:
    words = bare.lexicon.words
    ends = not bare.first or bare.first in words.prepositions
    ends = ends or (bare.next in words.others and bare.first in words.stops)
    return bare.next in words.further and ends


def _set_apart(bare: Bare) -> Antecedent | None:
    """Read "two more in Kostanay region", "four others from the village"."""
    if bare.next in bare.lexicon.words.others:
        return _others(bare)
    return nearest(bare, "figure.ellipsis.more")


def _others(bare: Bare) -> Antecedent:
    """Return the unit as printed: "four others from the village"."""
    return Antecedent(bare.next, bare.next, _COUNTED)


def _is_verb(word: str, words: Words) -> bool:
    return (
        word in words.auxiliaries
        or word in words.pasts
        or word in words.of_people
        or words.is_regular_past(word)
    )


# Each is tried, and where it finds nothing, the next; behind them, the first that applies decides.
_READ_FIRST = (
    tally.tallied,
    tally.labelled,
    tally.changed,
    tally.changing,
    tally.pronoun_changed,
    tied.asked_for,
    tied.holding,
    _of_whole,
    _same,
)

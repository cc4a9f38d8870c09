"""Bare numbers that the words beside them tie to another figure of the sentence."""

from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.ellipsis.bare import Antecedent, Bare
from custody_records.annotate.figures.ellipsis.person_noun import person_noun

RULE = "figure.ellipsis.gapped"


def asked_for(bare: Bare) -> Antecedent | None:
    """Read a number that the words before it tie to the figure named last."""
    words, patterns = bare.lexicon.words, bare.lexicon.patterns
    whole = bare.wholes(bare.sentences.back(bare.number.start, 1))
    here = bare.wholes(bare.sentence[0])
    part_of = bare.next in words.part_of
    ends = not bare.following or bare.at_another_time or part_of
    if bare.part and part_of:  # "including 32 under the age of 18"
        known = (f for f in here if (f.max or f.value) >= bare.size)
    elif (ends and patterns.existed.search(bare.gap)) or (
        bare.at_another_time and patterns.bracketed.search(bare.gap)
    ):
        near = list(whole)
        known = (f for f in [*(p for p in near if p.person), *near])
    elif patterns.stands.search(bare.gap):
        known = (f for f in whole if f.person or f.head in words.deaths)
    else:
        return None
    last = next(known, None)
    return Antecedent.of(last, RULE) if last else None


def gapped(bare: Bare) -> Antecedent | None:
    """Read a number whose noun stands with another number of the sentence.

    "thirteen killed inmates, and the newspaper of 47"; "27 suicides, up from 19 a year earlier";
    "four were in Krasnoyarsk and two in Minusinsk".
    """
    if bare.definite:
        return None
    if _holds(bare):
        return _capacity(bare)
    last = next(bare.wholes(bare.sentence[0]), None)
    if last is None:
        return None
    patterns = bare.lexicon.patterns
    if not bare.following and patterns.when.search(bare.gap):
        return Antecedent.of(last, RULE)  # "71 inmates died; a year earlier, 85"
    between = bare.text[last.end : bare.start]
    if patterns.compared.search(bare.gap) or patterns.compared.fullmatch(between):
        *_, first = bare.wholes(bare.sentence[0])
        return Antecedent.of(first, RULE)  # compared with the figure named first
    placed = _is_placed(bare)
    if (_ends(bare, placed) and patterns.gapped.search(bare.gap)) or (
        placed and patterns.listed.search(bare.gap)
    ):
        return Antecedent.of(last, RULE)
    return None


def _is_placed(bare: Bare) -> bool:
    return bare.at_another_time or bare.next in bare.lexicon.words.prepositions


def _ends(bare: Bare, placed: bool) -> bool:
    return placed or not bare.following or bare.next in bare.lexicon.words.ends


def _holds(bare: Bare) -> bool:
    ends = _ends(bare, _is_placed(bare))
    return ends and bare.lexicon.patterns.capacity.search(bare.gap) is not None


def _capacity(bare: Bare) -> Antecedent | None:
    """Read "built for 581 men and holds 832", "where inmates sleep in shifts, holds 832"."""
    people = next((f for f in bare.wholes(bare.sentence[0]) if f.person), None)
    if people:
        return Antecedent.of(people, RULE)
    noun = person_noun(bare, bare.sentence[0], bare.start)
    return Antecedent(noun.text, noun.text, RULE) if noun else _before(bare)


def holding(bare: Bare) -> Antecedent | None:
    """Read "built for 118, had 203 people in it", "rooms made for 20 hold 60 men"."""
    end = bare.sentence[1]
    if not bare.lexicon.patterns.capacity.search(bare.gap):
        return None
    other = bare.lexicon.patterns.capacity_after.match(bare.text, bare.number.end, end)
    unit = units.read(bare.text, other.end(), end, bare.lexicon) if other else None
    if unit is None or not bare.lexicon.words.is_person(unit.head):
        return None
    return Antecedent(bare.text[unit.start : unit.end], unit.head, RULE)


def _before(bare: Bare) -> Antecedent | None:
    """Read "built for 700 prisoners. It now holds 1,150": the people of the sentence before."""
    before = bare.wholes(bare.sentences.back(bare.number.start, 1))
    people = next((f for f in before if f.person), None)
    return Antecedent.of(people, RULE) if people else None

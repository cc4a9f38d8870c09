"""The last counted phrase before a bare number."""

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
        if person and not _are_people(figure, bare.lexicon.words):
            continue
        if (figure.max or figure.value) >= at_least:
            return figure
    return None


def _are_people(figure: FigureReading, words: Words) -> bool:
    """Tell whether human beings are counted, who do not speak: no bodies that report on others."""
    return figure.person and not figure.speaks and not words.is_body(figure.head)

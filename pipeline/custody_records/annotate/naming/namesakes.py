"""A single word that the model takes for a body is a person whom the text names in full.

"Agim Dalipi is back. ... asked Agim" has no body "Agim", and "the Rondóns" are a family.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate, Rank

RULE = "person.surname"


def of_people(words: Words, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the names, those bodies of one word that are people by their whole names.

    A family in the plural keeps its span and has no kind.
    """
    names = list(names)
    first: set[str] = set()
    last: set[str] = set()
    for name in names:
        if name.reading == "person":
            begin, stop = words.within(name.start, name.end)
            if stop - begin > 1:
                first.add(words.texts[begin])
                last.add(words.texts[stop - 1])
    for name in names:
        word = words.text[name.start : name.end]
        if name.reading != "organization" or name.rank is not Rank.MODEL or " " in word:
            yield name
        elif word in first or word in last:
            yield replace(name, reading="person", rule=RULE)
        elif word.endswith("s") and word[:-1] in last:
            yield replace(name, reading=None)
        else:
            yield name

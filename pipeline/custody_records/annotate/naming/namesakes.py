"""What the model takes for a body is a person whom the text names in full or by a title.

"Agim Dalipi is back. ... asked Agim" has no body "Agim", and "the Rondóns" are a family.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate, Rank

RULE = "person.surname"
_WHOLE = 2  # words of a name in full


@dataclass(slots=True)
class _People:
    """The first and last words of whole names, and the surnames that stand by themselves."""

    first: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)


def of_people(words: Words, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the names, those bodies of the model's that are people by other names of the text.

    A family in the plural keeps its span and has no kind.
    """
    names = list(names)
    people = _People()
    for name in names:
        if name.reading == "person":
            begin, stop = words.within(name.start, name.end)
            if stop - begin > 1:
                people.first.add(words.texts[begin])
                people.last.add(words.texts[stop - 1])
            elif name.by_rule:
                people.alone.add(words.texts[begin])
    for name in names:
        if name.reading != "organization" or name.rank is not Rank.MODEL:
            yield name
        else:
            yield _decided(words, name, people)


def _decided(words: Words, name: Candidate, people: _People) -> Candidate:
    begin, stop = words.within(name.start, name.end)
    last = words.texts[stop - 1]
    if stop - begin == _WHOLE and last in people.alone:
        # "along with Clovis Fonge ... Mr. Fonge"
        return replace(name, reading="person", rule=RULE)
    if stop - begin > 1:
        return name
    if last in people.first or last in people.last:
        return replace(name, reading="person", rule=RULE)
    family = last.endswith("s") and last[:-1] in people.last
    return replace(name, reading=None) if family else name

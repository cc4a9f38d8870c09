"""Initials at the edges of names: "KM Anwar Hossain", "Levan K."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate

_LETTERS = (2, 3)


def with_initials(
    words: Words, names: Iterable[Candidate], lexicon: NameLexicon, country: str | None
) -> Iterator[Candidate]:
    """Yield the names, those of people with the capitals before them that are initials.

    Some countries print them without points. A family name that is withheld has its point:
    "Levan K., 35, died".
    """
    reached = 0
    for name in names:
        if name.reading == "person":
            name = _pointed(words, name)
            if country in lexicon.parts.bare_initials:
                name = _with_initials_before(words, name, lexicon, reached)
        reached = name.end
        yield name


def _with_initials_before(
    words: Words, name: Candidate, lexicon: NameLexicon, reached: int
) -> Candidate:
    """Return a name with the initials before it, which are no acronym that is a name by itself.

    ``reached``: where the name before ends.
    """
    first, stop = words.within(name.start, name.end)
    if stop - first > 1 and _initials(words, first - 1, lexicon):
        start = words.starts[first - 1]
        if start >= reached:
            return replace(name, start=start)
    return name


def _initials(words: Words, i: int, lexicon: NameLexicon) -> bool:
    return (
        i >= 0
        and words.gap(i) == " "
        and len(words.texts[i]) in _LETTERS
        and words.texts[i].isalpha()
        and words.texts[i].isupper()
        and words.texts[i] not in lexicon.words.other_acronyms
        and not lexicon.is_title(words.texts[i])
    )


def _pointed(words: Words, name: Candidate) -> Candidate:
    """Return a name that ends in an initial with its point.

    A letter that the text prints without a point anywhere is a name: "Malcolm X".
    """
    first, stop = words.within(name.start, name.end)
    last = stop - 1
    if last <= first or len(words.texts[last]) != 1 or not words.capital(last):
        return name
    if not words.previous(last) or words.gap(last)[:1] != ".":
        return name
    printed = words.text[name.start : name.end]
    bare = re.search(rf"\b{re.escape(printed)}(?![.\w])", words.text)
    return name if bare else replace(name, end=name.end + 1)

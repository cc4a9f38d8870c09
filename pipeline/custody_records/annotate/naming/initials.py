"""Initials without points before a name, as some countries print them: "KM Anwar Hossain"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate

_LETTERS = (2, 3)


def with_initials(
    words: Words, names: Iterable[Candidate], lexicon: NameLexicon, country: str | None
) -> Iterator[Candidate]:
    """Yield the names, those of people with the capitals right before them that are initials."""
    reached = 0
    for name in names:
        if name.reading == "person" and country in lexicon.parts.bare_initials:
            first, stop = words.within(name.start, name.end)
            if stop - first > 1 and _initials(words, first - 1, lexicon):
                start = words.starts[first - 1]
                if start >= reached:  # not an acronym that is a name by itself
                    name = replace(name, start=start)
        reached = name.end
        yield name


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

"""A prison's name without its noun is the prison: "Badr" after "Badr 1", "Evin" after "Evin jail".

The model takes such a name for a person or a body, `places` for a town because "in" stands
before it. A town that is known as one stays one ("in Minsk" beside "Minsk prison").
"""

from collections.abc import Iterable
from dataclasses import replace

from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate, Rank

RULE = "names.facility"


def housed(
    words: Words,
    names: list[Candidate],
    facilities: Iterable[str],
    lexicon: NameLexicon,
    short_names: ShortNames,
) -> list[Candidate]:
    """Return the names, where what is short for one of ``facilities`` is a facility.

    ``facilities`` are the proper names that `facilities` has read.
    """
    bare: set[str] = set()
    numbered: set[str] = set()
    for full in facilities:
        short = short_names.without_noun(full)
        unnumbered = short_names.without_number(short)
        if unnumbered != short:
            numbered.add(unnumbered)
        bare |= {full, short}
    bare |= _before_nouns(words, lexicon) | numbered
    bare.discard("")
    if not bare:
        return names
    firm: set[str] = set()
    for name in names:
        if name.reading == "place" and name.by_rule and not name.weak:
            printed = words.text[name.start : name.end]
            if not (printed in numbered and name.rank is Rank.GAZETTEER):
                firm.add(printed)
    return [
        replace(name, reading="facility", rule=RULE)
        if words.text[name.start : name.end] in bare - firm and _doubtful(name)
        else name
        for name in names
    ]


def _doubtful(name: Candidate) -> bool:
    if name.reading == "place":
        return True
    return name.reading in ("person", "organization") and name.rank is Rank.MODEL


def _before_nouns(words: Words, lexicon: NameLexicon) -> set[str]:
    """Return the single words that the text prints before "prison" or, in a list, "prisons"."""
    found = set()
    nouns = lexicon.words.prison_nouns
    standing = [
        (i, plural)
        for word, places in words.places.items()
        if (plural := (low := word.lower())[-1] == "s" and low[:-1] in nouns) or low in nouns
        for i in places
    ]
    for i, plural in standing:
        if not words.previous(i):
            continue
        at = i - 1
        while at >= 0 and _of_building(words, at, lexicon):
            found.add(words.texts[at])
            joined = plural and words.previous(at) in lexicon.closed.conjunctions
            if joined and words.previous(at - 1):
                at -= 2
            elif plural and at and words.gap(at - 1) == ", ":
                at -= 1
            else:
                break
    return found


def _of_building(words: Words, i: int, lexicon: NameLexicon) -> bool:
    return (
        words.capital(i)
        and words.texts[i] not in lexicon.demonyms
        and words.texts[i] not in lexicon.countries
        and not words.opens(i)
    )

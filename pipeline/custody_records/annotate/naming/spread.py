"""Names told once hold for the whole text: a part of a name alone, and the whole name elsewhere.

"Navalny, 44, was detained" opens a sentence and the model sees nothing; the text has spoken of
Alexey Navalny before. So it is with "the Penitentiary Department (QAZhD)" and "QAZhD said".
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.naming.brackets import glossed
from custody_records.annotate.overlaps import Candidate, Rank

SURNAME = "person.surname"
GIVEN = "person.given_alone"
ACRONYM = "organization.acronym"
REPEATED = "organization.repeated"


@dataclass(slots=True)
class _Told:
    """What the names of a text tell of its other words.

    ``taken`` are the words inside names of several; ``wholes`` the names of bodies of several words
    that a rule has found, by their first word.
    """

    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    wholes: dict[str, set[str]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)


def spread(words: Words, settled: Iterable[Candidate], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Yield a candidate for each word or span that the names so far explain.

    ``settled`` are the names so far, no two of which overlap; what lies inside one of several
    words is left alone, as are words that mean something else ("Ten", "April", a country).
    """
    told = _told(words, settled, lexicon)
    if not (told.surnames or told.acronyms or told.wholes):
        return
    for i, word in enumerate(words.texts):
        if i in told.taken:
            continue
        span = words.starts[i], words.ends[i]
        if word in told.surnames and not _joined(words, i):
            yield Candidate(*span, SURNAME, Rank.RULE, reading="person")
        elif word in told.acronyms:
            yield Candidate(*span, ACRONYM, Rank.RULE, reading="organization")
        elif word in told.given and not _joined(words, i):
            yield Candidate(*span, GIVEN, Rank.RULE, reading="person")
        elif word in told.wholes:
            for whole in sorted(told.wholes[word]):
                end = span[0] + len(whole)
                if (
                    words.text.startswith(whole, span[0])
                    and not words.text[end : end + 1].isalnum()
                ):
                    yield Candidate(span[0], end, REPEATED, Rank.GAZETTEER, reading="organization")


def _told(words: Words, settled: Iterable[Candidate], lexicon: NameLexicon) -> _Told:
    told = _Told()
    # "Ford" said of the company twice and more, before "William Clay Ford Jr." is named
    bodies: Counter[str] = Counter()
    for name in settled:
        first, stop = words.within(name.start, name.end)
        several = stop - first > 1
        if several:
            told.taken.update(range(first, stop))
        if name.reading == "person" and several:
            _person(words.texts[first:stop], told, bodies, lexicon)
        elif name.reading == "organization":
            bodies[words.texts[first]] += 1
            if several:
                whole = words.text[name.start : name.end]
                if name.rank is Rank.RULE and "\n" not in whole:
                    told.wholes.setdefault(words.texts[first], set()).add(whole)
                if glossed(words, stop):
                    told.acronyms.add(words.texts[stop])
            elif name.rule == ACRONYM:
                told.acronyms.add(words.texts[first])
    return told


def _person(parts: list[str], told: _Told, bodies: Counter[str], lexicon: NameLexicon) -> None:
    for word in _surnames(parts, lexicon):
        if bodies[word] <= 1:
            # "El-Haddad" opens a sentence about "Hesham el-Haddad".
            told.surnames |= {word, word.upper(), word[0].upper() + word[1:]}
    first = parts[0]
    if first in lexicon.given and _telling(first, lexicon):
        told.given.add(first)


def _surnames(parts: list[str], lexicon: NameLexicon) -> list[str]:
    """Return the words of a whole name that may stand for the person by themselves.

    The last; of three and more the last but one, too, which is the father's name in Spanish ("Juan
    Carlos Guaranda Moreira") and the family name before a patronymic ("Daniyar Adilbekov
    Serikuly"); the first of a name that opens with a family name ("Cheng Yuan").
    """
    last = parts[-1]
    if (last in lexicon.parts.generations or last in lexicon.parts.numerals) and len(parts) > 2:
        parts = parts[:-1]
    found = [parts[-1]]
    if len(parts) > 2 and parts[-2] not in lexicon.given:
        found.append(parts[-2])
    if parts[0] in lexicon.family_first and len(parts) <= 3:
        found.append(parts[0])
    return [word for word in found if _telling(word, lexicon)]


def _telling(word: str, lexicon: NameLexicon) -> bool:
    low = word.lower()
    return (
        (len(word) > 2 or word in lexicon.family_first)
        and (word[0].isupper() or word.startswith(lexicon.parts.article_prefixes))
        and not word.endswith(".")
        and low not in lexicon.closed.function_words
        and low not in lexicon.closed.calendar
        and word not in lexicon.countries
        and word not in lexicon.demonyms
        and not lexicon.is_title(low)
    )


def _joined(words: Words, i: int) -> bool:
    """Tell whether a capital stands right beside: then it is part of some other name."""
    before = bool(words.previous(i)) and words.capital(i - 1) and not words.opens(i - 1)
    return before or (bool(words.next(i)) and words.capital(i + 1))

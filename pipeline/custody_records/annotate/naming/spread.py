"""Names told once hold for the whole text: the surname or the acronym alone.

"Navalny, 44, was detained" opens a sentence and the model sees nothing; the text has spoken of
Alexey Navalny before. So it is with "the Penitentiary Department (QAZhD)" and "QAZhD said".
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate, Rank

SURNAME = "person.surname"
ACRONYM = "organization.acronym"
_GENERATION = frozenset(["Jr", "Sr", "II", "III", "IV"])


def spread(words: Words, settled: Iterable[Candidate], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Yield a candidate for each lone word that ends a longer name or is an acronym of the text.

    ``settled`` are the names so far, no two of which overlap; what lies inside one of several
    words is left alone, as are words that mean something else ("Ten", "April", a country).
    """
    ends: set[str] = set()
    acronyms: set[str] = set()
    taken: set[int] = set()
    # "Ford" said of the company twice and more, before "William Clay Ford Jr." is named
    bodies: Counter[str] = Counter()
    for name in settled:
        first, stop = words.within(name.start, name.end)
        if stop - first > 1:
            taken.update(range(first, stop))
            if name.reading == "person":
                for word in _surnames(words.texts[first:stop], lexicon):
                    if bodies[word] > 1:
                        continue
                    # "El-Haddad" opens a sentence about "Hesham el-Haddad".
                    ends |= {word, word.upper(), word[0].upper() + word[1:]}
        elif name.reading == "organization":
            bodies[words.texts[first]] += 1
        if name.reading == "organization" and stop - first > 1 and _glossed(words, stop):
            acronyms.add(words.texts[stop])
        if name.rule == ACRONYM and stop - first == 1:
            acronyms.add(words.texts[first])
    if not ends and not acronyms:
        return
    for i, word in enumerate(words.texts):
        span = words.starts[i], words.ends[i]
        if word in ends and i not in taken and not _joined(words, i):
            yield Candidate(*span, SURNAME, Rank.RULE, reading="person")
        elif word in acronyms and i not in taken:
            yield Candidate(*span, ACRONYM, Rank.RULE, reading="organization")


def _glossed(words: Words, i: int) -> bool:
    """Tell whether the acronym of what ends before word ``i`` stands there in brackets."""
    return (
        i < len(words)
        and words.gap(i - 1) == " ("
        and words.gap(i)[:1] == ")"
        and words.texts[i].isupper()
        and 2 <= len(words.texts[i]) <= 8
    )


def _surnames(parts: list[str], lexicon: NameLexicon) -> list[str]:
    """Return the words of a whole name that may stand for the person by themselves.

    The last; of three and more the last but one, too, which is the father's name in Spanish ("Juan
    Carlos Guaranda Moreira") and the family name before a patronymic ("Daniyar Adilbekov
    Serikuly"); the first of a name that opens with a family name ("Cheng Yuan").
    """
    if parts[-1] in _GENERATION and len(parts) > 2:
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
        and (word[0].isupper() or word.startswith(("el-", "al-")))
        and not word.endswith(".")
        and low not in lexicon.closed.function_words
        and low not in lexicon.closed.calendar
        and word not in lexicon.countries
        and word not in lexicon.demonyms
        and not lexicon.is_title(low)
    )


def _joined(words: Words, i: int) -> bool:
    """Tell whether a capital stands right beside: then it is part of some other name."""
    before = i > 0 and words.gap(i - 1) in (" ", "\u00a0") and words.capital(i - 1)
    after = i + 1 < len(words) and words.gap(i) in (" ", "\u00a0") and words.capital(i + 1)
    return (before and not words.opens(i - 1)) or after

"""One name is of one kind in a text: no person here who is an organization there.

The model sees sentence by sentence and calls "Cristosal" a nonprofit once and a person once. What a
rule knows decides; else what stands before the name, else what the model says more often.
"""

from collections import Counter
from dataclasses import replace

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate, Rank

_KINDS = frozenset(["person", "organization"])


def agreed(words: Words, names: list[Candidate], lexicon: NameLexicon) -> list[Candidate]:
    """Return the names, each of which is a person or an organization throughout the text.

    Only what the model alone has said is changed.
    """
    groups: dict[str, list[Candidate]] = {}
    for name in names:
        if name.reading in _KINDS:
            groups.setdefault(words.text[name.start : name.end].casefold(), []).append(name)
    changed: dict[int, Candidate] = {}
    for group in groups.values():
        kind = _kind(words, group, lexicon)
        for name in group:
            if kind and name.rank is Rank.MODEL and name.reading != kind:
                changed[name.start] = replace(name, reading=kind)
    return [changed.get(name.start, name) for name in names] if changed else names


def _kind(words: Words, group: list[Candidate], lexicon: NameLexicon) -> str | None:
    """Return the kind of a group of equal names, None if nothing needs to be decided."""
    said = Counter(name.reading for name in group if name.rank is Rank.MODEL)
    if not said["person"] and len(said) < 2 and len({name.reading for name in group}) < 2:
        return None
    sure = {name.reading for name in group if name.rank > Rank.MODEL}
    if sure:
        return str(sure.pop()) if len(sure) == 1 else None
    if any(_of_outlet(words, name, lexicon) for name in group):
        return "organization"
    human = _like_person(words, group[0], lexicon)
    doubtful = said["person"] and not human
    if doubtful and any(_of_body(words, name, lexicon) for name in group):
        return "organization"
    if len(said) < 2:
        return None
    if said["person"] != said["organization"]:
        return str(said.most_common(1)[0][0])
    return "person" if human else "organization"


def _like_person(words: Words, name: Candidate, lexicon: NameLexicon) -> bool:
    first, stop = words.within(name.start, name.end)
    given, family = words.texts[first], words.texts[stop - 1]
    return (
        given.partition("-")[0] in lexicon.given
        or family in lexicon.family
        or lexicon.looks_like_surname(family)
        or any(words.texts[i] in lexicon.particles for i in range(first, stop))
    )


def _of_body(words: Words, name: Candidate, lexicon: NameLexicon) -> bool:
    """Tell whether what only a body has or hears stands before the name.

    "told Mada Masr": a person who is told something has a title or a known name; a bare word may
    be a surname ("told Hawkins").
    """
    first, _ = words.within(name.start, name.end)
    if words.before(first) in lexicon.closed.definite:
        first -= 1
    before = words.previous(first)
    if before in lexicon.words.addressing:
        # "told Xi Jinping": a family name may stand first.
        named = words.texts[first]
        return not (named in lexicon.family or named in lexicon.given)
    if before not in lexicon.words.staff_prepositions:
        return False
    holder = words.previous(first - 1)
    if before not in lexicon.closed.belonging:
        return holder in lexicon.words.staff or holder in lexicon.titles.professions
    return holder in lexicon.words.staff


def _of_outlet(words: Words, name: Candidate, lexicon: NameLexicon) -> bool:
    """Tell whether a name is an outlet's before its editor's: "Yeni Hayat editor Murat Agir"."""
    _, stop = words.within(name.start, name.end)
    return (
        words.next(stop - 1) in lexicon.words.editors
        and words.next(stop) != ""
        and words.capital(stop + 1)
    )

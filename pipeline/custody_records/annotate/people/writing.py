"""A role phrase as the record has it (record contract, section 4).

The whole name of a body that the phrase holds a part of, without what is no part of the role: a
prisoner is not "of" his prison as a warden is, a body's town is not told by its head's office, and
"a third defendant" is a defendant.
"""

from collections.abc import Container, Mapping
from dataclasses import replace

from custody_records.annotate.names.words import Words
from custody_records.annotate.people.phrases import Phrase, RolePhrases, bracketed

_QUOTE, _UNQUOTE = '"“«', ('"', "”", "»")

Offsets = tuple[int, int]


class RoleWriter:
    """Writes role phrases."""

    def __init__(self, phrases: RolePhrases) -> None:
        self.phrases = phrases
        self.lexicon = phrases.lexicon

    def written(self, words: Words, phrase: Phrase, bodies: dict[int, Offsets]) -> str | None:
        """Return the role as printed, without the capital of a sentence's first word."""
        phrase = limited(words, self.whole(words, phrase, bodies), bodies, self.phrases)
        text = words.text[words.starts[phrase.first] : words.ends[phrase.last]]
        if "\n" in text:
            return None
        if (
            words.texts[phrase.last].lower() in self.lexicon.parts.abbreviated
            and words.gap(phrase.last)[:2] == ". "
        ):
            # "Sen. Leila de Lima"
            text += "."
        if words.gap(phrase.last)[:1] == ")" and "(" in text and ")" not in text:
            text += ")"
        if words.gap(phrase.last)[:1] in _UNQUOTE and any(mark in text for mark in _QUOTE):
            # 'founder of "Lelo for Georgia"'
            text += words.gap(phrase.last)[0]
        if words.gap(phrase.last)[:2] in ("!,", "!)", "!;"):
            # The mark is of the name: "leader of the opposition party Alga!, arrived".
            text += "!"
        return self.lowered(words, phrase.first, " ".join(text.split()))

    def edits(self, words: Words, head: int) -> bool:
        """Tell whether the role is of an outlet: "editor"."""
        return words.texts[head] in self.lexicon.words.editors

    def whole(self, words: Words, phrase: Phrase, bodies: dict[int, Offsets]) -> Phrase:
        """Return the phrase with the whole name of a body that it holds only a part of.

        "Muslim Brotherhood leader", "National Human Rights Commission (NHRC) chairperson"
        """
        first, last = phrase.first, phrase.last
        short = bracketed(words, first - 1)
        if short and first - 2 in bodies and words.texts[first - 1].isupper():
            first -= 2
        if words.previous(first) and first - 1 in bodies and self.edits(words, phrase.head):
            first -= 1  # "Yemen Today business editor"
        if first in bodies and bodies[first][1] < phrase.head:
            first = bodies[first][0]
        if last in bodies and bodies[last][0] > phrase.head:
            last = max(last, bodies[last][1])
        return Phrase(first, phrase.head, last)

    def lowered(self, words: Words, first: int, text: str) -> str:
        """Put the first letter in lower case where only the sentence's start raised it."""
        word = text.split()[0]
        low = word.lower()
        titles = self.lexicon.titles
        common = low in titles.modifiers or low in titles.dropped or self.lexicon.is_role(word)
        if low in titles.capitalized or not common or not words.opens(first):
            return text
        rest = text[len(word) :].split()
        if any(w[0].isupper() for w in rest[:2]):
            # "Ministry of Justice spokesman" keeps the capital of its name
            return text
        return text[0].lower() + text[1:]


def limited(
    words: Words, phrase: Phrase, bodies: Mapping[int, Offsets], phrases: RolePhrases
) -> Phrase:
    """Return the phrase without what is no part of the role.

    ``bodies`` has for each word of a body's name the first and last word of it.
    """
    wording = phrases.wording
    head, last = phrase.head, phrase.last
    held = words.texts[head].lower() in wording.held
    if held and words.texts[last].lower() not in wording.closing:
        # "prisoner of the N8 penitentiary", but "prisoner of conscience"
        last = head
    for k in range(head + 1, last):
        if words.texts[k] in wording.where and k - 1 in bodies and k not in bodies:
            # "coordinator of the Prison Pastoral | in the diocese"
            last = k - 1
            break
    return replace(phrase, first=_first(words, phrase, bodies, phrases), last=last)


def _first(words: Words, phrase: Phrase, bodies: Container[int], phrases: RolePhrases) -> int:
    first, head = phrase.first, phrase.head
    kin = words.texts[head].lower() in phrases.lexicon.titles.kinship
    if kin and first and words.gap(first - 1) in phrases.possessive:
        return _possessor(words, first - 1, phrases)
    while first < head and words.texts[first].endswith(phrases.closed.age_endings):
        first += 1
    if first == head:
        return first
    low = words.texts[first].lower()
    counted = phrases.wording.determiners - phrases.closed.definite
    if first and low in phrases.wording.ordinals and words.texts[first - 1].lower() in counted:
        # "A third defendant", "his second lawyer", but "the first deputy"
        return first + 1
    beside = head == first + 1 and first not in bodies
    return head if beside and _is_town(words, first, phrases) else first


def _possessor(words: Words, i: int, phrases: RolePhrases) -> int:
    """Return the first word of whose relative it is: "Mr Dunsmore's mother", "the trader's ..."."""
    if not words.capital(i):
        return phrases.leftward(words, i)
    while words.previous(i) and words.capital(i - 1):
        i -= 1
    return i


def _is_town(words: Words, i: int, phrases: RolePhrases) -> bool:
    """Tell whether a role begins behind the name of a town: "Lae | lawyer Agnes Tomuriesa"."""
    word, role = words.texts[i], words.texts[i + 1]
    known = word.lower() in phrases.modifiers or bool(phrases.nouns.get(word.lower()))
    town = words.capital(i) and not word.isupper() and not (known and words.opens(i))
    works = role in phrases.wording.held or role in phrases.lexicon.titles.professions
    return town and works and role.islower()

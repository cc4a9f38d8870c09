"""A role phrase read from its first word on: "first deputy prosecutor-general of the country"."""

from dataclasses import dataclass

from custody_records.annotate.names.words import PLURAL_POSSESSIVE, SPACES, Words
from custody_records.annotate.people.phrases import (
    MOST,
    Phrase,
    RolePhrases,
)

_MOST_UNKNOWN = 3
_SHORTEST_AGENT = 5  # letters
_CLOSING = (",", ".", ";", ")")


@dataclass(slots=True)
class _Begun:
    """A role that is being read; ``owner`` is where the noun begins that it is somebody's of."""

    first: int
    loose: bool
    head: int | None = None
    owner: int | None = None
    unknown: int = 0


class ForwardReader:
    """Reads the role phrase that begins at a word."""

    def __init__(self, phrases: RolePhrases) -> None:
        self.phrases = phrases
        self.lexicon = phrases.lexicon

    def read(self, words: Words, i: int, *, loose: bool = False) -> Phrase | None:
        """Return the role that begins at word ``i``, with its tail.

        ``loose`` is for what stands behind an article: there any noun or adjective in lower case
        may qualify the role word ("a retired teacher", "a boda boda rider").
        """
        start = self.past_judgements(words, i)
        if start is None:
            return None
        i, begun = start, _Begun(start, loose)
        while i < len(words) and i - begun.first < MOST and self.takes(words, i, begun):
            if self.phrases.is_role(words.texts[i]) or (loose and self.agent(words, i)):
                begun.head = i
            if not self.goes_on(words, i, begun):
                break
            i += 1
        head, first = begun.head, begun.first
        if head is None:
            return None
        kin = words.texts[head].lower() in self.lexicon.titles.kinship
        if begun.owner is not None and kin:
            first = begun.owner
        return Phrase(first, head, self.phrases.tail(words, head))

    def agent(self, words: Words, i: int) -> bool:
        """Tell whether an unknown noun that closes an apposition is a work: ", a roofer,"."""
        word, gap = words.texts[i], words.gap(i)
        after = words.next(i)
        closed = gap[:1] in _CLOSING or after in self.phrases.wording.loose
        if not word.islower() or not closed:
            return False
        known = self.phrases.nouns.get(word)
        endings = self.phrases.wording.agent_endings
        long = len(word) >= _SHORTEST_AGENT and word.endswith(endings)
        return (long or word in endings) and (
            not known or any("person" in entry.noun.denotes for entry in known)
        )

    def past_judgements(self, words: Words, i: int) -> int | None:
        """Return the word behind what is no part of a role: "prominent", "Kazakh"."""
        titles = self.lexicon.titles
        while i < len(words):
            low = words.texts[i].lower()
            adjective = words.texts[i].partition("-")[0] in self.lexicon.demonyms
            if low not in titles.dropped and not (adjective and low not in titles.modifiers):
                break
            if words.gap(i) not in SPACES | self.phrases.possessive:
                return None
            i += 1
        return i

    def takes(self, words: Words, i: int, begun: _Begun) -> bool:
        """Tell whether word ``i`` can be of the role."""
        if self.phrases.modifies(words, i) or self.phrases.inner(words, i):
            return True
        if begun.loose and self.agent(words, i):
            return True
        begun.unknown += 1
        if begun.head is not None or not (begun.loose and begun.unknown <= _MOST_UNKNOWN):
            return False
        return self.phrases.qualifies(words, i)

    def goes_on(self, words: Words, i: int, begun: _Begun) -> bool:
        """Tell whether the role can go on behind word ``i``.

        "Human Rights Watch's senior researcher": the owner is not of the role, but "prisoner's
        mother" (record contract, section 4).
        """
        gap, word = words.gap(i), words.texts[i]
        if gap in self.phrases.possessive and not self.phrases.womens(word.lower()):
            if word.islower() and begun.owner is None:
                begun.owner = begun.first
            begun.first, begun.head, begun.loose = i + 1, None, True
            return True
        return gap in SPACES or gap in PLURAL_POSSESSIVE or gap in self.phrases.possessive

    def past_honours(self, words: Words, last: int) -> tuple[int, list[Phrase]]:
        """Return the last word of a name with the letters behind it, and those: "X Y | KC"."""
        i = last + 1
        if words.next(last) in self.phrases.wording.honours:
            return i, [Phrase(i, i, i)]
        return last, []

"""Read the counted noun phrase that follows a number.

Without a tagger: the phrase runs over words of open classes up to its first plural noun, and on
while the next word is a plural too ("human rights defenders"). It takes in its "of ..." where
that tells what kind of thing is counted ("reports of torture and other ill-treatment").
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from custody_records.annotate.figures.lexicon import FigureLexicon, Words

_WORD = re.compile(r"[^\W\d_](?:[\w’'./&-]*[^\W_])?(?:’|')?|[0-9]+-[^\W\d_][\w-]*")
_GAP = re.compile(r"[ \xa0\"“”‘«»]*")
_NUMBER = re.compile(r"[ \xa0]+\d")
_LONGEST = 8
_NO_NAMES: Mapping[int, int] = MappingProxyType({})


class Word(NamedTuple):
    """A word at ``[start, end)`` in characters."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word case folded."""
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Unit:
    """A counted phrase at ``[start, end)``; ``head`` is its head noun as printed.

    ``apart``: the phrase sets its things apart from ones named before ("three more detainees").
    """

    start: int
    end: int
    head: str
    apart: bool = False


def words(text: str, position: int, end: int) -> Iterator[Word]:
    """Yield the words from ``position`` on, up to the first punctuation mark or ``end``."""
    while gap := _GAP.match(text, position, end):
        found = _WORD.match(text, gap.end(), end)
        if not found or (gap.end() == position and position > 0 and text[position - 1].isalnum()):
            return
        yield Word(found[0], found.start(), found.end())
        position = found.end()


def read(
    text: str,
    position: int,
    end: int,
    lexicon: FigureLexicon,
    *,
    single: bool = False,
    names: Mapping[int, int] = _NO_NAMES,
) -> Unit | None:
    """Return the counted phrase after a number that ends at ``position``, if there is one.

    ``single``: the number is one, so that the head is a singular noun for a human being.
    ``names`` are bodies' names, start → end: in "14 Citizens Coalition members" no head is sought.
    """
    classes = lexicon.words
    phrase = list(islice(_outside(names, words(text, position, end)), _LONGEST))
    apart = bool(phrase) and (
        phrase[0].low in classes.further or phrase[0].low in classes.different
    )
    while phrase and phrase[0].low in classes.further - classes.others:
        del phrase[0]
    head = _single_head(phrase, classes) if single else _plural_head(text, phrase, classes)
    if head is None:
        return None
    return Unit(
        start=phrase[0].start,
        end=_complement_end(text, phrase[head].end, end, classes),
        head=phrase[head].text,
        apart=apart,
    )


def of_participle(text: str, position: int, end: int, lexicon: Words) -> Unit | None:
    """Return a participle that stands for people: "23 of the accused"."""
    first = next(words(text, position, end), None)
    if first is None or first.low not in lexicon.of_people:
        return None
    return Unit(first.start, first.end, first.text)


def _outside(names: Mapping[int, int], found: Iterator[Word]) -> Iterator[Word]:
    """Make one word, which is no plural, of every name."""
    reached = 0
    for word in found:
        if word.start < reached:
            continue
        reached = names.get(word.start, 0)
        yield Word("Name", word.start, reached) if reached > word.end else word


def _single_head(phrase: list[Word], lexicon: Words) -> int | None:
    head = None
    for index, word in enumerate(phrase[:5]):
        if word.low in lexicon.stops or word.low in lexicon.and_ or word.low in lexicon.pasts:
            break
        if lexicon.singular(word.text) == word.low and lexicon.is_person(word.text):
            head = index
        elif head is not None:
            break
    return head


def _plural_head(text: str, phrase: list[Word], lexicon: Words) -> int | None:
    """Return the index of the last noun of the phrase."""
    for index, word in enumerate(phrase):
        if word.low in lexicon.and_:
            if index == 0:
                return None
            continue
        if word.low in lexicon.stops or (word.low in lexicon.pasts and index == 0):
            return None
        if _plural(word, lexicon):
            return _coordinated(text, phrase, _last_noun(phrase, index, lexicon), lexicon)
    return None


def _plural(word: Word, lexicon: Words) -> bool:
    return lexicon.is_plural(word.text)


def _last_noun(phrase: list[Word], index: int, lexicon: Words) -> int:
    """Go on from a plural over plurals ("human rights defenders", "staff members")."""
    while index + 1 < len(phrase):
        following = phrase[index + 1]
        low = following.low
        if low in lexicon.stops or low in lexicon.pasts or low in lexicon.of_people:
            break
        if _plural(following, lexicon):
            index += 1
        elif (
            index + 2 < len(phrase)
            # "human rights group members", "plain-clothes NYPD officers"
            and (following.low in lexicon.compound_nouns or following.text.isupper())
            and _plural(phrase[index + 2], lexicon)
        ):
            index += 2
        else:
            break
    return index


def _coordinated(text: str, phrase: list[Word], head: int, lexicon: Words) -> int:
    """Take in "and" with one more bare plural: "prisons and penitentiaries"."""
    if head + 2 < len(phrase) and phrase[head + 1].low in lexicon.and_:
        second = phrase[head + 2]
        # "13 officers and then-Commissioners X", "13 officers and Judges Y": no bare nouns
        alike = second.text.islower() or phrase[head].text[0].isupper()
        verb = _is_verb(text, phrase, head + 2, lexicon)
        if not verb and _plural(second, lexicon) and second.low not in lexicon.stops and alike:
            return _last_noun(phrase, head + 2, lexicon)
    return head


def _is_verb(text: str, phrase: list[Word], index: int, lexicon: Words) -> bool:
    """Tell whether what looks like a plural is a verb: "1,000 guards and allows two more calls".

    Its object follows: a number, a determiner, a pronoun, or a bare noun ("sells fish balls"); no
    participle does ("doctors and nurses working there").
    """
    word = phrase[index]
    if _NUMBER.match(text, word.end) or word.low in lexicon.speech:
        return True
    if index + 1 >= len(phrase):
        return False
    following = phrase[index + 1]
    if following.low in lexicon.determiners:
        return True
    participle = (
        following.low.endswith(lexicon.participle_endings) or following.low in lexicon.pasts
    )
    bare = following.low not in lexicon.stops and following.low not in lexicon.of_people
    noun = _plural(following, lexicon) and lexicon.is_person(word.text)
    return bare and not participle and not noun


def _complement_end(text: str, position: int, end: int, lexicon: Words) -> int:
    """Return where the phrase ends with its "of ...", if that is bare words."""
    following = list(islice(words(text, position, end), 7))
    if len(following) < 2 or following[0].low not in lexicon.of:
        return position
    last = position
    for index, word in enumerate(following[1:], start=1):
        joins = word.low in lexicon.and_ and index > 1
        inner = word.text[0].isupper() and following[index - 1].text[0].isupper()
        if (word.low in lexicon.stops or word.low in lexicon.pasts) and not inner:
            break  # but "employees of Temirov Live" is one name
        if joins:
            continue
        last = word.end
        if _plural(word, lexicon):
            break
    return last

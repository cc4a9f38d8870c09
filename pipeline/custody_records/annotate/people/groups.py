"""What is said of several people at once, before or behind the list of their names."""

from itertools import pairwise

from custody_records.annotate.names.words import SPACES, Words
from custody_records.annotate.people.phrases import Phrase
from custody_records.annotate.people.roles import RoleReader
from custody_records.annotate.people.writing import Offsets

_REACH = 30  # words before "one of them"
_FAR = 90  # words between a counted group and its names
_SEVERAL = 3  # names of a list whose number tells the group, whoever is named between


class GroupReader:
    """Reads the role, in the singular, of each of a list; ``reader`` reads the role phrases."""

    def __init__(self, reader: RoleReader) -> None:
        self.reader = reader
        self.wording = reader.wording
        self.counts = reader.phrases.counts
        self.closed = reader.lexicon.closed

    def of_group(
        self, words: Words, first: int, bodies: dict[int, Offsets], *, several: bool
    ) -> str | None:
        """Return the role, in the singular, of a list that begins with the name at ``first``."""
        first = self.opening(words, first)
        if first == 0:
            return None
        i = self.before_naming(words, first)
        if words.gap(i) in SPACES | {", "}:
            return self.beside(words, i, bodies, several=several)
        return None

    def opening(self, words: Words, first: int) -> int:
        """Return where the list begins with the titles of its first name.

        "two guards, the 42-year-old Major A. B. and C. D."
        """
        before = self.reader.phrases.before(words, first)
        if before and words.texts[before[0].head].lower() in self.reader.phrases.roles:
            first = before[0].first
        while first and self.leads(words.texts[first - 1].lower()):
            first -= 1
        return self.reader.past_courtesy(words, first)

    def ranked(self, words: Words, first: int) -> int:
        """Return where a rank or religious title before a name begins: "and | Sister Emebet"."""
        before = self.reader.phrases.before(words, first)
        titles = self.reader.lexicon.titles
        ranks = all(
            words.texts[phrase.head].lower() in titles.ranks | titles.religious for phrase in before
        )
        return before[0].first if before and ranks else first

    def leads(self, low: str) -> bool:
        """Tell whether a word leads to the title of a name: "the", "42-year-old"."""
        return low in self.closed.definite or low.endswith(self.closed.age_endings)

    def before_naming(self, words: Words, first: int) -> int:
        """Return the last word before the list and before what leads to it.

        "lawyers led by Mr X and Ms Y", "prisoners, among them X and Y"
        """
        i = first - 1
        for length in (1, 2):
            naming = " ".join(words.texts[max(0, first - length) : first])
            if naming in self.wording.naming and first > length:
                i = first - length - 1
        return i

    def beside(
        self, words: Words, i: int, bodies: dict[int, Offsets], *, several: bool
    ) -> str | None:
        """Return the role in the plural that ends at word ``i``."""
        role = self.reader.lexicon.role_of_several(words.texts[i])
        if role:
            return self.group_role(words, i, role, bodies)
        held_of = words.texts[i] in self.reader.lexicon.titles.held_of | self.wording.closing
        ended = words.gap(i) == ", " or i in bodies or held_of
        return self.group_with_tail(words, i, bodies) if several and ended else None

    def group_with_tail(self, words: Words, last: int, bodies: dict[int, Offsets]) -> str | None:
        """Return the role of "deputy heads of the colony A. B. and C. D.", in the singular."""
        for head in range(last - 1, max(-1, last - 9), -1):
            word = words.texts[head]
            if words.gap(head) not in SPACES or word in self.reader.lexicon.titles.ends_role:
                return None
            if words.texts[head + 1].endswith(self.closed.past_endings):
                return None
            role = self.reader.lexicon.role_of_several(word)
            if role:
                of_role = words.texts[head + 1] in self.closed.belonging
                if not (
                    of_role or (last in bodies and words.texts[head + 1] in self.wording.where)
                ):
                    return None
                tail = words.text[words.starts[head + 1] : words.ends[last]]
                return f"{self.group_role(words, head, role, bodies)} {' '.join(tail.split())}"
        return None

    def picked(self, words: Words, first: int) -> bool:
        """Tell whether "one of the lawyers, " stands before the name at ``first``."""
        first = self.reader.past_courtesy(words, first)
        return (
            first > 3
            and words.gap(first - 1) == ", "
            and words.texts[first - 2] in self.wording.of_group
            and words.texts[first - 3] in self.closed.genitive
            and self.picks(words.texts[first - 4].lower())
        )

    def of_pronoun(self, words: Words, first: int) -> str | None:
        """Return the role of the group that "one of them, " before the name at ``first`` means.

        The group is the last noun of people in the plural before, which must be a role.
        """
        first = self.reader.past_courtesy(words, first)
        if not (
            first > 3
            and words.gap(first - 1) == ", "
            and words.texts[first - 1] in self.wording.pronouns
            and words.texts[first - 2] in self.closed.genitive
            and self.picks(words.texts[first - 3].lower())
        ):
            return None
        group: int | None = None
        for k in range(first - 4, max(-1, first - _REACH), -1):
            if "\n" in words.gap(k) or (group is not None and words.opens(k + 1)):
                break
            if self.reader.phrases.nouns.are_people(words.texts[k]):
                group = k  # of several in a sentence the first, its subject
        role = (
            self.reader.lexicon.role_of_several(words.texts[group]) if group is not None else None
        )
        return self.group_role(words, group, role, {}) if role and group is not None else None

    def told_before(
        self,
        words: Words,
        first: int,
        size: int,
        starts: frozenset[int],
        bodies: dict[int, Offsets],
    ) -> str | None:
        """Return the role of a group of that ``size`` that the text told just before its names.

        "Two former jailers pleaded guilty on Thursday. ... A. B., 31, and C. D., 44, admitted to
        it": nobody is named between, and the group is counted.
        """
        for k in range(first - 1, max(-1, first - _FAR), -1):
            if k in starts and size < _SEVERAL:
                return None
            role = self.reader.lexicon.role_of_several(words.texts[k])
            if role is None:
                continue
            start = self.reader.phrases.leftward(words, k)
            while words.before(start) in self.reader.lexicon.titles.dropped:
                start -= 1  # "two other journalists"
            count = words.before(start)
            if self.reader.ages.words.get(count) != size:
                if size < _SEVERAL:
                    return None
                continue
            return self.group_role(words, k, role, bodies)
        return None

    def picks(self, low: str) -> bool:
        """Tell whether a word takes some of a group: "two", "another"."""
        return low in self.counts or low in self.wording.some

    def group_role(self, words: Words, head: int, role: str, bodies: dict[int, Offsets]) -> str:
        """Return modifiers and singular role word of the plural at ``head``."""
        first = self.reader.phrases.leftward(words, head)
        first = self.reader.writer.whole(words, Phrase(first, head, head), bodies).first
        modifiers = words.text[words.starts[first] : words.starts[head]]
        return self.reader.writer.lowered(words, first, " ".join((modifiers + role).split()))

    def lists(self, words: Words, names: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
        """Return the runs of names joined by commas and "and": ``(first, last)`` words of each."""
        runs: list[list[tuple[int, int]]] = [[name] for name in names[:1]]
        for (_, last), after in pairwise(names):
            start = max(last + 1, self.ranked(words, after[0]))
            between = words.text[words.ends[last] : words.starts[start]]
            if self.wording.between_names.fullmatch(between):
                runs[-1].append(after)
            else:
                runs.append([after])
        return runs

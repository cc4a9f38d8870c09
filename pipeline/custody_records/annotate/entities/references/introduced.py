"""Who an opening only describes, by the name that the text gives next.

"A trader says that warders beat him. ... Juma Katana, 41, told reporters": a person who comes into
a text without a title and without a word on who he is has been spoken of before. So have as many
as an opening counts: "Two inmates escaped on Monday. Dale Prentice, 29, and Corey Mutch, 34, ...".
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from custody_records.annotate.entities.entity import Entity, PersonEntity
from custody_records.annotate.entities.references.groups import Group, single
from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.entities.references.roles import Roles
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of, sentences_of, text_of

_OPENING = 3  # sentences, with the headline, in which somebody may stand without a name
_REACH = 4  # sentences from there to the name
_BEFORE = 5  # tokens before a noun among which its article or number stands
_NOUN_AFTER_AGE = 3  # tokens from "18-year-old" to the noun that it describes
_NEXT = 2  # sentences from "a man" to his name and age
_AGED = 6  # tokens from a number to the "old" of "24-year-old"
_OPENS = frozenset([",", "(", "-", "–", "—"])


class Introduced:
    """Finds names for the nouns of one doc's opening, the first noun for people of each sentence.

    ``rows``: the people named in rows, in text order.
    """

    def __init__(self, doc: Doc, lexicon: ParticipantLexicon, rows: Sequence[Group]) -> None:
        self.lexicon = lexicon
        self.words = lower_of(doc)
        self._doc, self._text = doc, text_of(doc)
        self._sentences = list(sentences_of(doc))
        self._starts = [sentence.start for sentence in self._sentences]
        self._roles = Roles.of(doc)
        self._entities: tuple[Entity, ...] = doc._.entities or ()
        self._named = {span.start for span in doc.spans.get("people", ())}
        self._firsts = self._first_mentions(doc, rows)

    def by_noun(self) -> Iterator[tuple[int, tuple[Referent, ...]]]:
        """Yield (token, whom it means) for each noun of the opening that a name follows."""
        yield from self._by_age()
        yield from self._by_next()
        first = self._firsts[0].start if self._firsts else 0
        for sentence in self._sentences[:_OPENING]:
            tokens = range(sentence.start, min(sentence.end, first))
            index = next((i for i in tokens if self._is_person(i) and not self._is_owned(i)), None)
            row = self._row_after(index, sentence) if index is not None else None
            if index is not None and row is not None:
                yield index, row.members

    def _by_age(self) -> Iterator[tuple[int, tuple[Referent, ...]]]:
        """Yield the nouns told with an age that one person of the text has, named later.

        "A 24-year-old undertrial died. ... Imran Desai, 24, had been arrested in May."
        """
        ages = self._people_by_age() if self._firsts else {}
        for index, word in enumerate(self.words if ages else ()):
            same = ages.get(word, [])
            if len(same) != 1 or (noun := self._noun_of_age(index)) is None:
                continue
            if same[0].start > noun and self._agree(noun, same[0]):
                yield noun, same[0].members

    def _by_next(self) -> Iterator[tuple[int, tuple[Referent, ...]]]:
        """Yield the noun for one person to whom a sentence right behind it gives name and age.

        "Deputies caught a man on Monday. Dale Prentice, 22, was in a kayak", "One of the men walked
        away. Dale Prentice, 22, was found", "A man was killed. He was named as Dale Prentice".
        """
        for row in self._firsts:
            here = bisect_right(self._starts, row.start) - 1
            if len(row.members) > 1 or not (self._opens_with_age(row) or self._is_naming(row)):
                continue
            for sentence in reversed(self._sentences[max(0, here - _NEXT) : here]):
                nouns = [i for i in range(sentence.start, sentence.end) if self._comes_in(i)]
                if nouns:
                    if len(nouns) == 1 and self._agree(nouns[0], row):
                        yield nouns[0], row.members
                    break

    def _opens_with_age(self, row: Group) -> bool:
        """Tell whether a name opens a sentence, an age right behind it."""
        behind = self.words[row.end : row.end + 2]
        return row.start in self._starts and behind[:1] != [] and self._is_age(behind)

    def _is_age(self, behind: Sequence[str]) -> bool:
        return len(behind) > 1 and behind[0] in _OPENS and behind[1].isdigit()

    def _is_naming(self, row: Group) -> bool:
        """Tell whether a sentence gives somebody spoken of his name: "he was identified as A"."""
        first = self._starts[bisect_right(self._starts, row.start) - 1]
        before = " ".join(self.words[first : row.start])
        return self.lexicon.phrases.identifying.fullmatch(before) is not None

    def _comes_in(self, index: int) -> bool:
        """Tell whether a noun brings in one person: "a man", "one of the inmates"."""
        before = self.words[max(0, index - _BEFORE) : index]
        if self.words[index] not in self.lexicon.people or index + 1 in self._named:
            return False
        if self.lexicon.is_plural(self.words[index]):
            return " ".join(before[-3:]) in self.lexicon.phrases.one_of
        closed = self.lexicon.words.closed
        after = self.words[index + 1 : index + 2]
        if not closed.possessives.isdisjoint(after):
            return False
        bringing = closed.indefinite | self.lexicon.phrases.single
        near = next((i for i, word in enumerate(reversed(before)) if word in bringing), None)
        if near is None:
            return False
        others = before[len(before) - near :]
        return not any(w in self.lexicon.people or w in _OPENS for w in others)

    def _is_owned(self, index: int) -> bool:
        """Tell whether a noun is somebody's who is told of: "the family of a man"."""
        after = self.words[index + 1 : index + 2]
        return self.words[index] in self.lexicon.kin and not (
            self.lexicon.words.closed.genitive.isdisjoint(after)
        )

    def _people_by_age(self) -> dict[str, list[Group]]:
        """Return the first mentions of people by their age in years, in digits."""
        found: dict[str, list[Group]] = {}
        for group in self._firsts:
            for member in group.members:
                entity = self._entities[member.entity] if member.entity is not None else None
                if isinstance(entity, PersonEntity) and entity.age is not None:
                    row = Group(group.start, group.end, group.heads, (member,), 1)
                    found.setdefault(str(entity.age), []).append(row)
        return found

    def _noun_of_age(self, index: int) -> int | None:
        """Return the noun for one person of whom a number is the age, or None.

        "A 24-year-old undertrial", "a 24-year-old", "an undertrial aged 24".
        """
        closed, words = self.lexicon.words.closed, self.words
        if not closed.indefinite.isdisjoint(words[max(0, index - 1) : index]):
            old = next(
                (i for i in range(index, index + _AGED) if set(words[i : i + 1]) & closed.aged), -1
            )
            if old < 0 or closed.years.isdisjoint(words[index:old]):
                return None
            ahead = range(old + 1, old + 1 + _NOUN_AFTER_AGE)
            return next((i for i in ahead if self._is_one(i)), old)
        told = not self.lexicon.phrases.at_age.isdisjoint(words[max(0, index - 1) : index])
        return index - 2 if told and self._is_one(index - 2) else None

    def _is_one(self, index: int) -> bool:
        word = self.words[index] if 0 <= index < len(self.words) else ""
        return word in self.lexicon.people and not self.lexicon.is_plural(word)

    def _is_person(self, index: int) -> bool:
        """Tell whether a word names people, or is the "old" of "an 18-year-old"."""
        closed, word = self.lexicon.words.closed, self.words[index]
        if word in closed.aged and not closed.years.isdisjoint(
            self.words[max(0, index - 2) : index]
        ):
            ahead = self.words[index + 1 : index + 1 + _NOUN_AFTER_AGE]
            return not any(w in self.lexicon.people for w in ahead)
        return word in self.lexicon.people

    def _first_mentions(self, doc: Doc, rows: Sequence[Group]) -> list[Group]:
        """Return the people in rows and alone where the text first names them, no spokesmen."""
        in_row = {head for row in rows for head in row.heads}
        people = doc.spans.get("people", ())
        known: set[int | None] = set()
        found: list[Group] = []
        alone = (single(span) for span in people if span.end - 1 not in in_row)
        for row in sorted((*rows, *alone), key=lambda group: group.start):
            ids = {member.entity for member in row.members}
            full = all(" " in self._text[m.start : m.end] for m in row.members)
            if full and known.isdisjoint(ids) and not any(map(self._is_spokesman, ids)):
                found.append(row)
            known |= ids
        return found

    def _is_spokesman(self, entity: int | None) -> bool:
        return not self.lexicon.spokesmen.isdisjoint(self._roles.of_person(entity))

    def _row_after(self, index: int, sentence: Span) -> Group | None:
        """Return those who are named next, if they are as many as the noun speaks of."""
        if not self._opens(index, sentence):
            return None
        row = next((row for row in self._firsts if self._is_bare(row)), None)
        if row is None:
            return None
        here = bisect_right(self._starts, index)
        there = bisect_right(self._starts, row.start)
        if not 0 < there - here <= _REACH:
            return None
        plural = self.lexicon.is_plural(self.words[index])
        size = self._counted(index, sentence) if plural else 1
        if size != row.size or len(row.members) != size:
            return None
        return row if plural or self._agree(index, row) else None

    def _opens(self, index: int, sentence: Span) -> bool:
        """Tell whether a noun brings somebody in: with "a" or a number, in a headline with none."""
        owner = not self.lexicon.words.closed.possessives.isdisjoint(
            self.words[index + 1 : index + 2]
        )
        if owner or self.words[index] in self.lexicon.offices or index + 1 in self._named:
            return False
        before = self.words[max(sentence.start, index - _BEFORE) : index]
        articles = self.lexicon.words.closed.indefinite
        return (
            index == sentence.start
            or not articles.isdisjoint(before)
            or self._counted(index, sentence) is not None
        )

    def _counted(self, index: int, sentence: Span) -> int | None:
        before = self.words[max(sentence.start, index - _BEFORE) : index]
        sizes = (self.lexicon.sizes.get(word) for word in reversed(before))
        return next((size for size in sizes if size is not None), None)

    def _is_bare(self, row: Group) -> bool:
        """Tell whether a name comes without a title and a word on who he is.

        "The deceased, A, 26," is somebody of whom the text has told.
        """
        before = row.start - 1
        while before >= 0 and self._doc[before].is_space:
            before -= 1
        opens = before < 0 or row.start in self._starts
        if not opens and (self._doc[before].is_title or self._is_apart(before)):
            return self._is_told_of_again(before)
        behind = self.words[row.end : row.end + 2]
        if len(row.members) == 1 and behind[:1] and behind[0] in _OPENS and behind[1:]:
            described = self.lexicon.phrases.leading | self.lexicon.words.pronouns.relative
            return behind[1].isdigit() or behind[1] not in described
        return True

    def _is_told_of_again(self, index: int) -> bool:
        """Tell whether a mark before a name closes a noun with "the": "the deceased, A, ..."."""
        words, closed = self.words, self.lexicon.words.closed
        return (
            self._doc[index].text in _OPENS
            and words[index - 1] in self.lexicon.people
            and words[index - 1] not in self.lexicon.offices
            and words[index - 2] in closed.definite
        )

    def _is_apart(self, index: int) -> bool:
        """Tell whether a word before a name says who he is, sets him off, or lets him speak."""
        word = self.words[index]
        return word in self.lexicon.people or word in _OPENS or word in self.lexicon.saying

    def _agree(self, index: int, row: Group) -> bool:
        """Tell whether nothing that is said of somebody speaks against the noun."""
        word = self.words[index]
        roles = self._roles.of_person(row.members[0].entity)
        sexes = (
            self.lexicon.sex_of_word(word),
            self.lexicon.sex_of_name(self._doc[row.start : row.end].text),
        )
        apart = None not in sexes and sexes[0] != sexes[1]
        others = self.lexicon.kin | self.lexicon.causes
        return not apart and (word in roles or others.isdisjoint(roles))

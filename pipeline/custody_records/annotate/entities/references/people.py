"""Whom a pronoun or a description stands for: the person or group that the text named last.

Looks back from the pronoun: first in its own sentence, then at most ``REACH`` sentences. In the
pronoun's own sentence the first fitting name is taken, for it is the likely subject; in an
earlier sentence likewise. No parse is needed, so that it works over sentences nobody parsed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span

from custody_records.annotate.entities.entity import Entity, PersonEntity
from custody_records.annotate.entities.references.candidates import Candidate, likeliest
from custody_records.annotate.entities.references.groups import (
    OTHERS_REACH,
    Group,
    apposed_after,
    groups,
    named_among,
    single,
)
from custody_records.annotate.entities.references.introduced import Introduced
from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.entities.references.relatives import Relatives
from custody_records.annotate.entities.references.roles import Roles
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of, sentences_of, starts_of

Offsets = tuple[int, int]  # first character and the one after the last

REACH = 4
_CAPACITY = 3  # tokens before a noun among which its "as a" stands
_OF_REACH = 4  # tokens between "of" and its noun
_SAYING = 4  # tokens before a name in which a word of saying may stand: "said the warden, A"


class PeopleReferences:
    """All candidates of a doc, in text order."""

    def __init__(self, doc: Doc, lexicon: ParticipantLexicon) -> None:
        self.lexicon = lexicon
        self._doc = doc
        self.entities: tuple[Entity, ...] = doc._.entities or ()
        self._sexes: dict[int, str | None] = {}
        self.words = lower_of(doc)
        self.sentence_of: list[int] = []
        for number, sentence in enumerate(sentences_of(doc)):
            self.sentence_of.extend([number] * len(sentence))
        people = {span.start: span for span in doc.spans.get("people", ())}
        # "Association for Political Prisoners": the prisoners in a name are nobody.
        inside = {
            index
            for span in (*people.values(), *doc.spans.get("organizations", ()))
            for index in range(span.start, span.end)
        }
        self.groups: list[Group] = groups(doc, people.values(), lexicon)
        in_row = {head for group in self.groups for head in group.heads}
        self._singles = [single(s) for s in people.values() if s.end - 1 not in in_row]
        self._singles.sort(key=lambda row: row.start)
        self.roles = Roles.of(doc)
        self.introduced = dict(Introduced(doc, lexicon, self.groups).by_noun())
        self._ends = [sentence.end for sentence in sentences_of(doc)]
        self.relatives = Relatives(doc, lexicon)
        self.candidates: list[Candidate] = []
        for index, word in enumerate(self.words):
            if index in people:
                self.candidates.append(self._name(people[index]))
                self.relatives.note(people[index], self._owner)
            elif index in inside:
                continue
            elif word in lexicon.people and not self._describes(index, people):
                self.candidates.append(self._described(doc, index) or self._noun(doc, index))
            elif word in lexicon.phrases.subjects:
                # "He ... the monument to X. He was detained": the first "he" carries on.
                meant = self._last(index, plural=False, sex=lexicon.sex_of_word(word))
                if meant is not None:
                    self.candidates.append(replace(meant, index=index, sentence=self._at(index)))
        self._index()

    def _describes(self, index: int, names: Container[int]) -> bool:
        """Tell whether a noun is a title of a name, or what somebody came as: "as a priest"."""
        before = self.words[max(0, index - _CAPACITY) : index]
        small = self.lexicon.words.closed
        as_what = not small.capacity.isdisjoint(before) and not small.indefinite.isdisjoint(before)
        return index + 1 in names or as_what

    def _index(self) -> None:
        """Prepare the look-ups of descriptions."""
        self._owned: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            if candidate.owned:
                self._owned.setdefault(candidate.owned, []).append(candidate)

    def sex_of(self, entity_id: int | None) -> str | None:
        """Return "m", "f" or None of a named person, by the fullest name and the roles."""
        entity = self.entities[entity_id] if entity_id is not None else None
        if not isinstance(entity, PersonEntity):
            return None
        if entity.id not in self._sexes:
            kin = (self.lexicon.sex_of_word(role.split()[-1].lower()) for role in entity.roles)
            by_name = self.lexicon.sex_of_name(entity.canonical)
            self._sexes[entity.id] = by_name or next(filter(None, kin), None)
        return self._sexes[entity.id]

    def _described(self, doc: Doc, index: int) -> Candidate | None:
        """Return the person that "the woman" describes, who is thereby spoken of again."""
        sex = self.lexicon.sex_of_word(self.words[index])
        if (
            sex is None
            or index == 0
            or self.words[index - 1] not in self.lexicon.words.closed.definite
        ):
            return None
        meant = self._last(index, plural=False, sex=sex, named=True)
        return replace(meant, index=index, sentence=self._at(index)) if meant else None

    def _at(self, index: int) -> int:
        return self.sentence_of[index]

    def _name(self, span: Span) -> Candidate:
        before = self.words[max(0, span.start - 3) : span.start]
        meant = Referent.named(span, "person")
        if before[-1:] == [","] and before[-2:-1]:  # "his mother, Anna Petrova"
            before = before[:-1]
        title = self.lexicon.sex_of_word(before[-1]) if before else None
        if title is not None and meant.entity is not None:
            self._sexes[meant.entity] = title  # "Ms. Orlova", and from here on "Orlova"
        official = not self.lexicon.spokesmen.isdisjoint(self.roles.of_person(meant.entity))
        return Candidate(
            span.start,
            self._at(span.start),
            True,
            False,
            title or self.sex_of(meant.entity),
            meant,
            office=any(word in self.lexicon.offices for word in before),
            official=official,
            speaks=official and self._speaks(span),
        )

    def _is_heard(self, index: int) -> bool:
        """Tell whether a noun is only of whoever tells it: "according to a woman who left"."""
        before = self.words[max(0, index - _SAYING) : index]
        return not self.lexicon.phrases.citing.isdisjoint(before)

    def _speaks(self, span: Span) -> bool:
        """Tell whether a word of saying stands beside a name: "A said", "according to A"."""
        beside = (
            *self.words[max(0, span.start - _SAYING) : span.start],
            *self.words[span.end : span.end + 1],
        )
        return not self.lexicon.saying.isdisjoint(beside)

    def _noun(self, doc: Doc, index: int) -> Candidate:
        word = self.words[index]
        owner = self.words[index - 1] if index else ""
        owned = owner in self.lexicon.phrases.possessive
        plural = self.lexicon.is_plural(word)
        name = None if plural else self._name_of(index)
        if name is None and owned and (name := self._counterpart(index)):
            self.introduced[index] = (name,)
        sex = self.lexicon.sex_of_word(word)
        return Candidate(
            index,
            self._at(index),
            False,
            plural,
            sex or (self.sex_of(name.entity) if name else None),
            name or self._phrase(doc, index),
            speaks=self._is_heard(index),
            office=word in self.lexicon.offices,
            owned=word if owned else "",
            owner=owner if owned else "",
            official=word in self.lexicon.officials or (plural and word in self.lexicon.kin),
        )

    def _owner(self, pronoun: int, relative: Span) -> Referent | None:
        """Return whom the pronoun of "his mother, A" names, who is not A."""
        itself = [(relative.start_char, relative.end_char)]
        sex = self.lexicon.sex_of_word(self.words[pronoun])
        owner = self._last(pronoun, plural=False, sex=sex, named=True, other_than=itself)
        return owner.meant if owner is not None else None

    def _counterpart(self, index: int) -> Referent | None:
        """Return who "her son" is: he whose mother the text has introduced, or None."""
        noun = self.words[index]
        if self.words[index + 1 : index + 2] == ["-"]:  # "her brother-in-law"
            return None
        owners = {self.lexicon.sex_of_word(self.words[index - 1]), None}
        sexes = {self.lexicon.sex_of_word(noun), None}
        for candidate in reversed(self._near(index)):
            if candidate.named and candidate.sex in owners:
                meant = self.relatives.counterpart(candidate.meant, noun)
                if meant is not None and self.sex_of(meant.entity) in sexes:
                    return meant
        return None

    def _name_of(self, index: int) -> Referent | None:
        """Return who the noun at a token says somebody is: "her son, 23-year-old A", or None."""
        known = self.introduced.get(index)
        if known is None:
            row = self.apposed_to(index, self._ends[self._at(index)], several=False)
            known = row.members if row is not None else ()
        return known[0] if len(known) == 1 else None

    def _phrase(self, doc: Doc, index: int) -> Referent:
        at = starts_of(doc)
        return Referent(at[index], self._phrase_end(doc, index), at[index], "phrase")

    def _phrase_end(self, doc: Doc, index: int) -> int:
        """Return the end of a noun and, of a relational one, of its "of ..." noun."""
        last = index
        genitive = self.lexicon.words.closed.genitive
        opened = not genitive.isdisjoint(self.words[index + 1 : index + 2])
        if opened and self.words[index] in self.lexicon.relational:
            near = range(index + 2, min(index + 2 + _OF_REACH, len(doc)))
            held = self.lexicon.people, self.lexicon.bodies
            last = next((n for n in near if any(self.words[n] in words for words in held)), index)
        return starts_of(doc)[last] + len(doc[last])

    def apposed_to(self, index: int, end: int, *, several: bool) -> Group | None:
        """Return the row of names that says who the noun at token ``index`` means, or None.

        ``several``: the noun is plural, so that the row has two names or more; else it has one.
        ``end``: the token after the sentence.
        """
        known = self.groups if several else self._singles
        group = next(iter(_after(known, index)), None)
        return apposed_after(self._doc, index, end, group, self.lexicon)

    def named_among(self, index: int, end: int) -> Group | None:
        """Return the row that names some of those whom the plural at token ``index`` counts."""
        near = (*_after(self.groups, index), *_after(self._singles, index))
        group = min(near, key=lambda g: g.start, default=None)
        return named_among(self._doc, index, end, group, self.lexicon)

    def of_group(self, index: int, size: int | None) -> tuple[Referent, ...]:
        """Return the people of the row that "they" or, with its ``size``, "all three" means.

        A group noun named later than the row ("... A and B. Guards ... them") stands before it,
        except for a number, which picks the last row of so many.
        """
        here = self._at(index)
        end = bisect_right(self.groups, index, key=lambda g: g.end)
        start = bisect_left(self.groups, here - REACH, hi=end, key=lambda g: self._at(g.start))
        near = self.groups[start:end]
        if size is not None:
            near = [g for g in near if size in (len(g.members), g.size)]
            return near[-1].members if near else self._counted(index, size)
        if not near:
            return ()
        other = self._last(index, plural=True, sex=None)
        later = other is not None and other.sentence > self._at(near[-1].start)
        return () if later else near[-1].members

    def _counted(self, index: int, size: int) -> tuple[Referent, ...]:
        """Return those named near before a token, officials apart, if they are ``size`` people."""
        named = {c.meant.entity: c.meant for c in self._near(index) if c.named and not c.official}
        return tuple(named.values()) if len(named) == size else ()

    def of_pronoun(
        self,
        index: int,
        word: str,
        other_than: Iterable[Offsets] = (),
        *,
        held: bool = False,
    ) -> Referent | None:
        """Return whom the pronoun at token ``index`` stands for, or None.

        ``other_than``: the subjects of its own clause, whom "him" cannot mean. ``held``: it is
        whom an arrest, sentence or beating befalls, so seldom the judge named beside it.
        """
        if word in self.lexicon.singular_pronouns:
            sex = self.lexicon.sex_of_word(word)
            meant = self._last(index, plural=False, sex=sex, other_than=other_than, held=held)
            if held and meant is None:
                meant = self._last(index, plural=False, sex=sex, other_than=other_than)
            return meant.meant if meant else None
        if word in self.lexicon.plural_pronouns:
            return self.of_several(index, other_than, held=held)
        return None

    def of_several(
        self, index: int, other_than: Iterable[Offsets] = (), *, held: bool = False
    ) -> Referent | None:
        """Return whom "they", or a number without a noun, at token ``index`` stands for."""
        meant = self._last(index, plural=True, sex=None, other_than=other_than, held=held)
        if held and meant is None:
            meant = self._last(index, plural=True, sex=None, other_than=other_than)
        return meant.meant if meant else None

    def of_description(
        self, index: int, word: str, other_than: Iterable[Offsets] = ()
    ) -> Referent | None:
        """Return whom "the activist" or "the mother" at token ``index`` stands for, or None.

        A noun that was somebody's before ("her son ... the son") is that one still; else the
        person named last whose sex the noun does not contradict.
        """
        owned = self._owned.get(word, [])
        before = bisect_left(owned, index, key=lambda c: c.index)
        if before:
            return owned[before - 1].meant
        bearer = self.roles.last(index, word)
        if bearer is not None:
            return bearer
        sex = self.lexicon.sex_of_word(word)
        meant = self._last(index, plural=False, sex=sex, named=True, other_than=other_than)
        return meant.meant if meant else None

    def _last(
        self,
        index: int,
        *,
        plural: bool,
        sex: str | None,
        named: bool = False,
        held: bool = False,
        other_than: Iterable[Offsets] = (),
    ) -> Candidate | None:
        here, others = self._at(index), tuple(other_than)

        def fits(c: Candidate) -> bool:
            agrees = sex is None or c.sex == sex
            if c.plural != plural or not (agrees or (c.named and c.sex is None)):
                return False
            if not (c.named or plural or (sex is not None and agrees)) or (named and not c.named):
                return False
            if (named or held) and c.office:
                return False
            if held and c.speaks and c.sentence != here:
                return False
            return not any(start <= c.meant.head < end for start, end in others)

        own = self.words[index]
        fitting = [
            c
            for c in self._near(index)
            if fits(c) and not (c.sentence == here and self._is_owner(own, c))
        ]
        return likeliest(fitting, sex, held=held) if fitting else None

    def _near(self, index: int) -> list[Candidate]:
        """Return the candidates before a token, at most ``REACH`` sentences back, in text order."""
        end = bisect_left(self.candidates, index, key=lambda c: c.index)
        first = self._at(index) - REACH
        start = bisect_left(self.candidates, first, hi=end, key=lambda c: c.sentence)
        return self.candidates[start:end]

    def _is_owner(self, pronoun: str, candidate: Candidate) -> bool:
        """Tell whether a pronoun is the owner in a candidate: in "his brother ... his death"."""
        if not candidate.owner:
            return False
        plural = self.lexicon.plural_pronouns
        if pronoun in plural:
            return candidate.owner in plural
        sex = self.lexicon.sex_of_word(pronoun)
        return sex is not None and self.lexicon.sex_of_word(candidate.owner) == sex


def _after(rows: list[Group], index: int) -> list[Group]:
    """Return the rows that begin within reach behind a token."""
    first = bisect_right(rows, index, key=lambda row: row.start)
    last = bisect_left(rows, index + OTHERS_REACH, lo=first, key=lambda row: row.start)
    return rows[first:last]

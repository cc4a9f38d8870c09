"""Who takes part in something: from a word of a sentence to an Argument."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from custody_records.annotate.arguments.argument import Argument, Kind, Reference
from custody_records.annotate.entities.entity import Entity, PersonEntity
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names.quotation import QUOTES
from custody_records.annotate.russian.names.words import PeopleWords, plain
from custody_records.annotate.russian.participant_words import ParticipantWords
from custody_records.annotate.tags import NOUNS

RULE = "argument.ru"
_OFFICE = ("nmod", "appos", "amod", "flat:name", "flat")
_COUNTED = ("nsubj", "nsubj:pass")  # what a number stands for there is nobody but people
_FURTHEST = 4  # sentences back in which a pronoun finds its person


class Participants:
    """Finds participants in a doc whose entities are resolved."""

    def __init__(self, doc: Doc, words: ParticipantWords, people: PeopleWords) -> None:
        self.doc = doc
        self.words = words
        self.people = people
        self.index = EntityIndex.of(doc)
        self._people = self._mentions()
        self._genders = self._gender_of_each()
        self._inside = {t.i for span in doc.spans.get("facilities", ()) for t in span}
        self._sentences = [sentence.start for sentence in doc.sents]

    def _mentions(self) -> list[tuple[int, int, Entity]]:
        """Return (first token, last token, entity) of each mention of a person, in order."""
        found = []
        for entity in self.index.of_type("person"):
            for start, end in entity.mentions:
                span = self.doc.char_span(start, end, alignment_mode="expand")
                if span is not None:
                    found.append((span.start, span.end - 1, entity))
        return sorted(found, key=lambda mention: mention[0])

    def _gender_of_each(self) -> dict[int, str | None]:
        """Return the gender of each person: a first name tells more than a surname."""
        found: dict[int, tuple[bool, str | None]] = {}
        for first, last, entity in self._people:
            told = feature(self.doc[first], "Gender") or feature(self.doc[last], "Gender")
            full, _ = found.get(entity.id, (False, None))
            if entity.id not in found or (last > first and not full):
                found[entity.id] = last > first, told
        return {id_: gender for id_, (_, gender) in found.items()}

    def of(self, token: Token, *, bodies: bool = True) -> tuple[Argument, ...]:
        """Return the participants that a word and those coordinated with it name."""
        if listed := self._listed(token):
            return listed
        heads = [token, *(c for c in token.subtree if self._joined(c, token))]
        found = [self._one(head, bodies=bodies) for head in heads]
        return tuple(argument for argument in found if argument is not None)

    def _listed(self, token: Token) -> tuple[Argument, ...]:
        """Return the people listed behind a plural: "журналистов Анну К., Егора Л. и юриста Д.".

        The parser hangs such a list on its first name, on its last or on the noun. One name alone
        is left to it.
        """
        found: list[Argument] = []
        if token.pos_ != "NOUN" or feature(token, "Number") != "Plur":
            return ()
        at = token.i + 1
        while (mention := self._named_at(at, behind_noun=bool(found))) is not None:
            first, last, entity = mention
            found.append(_argument(self.doc[first], self.doc[last], "person", "name", entity.id))
            at = last + 2  # past what joins it to the next
            joint = self.doc[last + 1 : at]
            if not any(t.text == "," or t.dep_ == "cc" for t in joint):
                break
        return tuple(found) if len(found) > 1 else ()

    def _named_at(self, at: int, *, behind_noun: bool) -> tuple[int, int, Entity] | None:
        """Return the mention of a person that begins at a token, or behind a noun there."""
        if behind_noun and at < len(self.doc) and self.doc[at].pos_ == "NOUN":
            at += 1
        index = bisect_left(self._people, at, key=lambda mention: mention[0])
        found = self._people[index] if index < len(self._people) else None
        return found if found is not None and found[0] == at else None

    def gender_of_pronoun(self, token: Token) -> str | None:
        """Return the gender of one person whom a pronoun means, None where it means no such one."""
        lemma, form = token.lemma_, token.lower_
        if lemma not in self.words.personal or form in self.words.plural_pronouns:
            return None
        return "Fem" if form in self.words.feminine else "Masc"

    def gender_of(self, somebody: Argument) -> str | None:
        """Return the gender of a participant, None if nothing tells it."""
        if somebody.entity is not None:
            return self._genders.get(somebody.entity)
        head = self.doc.char_span(somebody.head, somebody.head + 1, alignment_mode="expand")
        return feature(head[0], "Gender") if head is not None else None

    @staticmethod
    def _joined(token: Token, head: Token) -> bool:
        return token.dep_ == "conj" and token.head.i == head.i and token.pos_ != "VERB"

    def _one(self, token: Token, *, bodies: bool) -> Argument | None:
        start, end = token.idx, token.idx + len(token)
        person = self.index.at("person", start, end) or self._apposed(token)
        if person is not None:
            return _argument(token, token, "person", "name", person.id)
        body = self.index.at("organization", start, end) or self._titled(token)
        if body is not None:
            return _argument(token, token, "organization", "name", body.id) if bodies else None
        if token.lemma_ in self.words.latter and token.dep_ in ("nsubj", "obj"):
            return self._latter(token)
        if token.pos_ == "PRON" or token.lower_ in self.words.possessives:
            return self._pronoun(token)
        if token.lemma_ in self.words.quantities:
            counted = next((c for c in token.children if c.dep_ == "nmod"), None)
            return self._one(counted, bodies=bodies) if counted is not None else None
        if not self._somebody(token, bodies=bodies):
            return None
        body = self._by_noun(token) if bodies else None
        if body is not None:
            return _argument(token, token, "organization", "description", body.id)
        meant = self._described(token)
        if meant is not None:
            return _argument(token, token, "person", "description", meant.id)
        first, last = self._extent(token)
        kind: Kind = "medium" if token.lemma_ in self.words.media else "phrase"
        return _argument(self.doc[first], self.doc[last], kind, "phrase", None, token)

    def _apposed(self, token: Token) -> Entity | None:
        """Return the person of "министр Тургумбаев", asked for the office."""
        for child in token.children:
            if child.dep_ in ("appos", "flat:name", "flat") and child.i > token.i:
                found = self.index.at("person", child.idx, child.idx + len(child))
                if found is not None:
                    return found
        # "Помощника начальника колонии Тупицына": the name hangs on what his office is of.
        last = max((t.i for t in token.subtree), default=token.i)
        if token.lemma_ in self.people.roles and token.i < last:
            name = self.doc[last]
            agrees = (
                feature(name, "Case") == feature(token, "Case") or feature(name, "Case") == "Gen"
            )
            within = all(
                t.head.i != token.i or t.dep_ in _OFFICE for t in token.subtree if t.i > token.i
            )
            # "соседей Зязева", "мать Зязева": whose they are
            owns = name.dep_ == "nmod" and name.head.i == token.i
            owns = owns and (feature(token, "Number") == "Plur" or token.lemma_ in self.people.kin)
            if agrees and within and not owns and feature(name, "Animacy") == "Anim":
                return self.index.at("person", name.idx, name.idx + len(name))
        return None

    def _titled(self, token: Token) -> Entity | None:
        """Return the body of "центр «Вясна»", and of "пресс-служба УФСИН", asked for the noun."""
        if token.pos_ not in NOUNS or token.i + 2 >= len(self.doc):
            return None
        after = self.doc[token.i + 1]
        if token.lemma_ in self.words.voices and after.head.i == token.i:
            body = self._by_noun(after)
            if body is not None:
                return body
        if after.text in QUOTES:
            after = after.nbor(1)
        elif after.dep_ == "appos" and after.head.i == token.i:
            pass  # "группа HRANA"
        elif token.lemma_ not in self.words.voices or after.head.i != token.i:
            return None
        return self.index.at("organization", after.idx, after.idx + len(after))

    def _pronoun(self, token: Token) -> Argument | None:
        """Return whom a pronoun means: a relative one its noun, else the last person spoken of."""
        if feature(token, "PronType") == "Rel" or token.lemma_ in self.words.relatives:
            clause = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
            return self._one(clause.head, bodies=True) if clause is not None else None
        if token.lemma_ not in self.words.pronouns:
            return None
        if token.lower_ in self.words.plural_pronouns:
            return self._group(token)
        gender = "Fem" if token.lower_ in self.words.feminine else "Masc"
        entity = self._antecedent(token, gender)
        if entity is None:
            return None
        return _argument(token, token, "person", "pronoun", entity.id)

    def _latter(self, token: Token) -> Argument | None:
        """Return whom "тот" means: the object before it, "избили осужденного, и тот умер"."""
        for before in reversed(self.doc[token.sent.start : token.i]):
            object_ = before.dep_ in ("obj", "obl", "iobj", "nsubj:pass", "flat:name", "appos")
            if object_ and feature(before, "Animacy") == "Anim" and before.pos_ != "PRON":
                return self._one(before, bodies=False)
        return None

    def _group(self, token: Token) -> Argument | None:
        """Return the several people who are the last subject: "осужденные говорят, что их бьют"."""
        start = self.doc[max(token.sent.start - 1, 0)].sent.start
        for before in reversed(self.doc[start : token.i]):
            several = before.pos_ == "NOUN" and feature(before, "Number") == "Plur"
            if not several or before.dep_ not in ("nsubj", "nsubj:pass"):
                continue
            if token in before.head.children or not self._somebody(before, bodies=False):
                continue
            first, last = self._extent(before)
            return _argument(self.doc[first], self.doc[last], "phrase", "pronoun", None, before)
        return None

    def _antecedent(self, token: Token, gender: str) -> Entity | None:
        """Return the person of that gender mentioned last, not in the pronoun's own clause."""
        at = bisect_left(self._people, token.i, key=lambda mention: mention[0])
        sentence = bisect_left(self._sentences, token.i + 1)
        for first, _, entity in reversed(self._people[max(0, at - 8) : at]):
            if sentence - bisect_left(self._sentences, first + 1) > _FURTHEST:
                return None
            if self._genders[entity.id] in (gender, None):
                return entity
        return None

    def _described(self, token: Token) -> Entity | None:
        """Return the person whom a noun without a name means: "осужденный", "историк"."""
        return self._by_role(token) or self._spoken_of(token)

    def _by_role(self, token: Token) -> Entity | None:
        """Return the one person of whom the text says the noun, or its like, as a role."""
        lemma = token.lemma_
        if feature(token, "Number") == "Plur":
            return None
        for same in ({lemma}, self.words.same_roles_as(lemma)):
            found = [
                entity
                for entity in self.index.of_type("person")
                if isinstance(entity, PersonEntity)
                and any(same & set(plain(role).lower().split()) for role in entity.roles)
            ]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _by_noun(self, token: Token) -> Entity | None:
        """Return the body named last before a noun that its name has: "суд", "министерство"."""
        lemma = token.lemma_
        if lemma not in self.words.bodies or feature(token, "Number") == "Plur":
            return None
        if lemma in self.words.unnamed_bodies:
            return self._body_before(token)
        found = [
            entity
            for entity in self.index.of_type("organization")
            if lemma in plain(entity.canonical).lower().split()
        ]
        named = [(end, e) for e in found for _, end in e.mentions if end <= token.idx]
        return max(named, key=lambda one: one[0])[1] if named else None

    def _body_before(self, token: Token) -> Entity | None:
        """Return the body of officials named last, not far before a noun."""
        sentence = bisect_left(self._sentences, token.i + 1) - 1
        start = self.doc[self._sentences[max(sentence - _FURTHEST, 0)]].idx
        named = [
            (end, entity)
            for entity in self.index.of_type("organization")
            if self.words.officials & set(re.split(r"[\s-]", plain(entity.canonical).lower()))
            for _, end in entity.mentions
            if start <= end <= token.idx
        ]
        return max(named, key=lambda one: one[0])[1] if named else None

    def _spoken_of(self, token: Token) -> Entity | None:
        """Return the one person of its gender named last before its sentence: "арестант"."""
        lemma = token.lemma_
        if lemma not in self.words.stand_ins or self._is_new(token):
            return None
        genders = ("Fem",) if feature(token, "Gender") == "Fem" else ("Masc", None)
        start = token.sent.start
        at = bisect_left(self._people, start, key=lambda mention: mention[0])
        here = any(first < token.i for first, _, _ in self._people[at : at + 8] if first >= start)
        if here and lemma in self.words.prisoners:
            return None
        sentence = bisect_left(self._sentences, start)
        for back in range(1, _FURTHEST + 1):
            first = self._sentences[max(sentence - back, 0)]
            named = {m[2].id: m[2] for m in self._people[max(0, at - 8) : at] if m[0] >= first}
            fitting = [e for e in named.values() if self._genders[e.id] in genders]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _is_new(self, token: Token) -> bool:
        """Tell whether a noun introduces somebody: "один осужденный", "умер осужденный"."""
        if feature(token, "Number") == "Plur":
            return True
        remark = token.head.dep_ == "parataxis"  # ", считает правозащитница"
        if token.dep_ == "nsubj" and token.i > token.head.i and not remark:
            return True
        told = ["appos", "nummod", "nummod:gov"]
        if token.i > token.head.i:  # a noun before its verb is whom the text speaks of
            told += ["acl", "acl:relcl"]
        if token.lemma_ not in self.words.natives:
            told.append("nmod")
        return any(
            c.dep_ in told or (c.dep_ in ("amod", "det") and c.lemma_ not in self.words.known_by)
            for c in token.children
        )

    def _somebody(self, token: Token, *, bodies: bool) -> bool:
        lemma, word = token.lemma_, plain(token.lower_)
        people = self.people.roles | self.people.no_roles | self.words.people
        if people & {lemma, word} or (bodies and lemma in self.words.bodies):
            return True
        if token.pos_ == "NUM":  # "более пятидесяти ранены"
            return token.lower_ in self.words.collective or token.dep_ in _COUNTED
        return feature(token, "Animacy") == "Anim" and token.pos_ in ("NOUN", "ADJ")

    def _extent(self, head: Token) -> tuple[int, int]:
        """Return the first and last token of a phrase, with adjectives and genitives."""
        first = head.i
        while first > head.sent.start:
            before = self.doc[first - 1]
            agrees = feature(before, "Case") == feature(head, "Case") and before.dep_ != "det"
            if not agrees or before.pos_ != "ADJ":
                break
            first -= 1
        last = head.i
        office = head.lemma_ in self.words.officials  # "начальник колонии"
        while last + 1 < head.sent.end:
            after = self.doc[last + 1]
            hangs = after.dep_ in ("nmod", "amod", "appos", "flat", "flat:name") and (
                after.head.i == last or after.head.i == head.i or after.dep_ == "amod"
            )
            oblique = feature(after, "Case") not in ("Gen", None) or after.is_punct
            noun = after.lemma_ in self.words.facility_nouns and not office
            if not hangs or oblique or noun or after.i in self._inside:
                break
            last += 1
        while last > head.i and self.doc[last].head.i > last:
            last -= 1  # "осужденные исправительной": it describes a word that is no part of this
        return first, last


def _argument(
    first: Token,
    last: Token,
    kind: Kind,
    reference: Reference,
    entity: int | None,
    head: Token | None = None,
) -> Argument:
    return Argument(
        start=first.idx,
        end=last.idx + len(last),
        head=(head or first).idx,
        rule=f"{RULE}.{reference}",
        kind=kind,
        reference=reference,
        entity=entity,
    )


def arguments(found: Sequence[Argument]) -> tuple[Argument, ...]:
    """Return the arguments, each entity and each span once, in order."""
    seen: dict[object, Argument] = {}
    for argument in found:
        key = argument.entity if argument.entity is not None else (argument.start, argument.end)
        seen.setdefault(key, argument)
    return tuple(seen.values())

"""What is said of a person right beside the name: office, rank, standing, kinship, age."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.morphology.phrases import Nominatives
from custody_records.annotate.russian.names.words import PeopleWords, plain
from custody_records.annotate.tags import NOUNS

_NEAR = 6  # tokens beside a name in which its age stands
_LISTED = ("conj", "appos", "flat", "flat:name", "nmod")
_MOST = 3  # roles before a name
_REACH = 16  # tokens before a name in which its role begins
_PERSON = frozenset(["NOUN", "anim"])  # a word for somebody, by the dictionary
_NAMES = frozenset(["Name", "Surn", "Patr"])
_INNER = frozenset(
    ["NOUN", "ADJ", "PROPN", "NUM", "X", "DET", "VERB", "ADP", "CCONJ", "PUNCT", "SYM"]
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the nominative; ``kin`` if it makes the person somebody's relative."""

    text: str
    kin: bool


class RoleReader:
    """Reads roles and ages beside a name."""

    def __init__(self, words: PeopleWords, phrases: Nominatives) -> None:
        self.words = words
        self.phrases = phrases
        self._former = re.compile(words.former)

    def read(self, name: Span, case: str | None) -> list[Role]:
        """Return the roles before and after a name."""
        before, after = self._before(name, case), self._after(name, case)
        shared = None if before else self._of_each(name) or self._one_of(name)
        return [*before, *filter(None, (shared, after))]

    def _of_each(self, name: Span) -> Role | None:
        """Return the role of each that a plural gives: "репортёрам Фаррухшо Хотаму и X"."""
        top = first = name.root
        listed = any(t.dep_ == "conj" for t in (top, *top.children))
        while top.dep_ in _LISTED and top.head.i < top.i and top.head.pos_ in NOUNS:
            first, top = top, top.head
            if feature(top, "Number") == "Plur" and self._is_role(top):
                break
        several = feature(top, "Number") == "Plur" and top.i < name.start
        owned = first.dep_ == "nmod" and not listed  # "двоих соседей Зязева"
        if not several or owned or top.head.i == name.root.i or not self._is_role(top):
            return None
        counted = any(c.dep_.startswith("nummod") for c in top.children)  # "двое осуждённых, X и Y"
        if not counted and not _one_case(feature(top, "Case"), feature(first, "Case")):
            return None
        role = f"{self.phrases.one_of(top)} {self._of_all(top, name)}".rstrip()
        return Role(role, top.lemma_ in self.words.kin)

    def _one_of(self, name: Span) -> Role | None:
        """Return the role of "один из оперативников, Н. Шарипов,"."""
        doc, i = name.doc, name.start - 1
        if i < 1 or doc[i].text != ",":
            return None
        for noun in reversed(doc[max(name.sent.start, i - _NEAR) : i]):
            some = [c.i - 1 for c in noun.children if c.dep_ == "case" and c.lower_ == "из"]
            if some and some[0] >= 0 and doc[some[0]].lower_ in self.words.some:
                told = self._is_role(noun) and feature(noun, "Number") == "Plur"
                return Role(self.phrases.one_of(noun), kin=False) if told else None
        return None

    def _of_all(self, noun: Token, name: Span) -> str:
        """Return what stands between a plural and the first of its names: "члены ОНК Карелии"."""
        end = noun.i + 1
        while end < name.start and self._inside(name.doc[end]) and not name.doc[end].is_punct:
            if name.doc[end].ent_type_ == "PERSON":
                return " ".join(name.doc[noun.i + 1 : end].text.split())
            end += 1
        return " ".join(name.doc[noun.i + 1 : end].text.split()) if end == name.start else ""

    def age(self, name: Span) -> int | None:
        """Return the age printed right before or after a name."""
        doc = name.doc
        before = doc[max(0, name.start - _NEAR) : name.start].text
        after = doc[name.end : name.end + _NEAR].text
        found = re.search(self.words.age_before, before) or re.match(self.words.age_after, after)
        return int(found[1]) if found and 0 < int(found[1]) < 120 else None

    def _before(self, name: Span, case: str | None) -> list[Role]:
        """Return the roles before a name: "поэт и правозащитник X", "начальник ИК-6 майор X"."""
        found: list[Role] = []
        end = self._end_of_roles(name)
        while len(found) < _MOST:
            noun = self._noun_before(name, end, case, further=bool(found))
            if noun is None:
                break
            first = noun = self._of_office(noun, case)
            while first.i > name.sent.start and self._leads(name.doc[first.i - 1], noun):
                first = name.doc[first.i - 1]
            found.insert(0, self._role(name.doc[first.i : end], noun))
            end = self._before_joint(first)
        return found

    @staticmethod
    def _end_of_roles(name: Span) -> int:
        """Return where roles end before a name: right there, or at "сестра погибшего, X, "."""
        doc, start = name.doc, name.start
        if start > 1 and doc[start - 1].text in ("—", "–"):
            return start - 1  # "Судья — Анатолий Засимович"
        closed = name.end < len(doc) and doc[name.end].text in (",", ".", ";", ")")
        apposed = start > 1 and doc[start - 1].text == "," and closed
        return start - 1 if apposed else start

    def _before_joint(self, first: Token) -> int:
        """Return where a role before another one ends: "поэт и", "заместитель, "."""
        doc, i = first.doc, first.i
        marks = (",", "—", "–")
        joint = i > first.sent.start and (doc[i - 1].text in marks or doc[i - 1].pos_ == "CCONJ")
        return i - 1 if joint else i

    def _of_office(self, noun: Token, case: str | None) -> Token:
        """Return the deputy or aide whose chief a noun is: "заместитель директора службы"."""
        above = noun.head
        while (
            noun.dep_ == "nmod"
            and above.i < noun.i
            and self._former.sub("", above.lemma_) in self.words.aides
            and self._agrees(above, case)
        ):
            noun, above = above, above.head
        return noun

    def _noun_before(
        self, name: Span, end: int, case: str | None, *, further: bool
    ) -> Token | None:
        """Return the noun of the role that ends at ``end``; a ``further`` one is of no other."""
        doc, owned = name.doc, False
        apposed = name.root.head.i if name.root.dep_ in ("appos", "flat:name") else -1
        for i in range(end - 1, max(name.sent.start, name.start - _REACH) - 1, -1):
            token = doc[i]
            if not self._inside(token):
                break
            owned = owned or (further and token.ent_type_ == "PERSON")
            beside = i in (name.start - 1, apposed) and self._is_somebody(token)
            if (beside or self._is_role(token)) and self._agrees(token, case):
                # "муж Елены Гурской, предприниматель Виктор Гурский"
                return None if owned and token.lemma_ not in self.words.kin else token
        return None

    def _after(self, name: Span, case: str | None) -> Role | None:
        """Return "брат погибшего заключенного" of "Руслан Оздоев, брат ..., намерен"."""
        doc, i = name.doc, self._behind_age(name)
        if i >= len(doc) or doc[i].text not in (",", "—", "–"):
            return None
        start = i + 1
        noun = None
        for j in range(start, min(name.sent.end, start + 4)):
            if self._is_role(doc[j]) or (j == start and self._is_somebody(doc[j])):
                noun = doc[j]
                break
            if doc[j].pos_ not in ("ADJ", "VERB", "DET"):
                return None
        if noun is None:
            return None
        end = noun.i + 1
        stem = re.sub(self.words.participle, "", plain(noun.lower_))
        standing = stem != plain(noun.lower_) and not stem.endswith("щ")  # "заведующая аптекой"
        while not standing and end < name.sent.end and self._follows(doc[end], noun):
            end += 1
        # The parser hangs "Сардор Ким, доцент университета, был арестован" otherwise.
        closed = end < name.sent.end and doc[end].text == "," and self._agrees(noun, case)
        hangs = noun.head.i in range(name.start, name.end)
        if doc[i].text == "," and not hangs and not closed:
            return None
        return self._role(doc[start:end], noun)

    def _behind_age(self, name: Span) -> int:
        """Return where what is said of somebody begins: "Ольга Ким, 44 года, бухгалтер"."""
        doc = name.doc
        age = re.match(self.words.age_after, doc[name.end : name.end + _NEAR].text)
        end = doc[name.end].idx + age.end() if age else 0
        return next((t.i for t in doc[name.end : name.end + _NEAR] if t.idx >= end), name.end)

    def _role(self, phrase: Span, noun: Token) -> Role:
        tokens = [
            t for t in phrase if not (t.i < noun.i and re.match(self.words.age_word, t.lower_))
        ]
        tokens = tokens[: self._origin(tokens, noun)]
        owned = noun.lemma_ in self.words.kin
        tokens = tokens if owned else _without_owner(tokens, noun)
        stays = noun.lower_ in self.words.undeclined
        text = " ".join(phrase.text.split()) if stays else self.phrases.phrase(tokens, noun)
        return Role(text[:1].lower() + text[1:], noun.lemma_ in self.words.kin)

    def _origin(self, tokens: Sequence[Token], noun: Token) -> int | None:
        """Return where a role goes on to say from where somebody is: "архитектор из Пскова"."""
        for n, (token, after) in enumerate(pairwise(tokens)):
            if token.i > noun.i and token.lower_ in self.words.origins and after.is_title:
                return n
        return None

    def _is_role(self, token: Token) -> bool:
        word = plain(token.lower_)
        lemma = token.lemma_
        parts = word.split("-") if "-" in word else ()  # "врач-анестезиолог"
        if not self.words.roles.isdisjoint((word, lemma, self._former.sub("", lemma), *parts)):
            return True
        stem = re.sub(self.words.participle, "", word)
        return stem != word and any(
            stem + e in self.words.roles for e in self.words.substantive_endings
        )

    def _is_somebody(self, token: Token) -> bool:
        """Tell whether a noun says who somebody is, whatever his trade: "прораб Назаров"."""
        if token.pos_ != "NOUN" or not token.is_lower:
            return False
        readings = self.phrases.morphology.known(token.lower_)
        told = any(
            reading.tag.grammemes >= _PERSON and not reading.tag.grammemes & _NAMES
            for reading in readings
        )
        words = self.words.no_roles | self.words.courtesy
        return told and token.lemma_ not in words

    def _agrees(self, token: Token, case: str | None) -> bool:
        told = feature(token, "Case")
        if case is None or told is None or token.lower_ in self.words.undeclined:
            return True
        return _one_case(told, case) and feature(token, "Number") != "Plur"

    def _inside(self, token: Token) -> bool:
        if token.is_space or token.pos_ not in _INNER:
            return False
        if token.pos_ in ("ADP", "CCONJ", "PUNCT", "SYM"):
            return token.lower_ in self.words.links
        return token.pos_ != "VERB" or feature(token, "VerbForm") == "Part"

    def _leads(self, token: Token, noun: Token) -> bool:
        if token.pos_ == "ADV":  # "временно исполняющий обязанности"
            return token.lower_ in self.words.leading
        return (
            token.pos_ in ("ADJ", "VERB", "NOUN")
            and self._is_leading(token)
            and _one_case(feature(token, "Case"), feature(noun, "Case"))
        )

    def _is_leading(self, token: Token) -> bool:
        """Tell whether a word leads a role; "бывшего" may have the lemma of a verb."""
        stem = re.sub(self.words.participle, "", plain(token.lower_))
        lemmas = {token.lemma_, *(stem + e for e in self.words.substantive_endings)}
        if token.pos_ == "ADJ" and not re.search(self.words.age_word, token.lower_):
            return self.words.not_leading.isdisjoint(lemmas)
        return not self.words.leading.isdisjoint(lemmas)

    @staticmethod
    def _follows(token: Token, noun: Token) -> bool:
        if token.is_space or token.text in (",", ";", ":", "—", "–", "(", ")", "."):
            return False
        return any(ancestor.i == noun.i for ancestor in token.ancestors)


def _without_owner(tokens: list[Token], noun: Token) -> list[Token]:
    """Return a role without whose it is: "защитник Рогалёва", "директор последнего"."""
    behind = [t for t in tokens if t.i > noun.i]
    if behind and all(t.ent_type_ == "PERSON" or t.pos_ in ("ADJ", "DET", "PRON") for t in behind):
        return [t for t in tokens if t.i <= noun.i]
    return tokens


def _one_case(one: str | None, other: str | None) -> bool:
    """Tell whether two words agree; the accusative of people looks like the genitive."""
    return one == other or {one, other} == {"Gen", "Acc"}

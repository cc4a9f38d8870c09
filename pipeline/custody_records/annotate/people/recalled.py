"""What the text says of a person without the name: "the 47-year-old detainee", "the blogger".

Such words are said of the one person of whom the sentence before speaks. Nothing is taken from
them where somebody else may be meant: another bearer of the role, an unnamed "a blogger", a person
in office of whom no inmate's word is said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span

from custody_records.annotate.lexicon.noun import Trait
from custody_records.annotate.names.words import SPACES, Words
from custody_records.annotate.people.ages import sentence_start
from custody_records.annotate.people.lead import Lead, Told
from custody_records.annotate.people.phrases import Phrase
from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.people.roles import RoleReader
from custody_records.annotate.readings import held_by

_RANK: Trait = "rank"
_IN_OFFICE: tuple[Trait, ...] = ("official", "seldom_held", "office")
_BEHIND = SPACES | {' "', " “"}
_ENDS = (".", ",", ";", '"', "”", "?", "!")
_NEVER: frozenset[Trait] = frozenset(["official", "seldom_held", "generic"])


class Recalled:
    """The people of one text, ``spans`` in text order, each with ``span._.person``."""

    def __init__(self, words: Words, spans: list[Span], roles: RoleReader) -> None:
        self.words = words
        self.spans = spans
        self.roles = roles
        definite = roles.lexicon.closed.definite
        self.articles = definite | {article.capitalize() for article in definite}
        self.starts = [held_by(span, "person").start for span in spans]
        self.ends = [held_by(span, "person").end for span in spans]
        # "Navikyan" has the roles of "Nona Navikyan, spokeswoman for the service".
        self.told: dict[str, set[str]] = {}
        for span in spans:
            self.told.setdefault(_key(span), set()).update(held_by(span, "person").roles)

    def read(self) -> None:
        """Give ages and roles to the people who are meant."""
        for opened, closed, age in self.roles.ages.definite(self.words.text):
            self.of_age(opened, closed, age)
        for i, phrase in self.described():
            self.of_bearer(i, phrase)
            traits = self.traits(phrase)
            past = self.words.texts[phrase.first].startswith(self.roles.wording.past)
            if not past and ("individual" not in traits or traits & _NEVER):
                continue
            held = past or "standing" in traits
            if not (held or self.opens_clause(i)):
                continue
            meant = self.meant(self.words.starts[i], self.words.ends[phrase.last], held=held)
            if meant is not None and self.fits(meant, phrase):
                self.tell(meant, self.roles.writer.written(self.words, phrase, {}))
        self.of_heading()
        self.of_lead()

    def of_heading(self) -> None:
        """Give "ex-minister" or "Navy captain" of the heading to the one person it can mean."""
        stop = self.words.text.find("\n")
        for k in range(self.words.within(0, max(0, stop))[1]):
            if not self.roles.phrases.is_role(self.words.texts[k]):
                continue
            phrase = Phrase(self.roles.phrases.leftward(self.words, k), k, k)
            role = self.roles.writer.written(self.words, phrase, {})
            noun = self.plain(self.words.texts[k].lower())
            keys = [
                key
                for key, told in self.told.items()
                if any(self.plain(self.roles.nouns_of(one)[-1]) == noun for one in told)
            ]
            fuller = role and noun != role and role[1:].islower()
            meant = [i for i, span in enumerate(self.spans) if _key(span) in keys]
            known = len(keys) != 1 or role in self.told[keys[0]]
            if fuller and not known and not self.in_office(meant[0]):
                self.tell(meant[0], role)

    def plain(self, noun: str) -> str:
        """Return a role's noun without the prefix of "ex-minister"."""
        prefix, _, rest = noun.partition("-")
        return rest if prefix in self.roles.lexicon.titles.beside.prefixes and rest else noun

    def of_bearer(self, i: int, phrase: Phrase) -> None:
        """Give "the general" to the one person whose fuller role it ends: "retired general"."""
        noun = self.words.texts[phrase.head].lower()
        keys = {
            key
            for key, roles in self.told.items()
            if any(self.roles.nouns_of(role)[-1] == noun for role in roles)
        }
        before = bisect_right(self.ends, self.words.starts[i])
        meant = [k for k in range(before) if _key(self.spans[k]) in keys]
        owned = self.words.gap(phrase.head) in self.roles.phrases.possessive
        kin = noun in self.roles.lexicon.titles.kinship
        if owned or kin or phrase.first < phrase.head or noun in self.lone():
            return
        if len(keys) == 1 and meant:
            self.tell_whole(meant[-1], noun)

    def lone(self) -> frozenset[str]:
        """Return the roles of one word that the text has told so far, and those never taken."""
        told = {role.lower() for roles in self.told.values() for role in roles}
        return frozenset(told) | self.roles.wording.passing

    def tell_whole(self, meant: int, role: str) -> None:
        """Add a role to a person and to what is told of the name."""
        self.tell(meant, role)
        self.told[_key(self.spans[meant])].add(role)

    def of_lead(self) -> None:
        """Give what heading and lead call the one whom the text is about to that person.

        "Prisoner dies in hospital", "An undertrial prisoner died on Monday"; named later.
        """
        lead = Lead(self.words, self.roles)
        meant = lead.protagonist(
            [
                Told(_key(span), start, apart)
                for span, start, apart in zip(self.spans, self.starts, self.apart(), strict=True)
            ]
        )
        if meant is None:
            return
        key, named = _key(self.spans[meant]), self.starts[meant]
        self.tell(meant, lead.role(named))
        age = lead.age(named)
        ages = {held_by(span, "person").age for span in self.spans}
        own = {held_by(span, "person").age for span in self.spans if _key(span) == key}
        if age not in ages and own == {None}:
            self.spans[meant]._.person = replace(self.spans[meant]._.person, age=age)

    def of_age(self, opened: int, closed: int, age: int) -> None:
        """Give "the 31-year-old" and a role behind it to whom it means.

        Whose age the text has told is meant already.
        """
        if any(held_by(span, "person").age == age for span in self.spans):
            return
        phrase = self.roles.forward.read(self.words, self.words.within(closed, closed)[1])
        beyond = self.words.ends[phrase.last] if phrase else closed + 1
        meant = self.meant(opened, beyond)
        if meant is None:
            return
        told = self.spans[meant]._.person
        self.spans[meant]._.person = replace(told, age=told.age or age)
        self.tell(meant, self.roles.writer.written(self.words, phrase, {}) if phrase else None)

    def tell(self, meant: int, role: str | None) -> None:
        """Add a role to a person."""
        told = self.spans[meant]._.person
        if role and role not in told.roles:
            self.spans[meant]._.person = replace(told, roles=(*told.roles, role))

    def meant(self, opened: int, closed: int, *, held: bool = False) -> int | None:
        """Return the index of the person whom the words at ``[opened, closed)`` mean.

        ``held`` is said of nobody in office ("Judge A. B. heard C. D. The defendant wept"). Their
        own sentence must name nobody before them ("The lawyer X, appearing for Y, said that
        the 33-year-old was ill"), and the one before it, of those that name people, one only.
        """
        text = self.words.text
        start = sentence_start(text, opened)
        last = bisect_right(self.ends, start) - 1
        own = range(last + 1, bisect_right(self.ends, opened))
        if last < 0 or (own and not (held and all(self.in_office(k) for k in own))):
            return None
        since = bisect_left(self.starts, sentence_start(text, self.starts[last]))
        near = [k for k in range(since, last + 1) if not (held and self.in_office(k))]
        if held and not near:
            return self.only_one(last)
        several = len({self.spans[k]._.person.name for k in near}) != 1
        if several or "\n\n" in text[self.ends[last] : start].strip():
            return None
        after = bisect_left(self.starts, closed)
        if after < len(self.starts) and self.starts[after] - closed <= 1:
            return None  # "the 42-year-old Major Mirsaid Qodirov"
        return near[-1]

    def only_one(self, last: int) -> int | None:
        """Return the last mention of the one person up to ``last`` who is in no office."""
        others = [k for k in range(last + 1) if not self.in_office(k)]
        return others[-1] if len({_key(self.spans[k]) for k in others}) == 1 else None

    def opens_clause(self, i: int) -> bool:
        """Tell whether the article at word ``i`` opens a sentence or a clause behind a comma."""
        words = self.words
        return not words.texts[i].islower() or (i > 0 and words.gap(i - 1) == ", ")

    def described(self) -> Iterator[tuple[int, Phrase]]:
        """Yield (word, role) of each "the blogger" that tells no more."""
        words = self.words
        for i in words.where(self.articles):
            phrase = self.owner(i + 1) or (
                self.roles.forward.read(words, i + 1) if i + 1 < len(words) else None
            )
            if phrase is None or phrase.last > phrase.head or words.capital(phrase.head):
                continue
            gap = words.gap(phrase.head)
            after = words.texts[phrase.head + 1] if phrase.head + 1 < len(words) else ""
            goes_on = gap in _BEHIND and after not in self.roles.wording.restricting
            ended = gap[:1] in _ENDS and not self.opens_clause(i)
            if (
                (goes_on and not (after and words.capital(phrase.head + 1)))
                or (ended and after not in self.roles.wording.restricting)
                or gap in self.roles.phrases.possessive
            ):
                yield i, phrase

    def owner(self, i: int) -> Phrase | None:
        """Return the role at word ``i`` or behind it whose something is told: "activist's"."""
        words = self.words
        for k in range(i, min(i + 2, len(words) - 1)):
            if words.gap(k) in self.roles.phrases.possessive and self.roles.phrases.is_role(
                words.texts[k]
            ):
                return Phrase(i, k, k)
        return None

    def traits(self, phrase: Phrase) -> frozenset[Trait]:
        """Return what the lexicon says of the role's noun."""
        entries = self.roles.phrases.nouns.get(self.words.texts[phrase.head].lower())
        return next((frozenset(e.noun.traits) for e in entries if e.singular), frozenset())

    def fits(self, meant: int, phrase: Phrase) -> bool:
        """Tell whether the role can be the person's: nobody's else, and no inmate's in office."""
        role = self.words.texts[phrase.head].lower()
        if role in self.roles.wording.passing:
            return False
        told = self.spans[meant]._.person
        if any(
            _bears(held_by(span, "person"), role)
            for span in self.spans
            if held_by(span, "person").name != told.name
        ):
            return False
        return role not in told.roles and not self.introduced(role, self.ends[meant], phrase)

    def introduced(self, role: str, since: int, phrase: Phrase) -> bool:
        """Tell whether the text since ``since`` has spoken of another: "a blogger", "bloggers"."""
        words = self.words
        start = words.within(since, since)[0]
        for k in range(max(0, start - 1), phrase.first):
            if self.roles.lexicon.role_of_several(words.texts[k]) == role:
                return True
            if words.texts[k].lower() == role:
                return True
        return False

    def in_office(self, k: int) -> bool:
        """Tell whether a person is now in office or somebody's relative: "warden", "his mother"."""
        return self.official(self.told[_key(self.spans[k])])

    def apart(self) -> list[bool]:
        """Tell of each mention whether all who may be meant by it are in office or relatives.

        A family name alone may be the inmate's, whose sister is a "Shaikh", too.
        """
        named: dict[str, dict[str, set[str]]] = {}
        for span in self.spans:
            person = held_by(span, "person")
            whole = person.name if " " in person.name else ""
            named.setdefault(_key(span), {}).setdefault(whole, set()).update(person.roles)
        out = []
        for span in self.spans:
            names = named[_key(span)]
            name = held_by(span, "person").name
            meant = [name] if " " in name else [one for one in names if one] or [""]
            out.append(all(self.official(names[one]) for one in meant))
        return out

    def official(self, told: Iterable[str]) -> bool:
        """Tell whether one of the roles is an office, a rank or a relative's."""
        if any(self.roles.kin([role]) for role in told):
            return True
        nouns = self.roles.phrases.nouns
        return any(
            not entry.noun.traits.isdisjoint((*_IN_OFFICE, _RANK))
            for role in told
            if not role.startswith(self.roles.wording.past)
            for word in self.roles.nouns_of(role)
            for entry in nouns.get(word)
        )


def _key(span: Span) -> str:
    return str(held_by(span, "person").name).rpartition(" ")[2].casefold()


def _bears(person: PersonReading, role: str) -> bool:
    return any(role in told.lower().split() for told in person.roles)

"""From a token that a role points to, to the participants it stands for.

Names, then who a pronoun or description stands for, then the noun phrase as printed. What names
neither people nor a body is no participant.
"""

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument, Kind, Reference
from custody_records.annotate.arguments.excluded import Excluded
from custody_records.annotate.arguments.names import NamedArguments
from custody_records.annotate.arguments.nouns import (
    BARE,
    counted_noun,
    has_age,
    is_aged,
    is_bare,
    is_bare_number,
    is_definite,
    noun_meant,
)
from custody_records.annotate.arguments.phrases import extent
from custody_records.annotate.arguments.roles import THROUGH_RELATIVE, company_of, with_conjuncts
from custody_records.annotate.cache import cached
from custody_records.annotate.entities.references.bodies import BodyReferences
from custody_records.annotate.entities.references.people import PeopleReferences
from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.tags import NOUNS


class Resolver:
    """Resolves the tokens of one doc's parsed sentences."""

    def __init__(self, doc: Doc, lexicon: ParticipantLexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.closed = lexicon.words.closed
        self.parts = lexicon.phrases.parts
        self.plural = lexicon.plural_pronouns
        self.pronouns = lexicon.singular_pronouns | lexicon.plural_pronouns
        self.antecedents = PeopleReferences(doc, lexicon)
        self.names = NamedArguments(doc)
        self.excluded = Excluded(self.names, self.antecedents, self.pronouns)
        self._elsewhere = {
            index
            for group in ("facilities", "places", "statutes", "timex")
            for span in doc.spans.get(group, ())
            for index in range(span.start, span.end)
        }

    @classmethod
    def of(cls, doc: Doc, lexicon: ParticipantLexicon) -> "Resolver":
        """Return the doc's resolver, made once for all components that ask."""
        return cached(doc, "resolver", lambda doc: cls(doc, lexicon))

    def all(self, token: Token, sentence: Span, step: str, *, held: bool = False) -> list[Argument]:
        """Return the participants of a token and of those coordinated with it.

        ``held``: it is whom an arrest, a sentence or a beating befalls.
        """
        found: dict[tuple[int, int], Argument] = {}
        if step in THROUGH_RELATIVE:
            token = self._person_of_relative(token, sentence)
        others = self.lexicon.phrases.others
        company = company_of(token, self.lexicon.phrases.company, self.closed.companion)
        for each in (*with_conjuncts(token), *(c for c in company if c.lower_ not in others)):
            some = self._some_of(each, sentence, step)
            members = [] if some else self._members(each, sentence, step)
            one = None
            if some:
                one = self._as_printed(each, sentence, step)
            elif not members:
                one = self.one(each, sentence, step, held=held)
            for argument in members or [*([one] if one else []), *some]:
                found.setdefault((argument.start, argument.end), argument)
        return list(found.values())

    def _some_of(self, token: Token, sentence: Span, step: str) -> list[Argument]:
        """Return those whom the text names of the people a noun counts: "inmates, among them A"."""
        if not self.lexicon.is_plural(token.lower_):
            return []
        row = self.antecedents.named_among(sentence.start + token.i, sentence.end)
        if row is not None:
            return [_via(member, step, "named") for member in row.members]
        described = self.names.apposed_to(token, sentence)
        if described is None:
            return []
        before = token.doc[max(token.i, described.left_edge.i - 1) : described.i]
        among = any(t.lower_ in self.lexicon.phrases.some_named for t in before)
        return self._row_of(described, sentence, step) if among else []

    def _person_of_relative(self, token: Token, sentence: Span) -> Token:
        """Return the person whom a relative clause tells of: of "a lifer in the jail who fell ill".

        The parser hangs the clause on the nearest noun.
        """
        noun = token
        if self.names.at(sentence.start + token.i) is not None:
            return token
        while noun.dep_ == "pobj" and not self.lexicon.is_person(noun):
            noun = noun.head.head
            if noun.pos_ not in NOUNS:
                return token
        return noun if self.lexicon.is_person(noun) else token

    def _members(self, token: Token, sentence: Span, step: str) -> list[Argument]:
        """Return the people that a plural noun, pronoun or number names one by one, if it does."""
        index = sentence.start + token.i
        if self.names.at(index):
            return self._row_of(token, sentence, step)
        described = self.names.apposed_to(token, sentence)
        if described is not None and (row := self._row_of(described, sentence, step)):
            return row
        introduced = self.antecedents.introduced.get(index, ())
        if len(introduced) > 1:
            return [_via(member, step, "introduced", "description") for member in introduced]
        counts = token.lower_ in self.parts or token.like_num
        if counts or self.lexicon.is_person(token) or self.lexicon.is_plural(token.lower_):
            apposed = self.antecedents.apposed_to(index, sentence.end, several=True)
            if apposed is not None:
                return [_via(member, step, "apposed") for member in apposed.members]
        return [_via(member, step, "group") for member in self._group(token, sentence)]

    def _group(self, token: Token, sentence: Span) -> tuple[Referent, ...]:
        """Return those named in a row before: "they", "all of them", "both", "the three women"."""
        whole = (
            counted_noun(token, self.closed.genitive)
            if token.lower_ in self.lexicon.phrases.whole
            else None
        )
        if whole is not None and whole.lower_ in self.plural:
            return self.antecedents.of_group(sentence.start + whole.i, None)
        if token.lower_ in self.lexicon.phrases.latter and self._is_definite(token):
            return self.antecedents.of_group(sentence.start + token.i, None)[-1:]
        size = self.lexicon.sizes.get(token.lower_)
        counted = size is not None and all(c.dep_ in BARE for c in token.children)
        if self._is_definite(token) and self.lexicon.is_plural(token.lower_):
            numbers = [c.lower_ for c in token.children if c.dep_ == "nummod"]
            size = self.lexicon.sizes.get(numbers[0]) if numbers else None
            # "the three women"; "the brothers", but not "the prisoners", of two who were named
            kin = not numbers and token.lower_ in self.lexicon.kin
            counted = size is not None or kin
        if counted or token.lower_ in self.plural:
            return self.antecedents.of_group(sentence.start + token.i, size)
        return ()

    def _row_of(self, token: Token, sentence: Span, step: str) -> list[Argument]:
        """Return a name with those that follow it in a row which the parser may have cut."""
        index = sentence.start + token.i
        for row in self.antecedents.groups:
            if row.start <= index < row.end:
                first = sum(head < index for head in row.heads)
                kept: list[Argument] = []
                for head, member in zip(row.heads[first:], row.members[first:], strict=True):
                    word = token.doc[head - sentence.start]
                    # "Police arrested A, and B wrote a letter": B is another clause's subject.
                    if kept and word.dep_ in ("nsubj", "nsubjpass") and word.head != token.head:
                        break
                    kept.append(_via(member, step, "named"))
                return kept
        return []

    def one(
        self, token: Token, sentence: Span, step: str, depth: int = 0, *, held: bool = False
    ) -> Argument | None:
        """Return the participant that a parsed token stands for, or None."""
        name = self.names.at(sentence.start + token.i) or self.names.apposed(token, sentence)
        if name is None and token.lower_ in self.lexicon.phrases.sent:
            name = self._body_behind(token, sentence)
        if name is not None:
            return name.found_by(f"{step}/{name.rule}")
        if self.is_pronoun(token):
            return self._by_pronoun(token, sentence, step, held=held)
        onward = noun_meant(token, self.parts, self.lexicon.role_words)
        if onward is not None:
            return self.one(onward, sentence, step, depth + 1, held=held) if depth < 2 else None
        if is_bare_number(token, self.lexicon.phrases.everybody):
            meant = self.antecedents.of_several(sentence.start + token.i, held=held)
            return _via(meant, step, "number-for-group", "number") if meant else None
        return (
            self._of_apposition(token, sentence, step)
            or self._set_off(token, sentence, step)
            or self._by_body(token, sentence, step)
            or self._by_description(token, sentence, step)
            or self._introduced(token, sentence, step)
            or self._by_owner(token, sentence, step)
            or self._as_printed(token, sentence, step)
        )

    def _by_pronoun(
        self, token: Token, sentence: Span, step: str, *, held: bool
    ) -> Argument | None:
        others = []
        if token.dep_ != "nsubj":
            others = self.excluded.of_clause(token, sentence)
        elif token.head.dep_ == "ccomp" and token.head.tag_ == "VB":  # "made them crawl"
            others = self.excluded.of_doer(token.head.head, sentence)
        index = sentence.start + token.i
        meant = self.antecedents.of_pronoun(index, token.lower_, others, held=held)
        return _via(meant, step, "pronoun", "pronoun") if meant else None

    def _of_apposition(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the name that a noun describes: "A, a student arrested in May"."""
        if token.dep_ != "appos":
            return None
        name = self.names.at(sentence.start + token.head.i)
        return _via(name, step, "named") if name is not None else None

    def _set_off(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the name that follows a noun between commas: "a lifer there, the poet A, died"."""
        word = token.lower_
        if word not in self.lexicon.people or self.lexicon.is_plural(word):
            return None
        index = sentence.start + token.i
        name = self.antecedents.apposed_to(index, sentence.end, several=False)
        return _via(name.members[0], step, "apposed") if name is not None else None

    def _by_body(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the body named before that "the ministry" or "the group" stands for."""
        word = token.lower_
        known = word in self.lexicon.bodies or word in self.lexicon.groups
        if not known or not is_bare(token, self.lexicon.phrases.anaphoric):
            return None
        body = BodyReferences.of(self.doc, self.lexicon).last_called(sentence.start + token.i, word)
        return _via(body, step, "named") if body is not None else None

    def _by_description(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the person named before that "the activist" or "the 32-year-old" stands for."""
        word, others = token.lower_, self.excluded.of_sources(token, sentence)
        if is_aged(token, self.closed):
            if not self._is_definite(token):
                return None
        elif has_age(token, self.closed):
            if not is_definite(token, self.lexicon.phrases.definite, self.closed, told=True):
                return None
        else:
            single = (
                word in self.lexicon.individuals
                or word in self.antecedents.roles
                or self.lexicon.sex_of_word(word)
            )
            if not single or not self._is_definite(token):
                return None
            others = self.excluded.of_clause(token, sentence) + others
        meant = self.antecedents.of_description(sentence.start + token.i, word, others)
        return _via(meant, step, "description", "description") if meant else None

    def _by_owner(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the person of the text that "his mother" or "Petrov's lawyer" stands for."""
        word = token.lower_
        near = word in self.lexicon.kin or word in self.lexicon.causes
        if not near or not any(c.dep_ == "poss" for c in token.lefts):
            return None
        words = self.lexicon.causes if word in self.lexicon.causes else (word,)
        meant = self.antecedents.roles.only(sentence.start + token.i, words)
        return _via(meant, step, "description", "description") if meant else None

    def _is_definite(self, noun: Token) -> bool:
        return is_definite(noun, self.lexicon.phrases.definite, self.closed)

    def _introduced(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the name that the text gives next for "a trader", of whom it tells first."""
        meant = self.antecedents.introduced.get(sentence.start + token.i)
        return _via(meant[0], step, "introduced", "description") if meant else None

    def _as_printed(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the noun phrase, of a noun that names people or a body or has a capital."""
        # "Photographs show that ...": a capital at the start of a sentence is no name yet.
        alone = token.i == 0 and not any(c.dep_ in ("compound", "appos") for c in token.children)
        elsewhere = sentence.start + token.i in self._elsewhere
        proper = token.pos_ == "PROPN" and not elsewhere and not alone
        aged = is_aged(token, self.closed)
        if not (proper or aged or self.lexicon.is_participant(token)):
            return None
        return self.phrase(
            token,
            sentence,
            f"{step}/noun-phrase",
            self.lexicon.relational | self._of_a_body(token, sentence),
            through_relative=step in THROUGH_RELATIVE,
        )

    def _of_a_body(self, token: Token, sentence: Span) -> frozenset[str]:
        """Return a noun for people as relational if a body is behind its "of".

        "Servicemen of the National Guard", but "inmates of IK-6", where the facility says it.
        """
        of_body = self.lexicon.is_person(token) and self._body_behind(token, sentence)
        return frozenset([token.lower_] if of_body else [])

    def _body_behind(self, token: Token, sentence: Span) -> Argument | None:
        """Return the name behind "of" or "from": "a delegation of the Red Cross"."""
        below = counted_noun(token, self.closed.genitive | self.closed.origin)
        return self.names.at(sentence.start + below.i) if below is not None else None

    def phrase(
        self,
        token: Token,
        sentence: Span,
        rule: str,
        relational: frozenset[str],
        kind: Kind = "phrase",
        *,
        through_relative: bool = False,
    ) -> Argument:
        """Return a noun's phrase as printed."""
        start, end = extent(token, relational, self.lexicon.phrases.leading, self.closed)
        start = self._without_house(token, start, sentence)
        first, last = sentence[start], sentence[end - 1]
        reference: Reference = "relative" if through_relative else "phrase"
        return Argument(
            first.idx, last.idx + len(last), sentence[token.i].idx, rule, kind, reference
        )

    def _without_house(self, office: Token, start: int, sentence: Span) -> int:
        """Return where a phrase starts without the owner of an office: "the hospital's chief"."""
        owner = next((c for c in office.lefts if c.dep_ == "poss"), None)
        if owner is None or office.lower_ not in self.lexicon.spokesmen | self.lexicon.uniformed:
            return start
        name = self.names.at(sentence.start + owner.i)
        if self.lexicon.is_person(owner) or (name is not None and name.kind == "person"):
            return start
        return max(start, owner.right_edge.i + 1)

    def sex_of(self, person: Argument) -> str | None:
        """Return "m", "f" or None of a named person."""
        return self.antecedents.sex_of(person.entity)

    def sex_of_name(self, span: Span) -> str | None:
        """Return "m", "f" or None of the person whom a span of the doc names."""
        return self.antecedents.sex_of(Referent.named(span, "person").entity)

    def is_pronoun(self, token: Token) -> bool:
        """Tell whether a token is a pronoun that stands for people."""
        return token.lower_ in self.pronouns


def _via(
    found: Argument | Referent, step: str, how: str, reference: Reference = "name"
) -> Argument:
    rule = f"{step}/{how}"
    if isinstance(found, Referent):
        return Argument.of(found, rule, reference)
    return found.found_by(rule)

"""From a token that a role points to, to the participants it stands for.

Names, then who a pronoun or description stands for, then the noun phrase as printed. What names
neither people nor a body is no participant.
"""

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument, Kind, Reference
from custody_records.annotate.arguments.phrases import extent
from custody_records.annotate.arguments.roles import THROUGH_RELATIVE, with_conjuncts
from custody_records.annotate.cache import cached
from custody_records.annotate.entities.references.bodies import BodyReferences, is_bare
from custody_records.annotate.entities.references.groups import apposed_after
from custody_records.annotate.entities.references.people import Offsets, PeopleReferences
from custody_records.annotate.entities.references.referent import Named, Referent, entity_named_at
from custody_records.annotate.participants.lexicon import ParticipantLexicon

_CLIMB = 4
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_BARE = frozenset(["quantmod", "amod", "advmod", "det", "nummod"])
_OF_COUNTRY = frozenset(["'s", "’s", "'", "’"])


class Resolver:
    """Resolves the tokens of one doc's parsed sentences."""

    def __init__(self, doc: Doc, lexicon: ParticipantLexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.parts = lexicon.phrases.parts
        self.plural = lexicon.plural_pronouns
        self.pronouns = lexicon.singular_pronouns | lexicon.plural_pronouns
        self.antecedents = PeopleReferences(doc, lexicon)
        self._names: dict[int, Argument] = {}
        self._elsewhere = {
            index
            for group in ("facilities", "places", "statutes", "timex")
            for span in doc.spans.get(group, ())
            for index in range(span.start, span.end)
        }
        self._places = {t.i for span in doc.spans.get("places", ()) for t in span}
        kinds: tuple[tuple[str, Named], ...] = (
            ("organizations", "organization"),
            ("people", "person"),
        )
        for group, kind in kinds:
            for span in doc.spans.get(group, ()):
                argument = Argument.of(Referent.named(span, kind), "named")
                self._names.update(dict.fromkeys(range(span.start, span.end), argument))

    @classmethod
    def of(cls, doc: Doc, lexicon: ParticipantLexicon) -> "Resolver":
        """Return the doc's resolver, made once for all components that ask."""
        return cached(doc, "resolver", lambda doc: cls(doc, lexicon))

    def all(self, token: Token, sentence: Span, step: str, *, held: bool = False) -> list[Argument]:
        """Return the participants of a token and of those coordinated with it.

        ``held``: it is whom an arrest, a sentence or a beating befalls.
        """
        found: dict[tuple[int, int], Argument] = {}
        for each in with_conjuncts(token):
            members = self._members(each, sentence, step)
            one = None if members else self.one(each, sentence, step, held=held)
            for argument in members or ([one] if one else []):
                found.setdefault((argument.start, argument.end), argument)
        return list(found.values())

    def _members(self, token: Token, sentence: Span, step: str) -> list[Argument]:
        """Return the people that a plural noun, pronoun or number names one by one, if it does."""
        index = sentence.start + token.i
        if index in self._names:
            return self._row_of(token, sentence, step)
        if self.lexicon.is_plural(token.lower_) or token.lower_ in self.parts or token.like_num:
            row = apposed_after(
                self.doc, index, sentence.end, self.antecedents.groups, self.lexicon.row_words
            )
            if row is not None:
                return [_via(member, step, "apposed") for member in row.members]
        size = self.lexicon.sizes.get(token.lower_)
        counted = size is not None and all(c.dep_ in _BARE for c in token.children)
        if counted or token.lower_ in self.plural:
            meant = self.antecedents.of_group(index, size)
            return [_via(member, step, "group") for member in meant]
        if _is_definite(token, self.lexicon.phrases.definite) and self.lexicon.is_plural(
            token.lower_
        ):
            numbers = [c.lower_ for c in token.children if c.dep_ == "nummod"]
            size = self.lexicon.sizes.get(numbers[0]) if numbers else None
            if size is not None:  # "the three women"
                meant = self.antecedents.of_group(index, size)
                return [_via(member, step, "group") for member in meant]
        return []

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
        name = self._names.get(sentence.start + token.i) or self._apposed(token, sentence)
        if name is not None:
            return name.found_by(f"{step}/{name.rule}")
        if self.is_pronoun(token):
            teller = _relative_teller(token, self.lexicon.role_words.relative)
            if teller is not None and depth < 2:
                return self.one(teller, sentence, step, depth + 1, held=held)
            return self._by_pronoun(token, sentence, step, held=held)
        picked = self._picked_part(token, sentence)
        if picked is not None:
            return _via(picked, step, "apposed")
        onward = _onward(token, self.parts, self.lexicon.role_words.relative)
        if onward is not None:
            return self.one(onward, sentence, step, depth + 1, held=held) if depth < 2 else None
        if _is_bare_number(token, self.lexicon.phrases.everybody):
            meant = self.antecedents.of_pronoun(sentence.start + token.i, "they", held=held)
            return _via(meant, step, "number-for-group", "number") if meant else None
        return (
            self._of_apposition(token, sentence, step)
            or self._by_body(token, sentence, step)
            or self._by_description(token, sentence, step)
            or self._as_printed(token, sentence, step)
        )

    def _by_pronoun(
        self, token: Token, sentence: Span, step: str, *, held: bool
    ) -> Argument | None:
        others = self._others(token, sentence) if token.dep_ != "nsubj" else []
        index = sentence.start + token.i
        meant = self.antecedents.of_pronoun(index, token.lower_, others, held=held)
        return _via(meant, step, "pronoun", "pronoun") if meant else None

    def _picked_part(self, token: Token, sentence: Span) -> Argument | None:
        """Return the name that says which one: "one of them, A, died"."""
        below = _of(token)
        if below is None or below.lower_ not in self.plural or token.lower_ not in self.parts:
            return None
        return self._picked(below, sentence)

    def _of_apposition(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the name that a noun describes: "A, a student arrested in May"."""
        if token.dep_ != "appos":
            return None
        name = self._names.get(sentence.start + token.head.i)
        return _via(name, step, "named") if name is not None else None

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
        word, others = token.lower_, self._sources(token, sentence)
        if not _is_aged(token):
            single = (
                word in self.lexicon.individuals
                or word in self.antecedents.roles
                or self.lexicon.sex_of_word(word)
            )
            if not single or not _is_definite(token, self.lexicon.phrases.definite):
                return None
            others = self._others(token, sentence) + others
        meant = self.antecedents.of_description(sentence.start + token.i, word, others)
        return _via(meant, step, "description", "description") if meant else None

    def _as_printed(self, token: Token, sentence: Span, step: str) -> Argument | None:
        """Return the noun phrase, of a noun that names people or a body or has a capital."""
        # "Photographs show that ...": a capital at the start of a sentence is no name yet.
        alone = token.i == 0 and not any(c.dep_ in ("compound", "appos") for c in token.children)
        elsewhere = sentence.start + token.i in self._elsewhere
        proper = token.pos_ == "PROPN" and not elsewhere and not alone
        if not (proper or self.lexicon.is_participant(token)):
            return None
        return self.phrase(
            token,
            sentence,
            f"{step}/noun-phrase",
            self.lexicon.relational,
            through_relative=step in THROUGH_RELATIVE,
        )

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
        """Return a noun's phrase as printed, without the country it is of ("Ecuador's police")."""
        start, end = extent(token, relational, self.lexicon.phrases.leading)
        for mark in range(start + 1, token.i):
            if sentence[mark].lower_ in _OF_COUNTRY and self._is_place(sentence.start + mark - 1):
                start = mark + 1
        first, last = sentence[start], sentence[end - 1]
        reference: Reference = "relative" if through_relative else "phrase"
        head = sentence[token.i].idx
        return Argument(
            first.idx,
            last.idx + len(last),
            head,
            rule,
            kind,
            reference,
            entity=entity_named_at(self.doc, head),
        )

    def _is_place(self, index: int) -> bool:
        return index in self._places

    def sex_of(self, person: Argument) -> str | None:
        """Return "m", "f" or None of a named person."""
        return self.antecedents.sex_of(person.entity)

    def sex_of_name(self, span: Span) -> str | None:
        """Return "m", "f" or None of the person whom a span of the doc names."""
        return self.antecedents.sex_of(Referent.named(span, "person").entity)

    def is_pronoun(self, token: Token) -> bool:
        """Tell whether a token is a pronoun that stands for people."""
        return token.lower_ in self.pronouns

    def name_at(self, index: int) -> Argument | None:
        """Return the name of which a token of the doc is part."""
        return self._names.get(index)

    def name_near(
        self, index: int, reach: int, sentence: Span, *, after: bool = True
    ) -> Argument | None:
        """Return the name at most ``reach`` tokens before (or after) a token of the doc."""
        for step in range(1, reach + 1):
            for beside in (index - step, index + step) if after else (index - step,):
                if sentence.start <= beside < sentence.end and beside in self._names:
                    return self._names[beside]
        return None

    def _picked(self, token: Token, sentence: Span) -> Argument | None:
        """Return the name set off by commas behind a token."""
        comma, first = sentence.start + token.i + 1, sentence.start + token.i + 2
        if first >= sentence.end or self.doc[comma].text != "," or first not in self._names:
            return None
        name = self._names[first]
        after = next((i for i in range(first, sentence.end) if i not in self._names), None)
        closed = after is not None and self.doc[after].text in (",", "(", "—", "–")
        return name if closed else None

    def _others(self, token: Token, sentence: Span) -> list[Offsets]:
        """Return who an object cannot mean: the subjects and controllers of its own clause."""
        if token.dep_ not in ("dobj", "dative", "pobj", "nsubj"):
            return []
        verb = token.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        found = []
        for _ in range(_CLIMB):
            for child in verb.children:
                doer = child.dep_ == "nsubj" or (child.dep_ == "dobj" and verb != token.head)
                if doer and child != token and token not in child.subtree:
                    found.append(self._plain(child, sentence))
            if verb.dep_ not in ("xcomp", "conj", "ccomp") or token.dep_ == "nsubj":
                break
            if verb.dep_ != "xcomp" and any(c.dep_ in _SUBJECTS for c in verb.children):
                break  # "she told how guards beat her": a subject of another clause may be meant
            verb = verb.head
        return found

    def _sources(self, token: Token, sentence: Span) -> list[Offsets]:
        """Return who tells the clause of a token: "A said that the activist" is not A."""
        return [
            self._plain(child, sentence)
            for below in (token, *token.ancestors)
            if below.dep_ == "ccomp"
            for child in below.head.children
            if child.dep_ in _SUBJECTS
        ]

    def _plain(self, token: Token, sentence: Span) -> Offsets:
        """Return where the text names whom a subject stands for."""
        word = self.doc[sentence.start + token.i]
        name: Argument | Referent | None = self._names.get(word.i) or self._apposed(token, sentence)
        if name is None and token.lower_ in self.pronouns:
            name = self.antecedents.of_pronoun(word.i, token.lower_)
        return (name.start, name.end) if name else (word.idx, word.idx + len(word))

    def _apposed(self, token: Token, sentence: Span) -> Argument | None:
        for below in token.children:
            if below.dep_ == "appos" and below.i > token.i:
                name = self._names.get(sentence.start + below.i)
                if name is not None:
                    return name
        return None


def _of(token: Token) -> Token | None:
    for below in token.children:
        if below.dep_ == "prep" and below.lower_ == "of":
            return next((c for c in below.children if c.dep_ == "pobj"), None)
    return None


def _onward(token: Token, parts: frozenset[str], relatives: frozenset[str]) -> Token | None:
    """Return the noun that says who is meant: of "one of the guards", of a relative pronoun."""
    below = _of(token)
    if below is not None and (token.lower_ in parts or token.like_num):
        return below
    relative = token.lower_ in relatives and token.head.dep_ == "relcl"
    return token.head.head if relative else None


def _relative_teller(token: Token, relatives: frozenset[str]) -> Token | None:
    """Return the noun whose relative clause tells it: "men who said they had been kicked"."""
    clause = token.head
    if token.dep_ not in _SUBJECTS or clause.dep_ != "ccomp" or clause.head.dep_ != "relcl":
        return None
    told_by_it = any(c.dep_ == "nsubj" and c.lower_ in relatives for c in clause.head.children)
    return clause.head.head if told_by_it else None


def _is_bare_number(token: Token, everybody: frozenset[str]) -> bool:
    """Tell whether a number or "all" stands for people without a noun."""
    bare = token.like_num and all(c.dep_ in _BARE for c in token.children)
    return token.lower_ in everybody or bare


def _is_aged(token: Token) -> bool:
    """Tell whether a token is the "old" of "the 32-year-old"."""
    return token.lower_ == "old" and token.i > 1 and token.nbor(-2).lower_ == "year"


def _is_definite(token: Token, definite: frozenset[str]) -> bool:
    determiner = next((c for c in token.children if c.dep_ == "det"), None)
    if determiner is None or determiner.lower_ not in definite:
        return False
    return not any(c.dep_ in ("relcl", "acl") or c.lower_ in ("of", "from") for c in token.rights)


def _via(
    found: Argument | Referent, step: str, how: str, reference: Reference = "name"
) -> Argument:
    rule = f"{step}/{how}"
    if isinstance(found, Referent):
        return Argument.of(found, rule, reference)
    return found.found_by(rule)

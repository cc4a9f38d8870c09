"""Whom the paths of a frame lead to: the subjects and actors of one trigger."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.resolve import Resolver
from custody_records.annotate.arguments.roles import follow
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.entities.references.roles import Roles
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import text_of

_LINKS = frozenset([",", ";"])


@dataclass(slots=True)
class Participants:
    """Follows paths from the trigger of one sentence; ``heads`` collects where they led.

    ``first_person``: word in lower case → whether it means several people ("we"). ``held`` and
    ``staff``: every form of the nouns for those in custody and for those who hold them; ``near``:
    nouns for kin and lawyers.
    """

    sentence: Span
    resolver: Resolver
    lexicon: ParticipantLexicon
    first_person: dict[str, bool]
    held: frozenset[str]
    staff: frozenset[str]
    near: frozenset[str] = frozenset()
    attributions: Iterable[Attribution] = ()
    heads: list[Token] = field(default_factory=list)

    def reach(
        self, trigger: Token, paths: Iterable[str], *, people_only: bool = False
    ) -> tuple[Argument, ...]:
        """Return what the first path that leads to a participant gives."""
        owned = any(child.dep_ == "poss" for child in trigger.children)
        for path in paths:
            if owned and path.startswith("<"):
                continue  # "his mother was told of his death": whose it is, it says itself
            reached = follow(trigger, path, self.lexicon.role_words)
            for token, step in reached:
                self.heads.append(token)
                found = self.resolver.all(token, self.sentence, step, held=people_only)
                if people_only:
                    found = [one for one in found if self._is_of_people(one)]
                found = found or self._speaking(token)
                if found:
                    return tuple(found)
                if self.resolver.is_pronoun(token):
                    return ()  # "his mother was told of his death": his, whoever he is
        return ()

    def without_advocates(
        self, subjects: tuple[Argument, ...], actors: tuple[Argument, ...]
    ) -> tuple[Argument, ...]:
        """Return the subjects without those who complain as somebody's kin or lawyer."""
        roles = Roles.of(self.sentence.doc)
        doers = {actor.entity for actor in actors if actor.entity is not None}
        return tuple(
            one
            for one in subjects
            if one.entity not in doers or self.near.isdisjoint(roles.of_person(one.entity))
        )

    def gapped(self, trigger: Token, found: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """Return those whose terms follow without the verb: "gave A five years, B four"."""
        words, more = trigger.doc, dict[int, Argument]()
        for token in words[trigger.i + 1 :] if found else ():
            name = self.resolver.names.at(self.sentence.start + token.i)
            if name is None or name.kind != "person" or self.sentence[token.i].idx != name.start:
                continue
            if self._has_a_term(words, token.i, name) and name.start not in (
                o.start for o in found
            ):
                more[name.start] = name.found_by("gapped")
        return tuple(more.values())

    def _has_a_term(self, words: Doc, first: int, name: Argument) -> bool:
        """Tell whether a name stands in a list between a comma or "and" and a number."""
        phrases = self.lexicon.phrases
        end = first
        while end < len(words) and self.sentence[end].idx < name.end:
            end += 1
        if end < len(words) and words[end].lower_ in phrases.recipients:
            end += 1
        before = words[first - 1]
        joined = before.text in _LINKS or before.lower_ in phrases.joiners
        return joined and end < len(words) and words[end].like_num

    def held_among(self, subjects: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """Return the subjects without the staff named beside those who are held."""
        words = [self._head_word(subject) for subject in subjects]
        if not any(word in self.held for word in words):
            return subjects
        told = zip(subjects, words, strict=True)
        return tuple(subject for subject, word in told if word not in self.staff)

    def are_staff(self, subjects: tuple[Argument, ...]) -> bool:
        """Tell whether all subjects, of whom there is one, are staff and have no name."""
        return bool(subjects) and all(
            not subject.is_named and self._head_word(subject) in self.staff for subject in subjects
        )

    def _speaking(self, token: Token) -> list[Argument]:
        """Return whom "I" or "we" stands for: who says it."""
        if token.lower_ not in self.first_person:
            return []
        several = self.first_person[token.lower_]
        at = self.sentence[token.i].idx
        holding = [a for a in self.attributions if a.start <= at < a.end]
        for one in sorted(holding, key=lambda a: a.end - a.start):
            source = one.source
            if source is None:
                continue
            body = source.kind == "organization" or self.lexicon.is_plural(self._head_word(source))
            if body == several:
                return [source.found_by("speaker", "name")]
        return []

    def _is_of_people(self, argument: Argument) -> bool:
        """Tell whether an argument can be somebody whom an arrest or a death befalls."""
        if argument.kind == "organization":
            return False
        word = self._head_word(argument)
        return word not in self.lexicon.bodies or word in self.lexicon.people

    def _head_word(self, argument: Argument) -> str:
        printed = text_of(self.sentence.doc)[argument.head : argument.end]
        return printed.split(" ")[0].lower()

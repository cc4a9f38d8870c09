"""Who the source of a saying is, by the name that the text has for it.

Each step has a name, which the argument carries: ``source.in-force/...`` (the speaker before, for
"he said"), ``source.namesake`` ("the ministry" for the Interior Ministry), ``source.role`` ("the
lawyer" for whom the text named as one), ``source.voice`` (a body, for its unnamed spokesman or
press service), ``source.owner`` (who issued a document), ``source.title`` (the name after a
title), ``source.medium``, ``source.recording``, ``source.document``, ``source.unnamed``
("following reports that ...").
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from pipeline.annotate.arguments.antecedents import PLURAL, SINGULAR
from pipeline.annotate.arguments.argument import Argument
from pipeline.annotate.arguments.forms import Forms
from pipeline.annotate.arguments.lexicon import Lexicon
from pipeline.annotate.arguments.namesakes import (
    body_named,
    is_bare,
    last_name,
    person_of_role,
    roles_of,
)
from pipeline.annotate.arguments.phrases import extent
from pipeline.annotate.arguments.resolve import Resolver
from pipeline.annotate.arguments.roles import child, with_conjuncts
from pipeline.annotate.attributions.parsed import Saying
from pipeline.annotate.attributions.reading import Attribution
from pipeline.annotate.attributions.schema import SourceCues
from pipeline.annotate.text import text_of

_SPEAKERS = 12  # attributions among which the one with a role is looked for
IN_FORCE = 1200  # characters for which a speaker stays the one who "he" is
_OWNED = frozenset(["its", "their"])
_OWNERS = frozenset(["by", "from", "of"])


class Speakers:
    """Resolves the heads of sources of one rule set."""

    def __init__(self, rules: SourceCues, forms: Forms, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.media = forms.of_all(rules.media)
        self.recordings = forms.of_all(rules.recordings)
        self.documents = forms.of_all(rules.documents)
        self.voices = forms.of_all(rules.voices)
        self.indefinite = frozenset(rules.indefinite)
        self.attached = {
            form: frozenset(words)
            for noun, words in rules.attached.items()
            for form in forms.of(noun)
        }
        self._carriers = self.media | self.recordings | self.documents
        self._relational = lexicon.people | lexicon.bodies

    def of(
        self,
        saying: Saying,
        sentence: Span,
        resolver: Resolver,
        step: str,
        before: Sequence[Attribution],
    ) -> list[Argument]:
        """Return who speaks; nobody where the head names neither people nor a medium."""
        if saying.source is None:
            return []
        found: list[Argument] = []
        for each in with_conjuncts(saying.source):
            argument = self._one(each, saying.cue, sentence, resolver, step, before)
            if argument is not None and argument not in found:
                found.append(argument)
        return found

    def is_medium(self, head: Token | None) -> bool:
        """Tell whether a word names what shows or carries a report."""
        return head is not None and head.lower_ in self._carriers

    def _one(
        self,
        head: Token,
        cue: Token,
        sentence: Span,
        resolver: Resolver,
        step: str,
        before: Sequence[Attribution],
    ) -> Argument | None:
        last = _in_force(sentence, before)
        word = head.lower_
        if last is not None and self._stands_for(word, last, sentence.doc):
            return _renamed(last, f"source.in-force/{last.rule.rsplit('/', 1)[-1]}")
        if word in self.indefinite and not any(c.dep_ == "prep" for c in head.children):
            return self._printed(head, sentence, "source.indefinite")
        body = self._body(head, sentence, last, before)
        if body is not None:
            return body
        if word in self.documents and (owner := self._owner(head, sentence, resolver)):
            return owner
        known = resolver.one(head, sentence, step)
        if known is not None:
            if known.rule.endswith("/noun-phrase"):
                return self._printed(head, sentence, known.rule, resolver)
            person = word in SINGULAR
            return _renamed(known, f"{known.rule}-of-person") if person else known
        if word in self.media and (called := resolver.name_at(sentence.start + head.i + 1)):
            return _renamed(called, f"{step}/{called.rule}")  # "the newspaper My city"
        if cue == head:
            return self._printed(head, sentence, "source.unnamed")
        if word in self.recordings:
            return self._printed(head, sentence, "source.recording")
        if word in self.media:
            return self._printed(head, sentence, "source.medium")
        if word in self.documents:
            return self._printed(head, sentence, "source.document")
        return None

    def _stands_for(self, pronoun: str, last: Argument, doc: Doc) -> bool:
        """Tell whether "he", "they" or "it" may be the last speaker."""
        word = text_of(doc)[last.head : last.end].split(" ")[0].lower()
        phrase = last.rule.endswith("noun-phrase")
        if pronoun in SINGULAR:
            sex = self.lexicon.sex_of_word(word) if phrase else self._sex(last, doc)
            person = last.rule.endswith("person") or (
                phrase and word in self.lexicon.people and not self.lexicon.is_plural(word)
            )
            return person and (sex is None or sex == self.lexicon.sex_of_word(pronoun))
        if pronoun in PLURAL:
            return last.rule.endswith("organization") or (phrase and self.lexicon.is_plural(word))
        return pronoun == "it" and (
            last.rule.endswith(("organization", "medium", "recording", "document"))
            or (phrase and word in self.lexicon.bodies)
        )

    def _sex(self, person: Argument, doc: Doc) -> str | None:
        return self.lexicon.sex_of_name(text_of(doc)[person.start : person.end])

    def _body(
        self, head: Token, sentence: Span, last: Argument | None, before: Sequence[Attribution]
    ) -> Argument | None:
        """Return the named body or person for "the ministry", "its press service", "the lawyer"."""
        word = head.lower_
        if word in self.voices:
            return self._voiced(head, sentence, last)
        if not is_bare(head):
            return None
        index = sentence.start + head.i
        if word in self.lexicon.groups and last and last.rule.endswith("organization"):
            return _renamed(last, "source.namesake/named-organization")
        if word in self.lexicon.bodies or word in self.lexicon.groups:
            named = body_named(sentence.doc, index, word, self.lexicon)
            return _renamed(named, "source.namesake/named-organization") if named else None
        if word in self.lexicon.people and not self.lexicon.is_plural(word):
            named = self._speaker_of_role(sentence.doc, word, before)
            named = named or person_of_role(sentence.doc, index, word)
            return _renamed(named, "source.role/named-person") if named else None
        return None

    @staticmethod
    def _speaker_of_role(doc: Doc, word: str, before: Sequence[Attribution]) -> Argument | None:
        """Return the last speaker of whom the text says the role."""
        for one in reversed(before[-_SPEAKERS:]):
            source = one.source
            if source is not None and any(
                word in role.lower().split() for role in roles_of(doc, source.start)
            ):
                return source
        return None

    def _voiced(self, head: Token, sentence: Span, last: Argument | None) -> Argument | None:
        """Return the body for which an unnamed spokesman or a press service speaks."""
        doc = sentence.doc
        if any(c.dep_ == "appos" for c in head.children):
            return None  # "its spokesman, Ivan Petrov": he has a name
        index = sentence.start + head.i
        inside = range(sentence.start + head.left_edge.i, sentence.start + head.right_edge.i + 1)
        for span in doc.spans.get("people", ()):
            if span.start in inside:
                return None
        for span in doc.spans.get("organizations", ()):
            if span.start in inside:
                reading = span._.organization
                return Argument(
                    reading.start, reading.end, reading.start, "source.voice/named-organization"
                )
        if any(c.lower_ in _OWNED for c in head.subtree):
            named = last_name(doc, "organizations", index, lambda _: True)
            return _renamed(named, "source.voice/named-organization") if named else None
        return None

    def _owner(self, head: Token, sentence: Span, resolver: Resolver) -> Argument | None:
        """Return who issued a document: "the ombudsman's report", "a letter from inmates"."""
        owners = [child(head, "poss")]
        owners += [
            child(c, "pobj") for c in head.children if c.dep_ == "prep" and c.lower_ in _OWNERS
        ]
        for owner in owners:
            if owner is not None:
                found = resolver.one(owner, sentence, "source.owner")
                if found is not None:
                    return found
        return None

    def _printed(
        self, head: Token, sentence: Span, rule: str, resolver: Resolver | None = None
    ) -> Argument:
        """Return a phrase as printed, with the "of ..." that tells whose it is.

        A name right after it is who it is: "the head of the press service Aida Asanova".
        """
        start, end = extent(head, self._relational)
        after = sentence.start + end
        if resolver is not None and after < sentence.end and (name := resolver.name_at(after)):
            return _renamed(name, f"source.title/{name.rule}")
        for below in head.rights:
            if below.dep_ == "prep" and below.i == end:
                if below.lower_ in self.attached.get(head.lower_, ()):
                    end = _end_of_noun(below)
                break
        first, final = sentence[start], sentence[end - 1]
        return Argument(first.idx, final.idx + len(final), sentence[head.i].idx, rule)


def _end_of_noun(preposition: Token) -> int:
    noun = child(preposition, "pobj")
    if noun is None:
        return preposition.i
    end = noun.i + 1
    for below in noun.rights:
        if below.dep_ == "prep" and below.lower_ == "of" and below.i == end:
            end = _end_of_noun(below)
    return end


def _in_force(sentence: Span, before: Sequence[Attribution]) -> Argument | None:
    """Return the last speaker, if he spoke not long before."""
    for attribution in reversed(before):
        if attribution.source is not None:
            near = sentence.start_char - attribution.cue[0] < IN_FORCE
            return attribution.source if near else None
    return None


def _renamed(argument: Argument, rule: str) -> Argument:
    return Argument(argument.start, argument.end, argument.head, rule)

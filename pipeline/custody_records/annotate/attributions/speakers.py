"""Who the source of a saying is, by the name that the text has for it.

Each step has a name, which the argument carries: ``source.in-force/...`` (the speaker before, for
"he said"), ``source.namesake`` ("the ministry" for the Interior Ministry), ``source.role`` ("the
lawyer" for whom the text named as one), ``source.voice`` (a body, for its unnamed spokesman or
press service), ``source.owner`` (who issued a document), ``source.title`` (the name after a
title), ``source.medium``, ``source.recording``, ``source.document``, ``source.unnamed``
("following reports that ...").
"""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument, Kind
from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.arguments.nouns import is_bare
from custody_records.annotate.arguments.resolve import Resolver
from custody_records.annotate.arguments.roles import child, with_conjuncts
from custody_records.annotate.attributions.last_speakers import SPEAKERS, in_force
from custody_records.annotate.attributions.offices import Offices
from custody_records.annotate.attributions.parsed import Saying
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.attributions.schema import SourceCues
from custody_records.annotate.cache import cached
from custody_records.annotate.entities.references.bodies import BodyReferences
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.tags import NOUNS
from custody_records.annotate.text import text_of

_OWNER_REACH = 3  # tokens from a noun to the name of whom it speaks for
# Coarse tags of the words of a list of bodies; labels of words inside one of its names.
_IN_A_LIST = frozenset(["NOUN", "PROPN", "DET", "ADJ", "PUNCT", "CCONJ", "PART"])
_INSIDE = frozenset(["compound", "poss", "amod", "case"])


class Speakers:
    """Resolves the heads of sources of one rule set."""

    def __init__(self, rules: SourceCues, forms: Forms, lexicon: ParticipantLexicon) -> None:
        self.rules = rules
        self.lexicon = lexicon
        self.media = forms.of_all(rules.media)
        self.recordings = forms.of_all(rules.recordings)
        self.documents = forms.of_all(rules.documents)
        self.owned = self.documents | forms.of_all(rules.owned)
        self.voices = forms.of_all(rules.voices)
        self.indefinite = frozenset(rules.indefinite)
        self.attached = {
            form: frozenset(words)
            for noun, words in rules.attached.items()
            for form in forms.of(noun)
        }
        self.offices = Offices(rules.same_office, lexicon)
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
        for each in (*with_conjuncts(saying.source), *_further(saying)):
            argument = self._one(each, saying.cue, sentence, resolver, step, before)
            if argument is not None and argument not in found:
                found.append(argument)
        return found

    def proper(self, head: Token, sentence: Span, resolver: Resolver) -> list[Argument]:
        """Return a name of which nothing else is known: "Russia insists", "The Hill reported"."""
        at = sentence[head.i].idx
        facilities = sentence.doc.spans.get("facilities", ())
        if head.pos_ != "PROPN" or any(s.start_char <= at < s.end_char for s in facilities):
            return []
        return [self._printed(head, sentence, "source.proper", resolver)]

    def informed(self, cue: Token, sentence: Span, resolver: Resolver) -> list[Argument]:
        """Return the body that somebody tells something: "an inquest was told that ..."."""
        told = child(cue, "nsubjpass")
        if told is None or child(cue, "agent") is not None:
            return []
        if told.lower_ in self.media:
            return [self._printed(told, sentence, "source.informed", resolver)]
        body = resolver.one(told, sentence, "source.informed")
        return [body] if body is not None and body.kind == "organization" else []

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
        last = in_force(sentence, before)
        word = head.lower_
        if (
            last is not None
            and self._stands_for(word, last, resolver)
            and not self._someone_new(head, sentence, last, resolver)
        ):
            return last.found_by("source.in-force")
        if (
            last is not None
            and word in self.documents
            and last.kind == "organization"
            and is_bare(head, self.lexicon.phrases.anaphoric)
        ):
            return last.found_by("source.its-document")  # "Amnesty said ... The report adds that"
        if word in self.indefinite and not any(c.dep_ == "prep" for c in head.children):
            return self._printed(head, sentence, "source.indefinite", resolver)
        body = self._body(head, sentence, resolver, last)
        body = body or self.offices.bearer(head, sentence, before)
        if body is not None:
            return body
        if word in self.owned and (owner := self._owner(head, sentence, resolver)):
            return owner
        known = resolver.one(head, sentence, step)
        if known is not None:
            if known.reference in ("phrase", "relative"):
                fuller = self._said_before(head, before, resolver)
                return fuller or self._printed(head, sentence, known.rule, resolver)
            return known
        if word in self.lexicon.words.closed.expletive:
            return self._just_named(head, sentence)
        return self._unnamed(head, cue, sentence, resolver)

    def _just_named(self, head: Token, sentence: Span) -> Argument | None:
        """Return the body that "it" is, the last one named before in its paragraph, or None."""
        begin = text_of(sentence.doc).rfind("\n", 0, sentence.start_char) + 1
        index = sentence.start + head.left_edge.i
        named = BodyReferences.of(sentence.doc, self.lexicon).last_named(index, begin)
        return Argument.of(named, "source.just-named") if named else None

    def _said_before(
        self, head: Token, before: Sequence[Attribution], resolver: Resolver
    ) -> Argument | None:
        """Return the phrase by which "the activists" were called before: "rights activists"."""
        if not is_bare(head, self.lexicon.phrases.anaphoric):
            return None
        for one in reversed(before[-SPEAKERS:]):
            if one.source is None or one.source.kind != "phrase":
                continue
            printed = text_of(resolver.doc)[one.source.head : one.source.end].lower()
            if printed.split(" ")[0] == head.lower_:
                return one.source.found_by("source.said-before")
        return None

    def _unnamed(
        self, head: Token, cue: Token, sentence: Span, resolver: Resolver
    ) -> Argument | None:
        """Return what says or shows something without being people: reports, a video, a paper."""
        if cue == head:
            return self._printed(head, sentence, "source.unnamed", resolver, "unnamed")
        if any(child.like_num for child in head.rights):
            return None  # "citing Article 12": what a law rules is nobody's word
        kinds: tuple[tuple[frozenset[str], Kind], ...] = (
            (self.recordings, "recording"),
            (self.media, "medium"),
            (self.documents, "document"),
        )
        for words, kind in kinds:
            if head.lower_ in words:
                return self._printed(head, sentence, f"source.{kind}", resolver, kind)
        return None

    def _someone_new(
        self, pronoun: Token, sentence: Span, last: Argument, resolver: Resolver
    ) -> bool:
        """Tell whether a paragraph, before its "he", names another person than the last speaker.

        Who spoke in an earlier paragraph is then not in force: "A was released. “...,” he said."
        """
        text, sex = text_of(sentence.doc), self.lexicon.sex_of_word(pronoun.lower_)
        if sex is None:
            return False
        begin = text.rfind("\n", 0, sentence.start_char) + 1
        if last.head >= begin:
            return False
        people = cached(sentence.doc, "starts of people", _starts_of_people)
        since, until = ((at,) for at in (begin, sentence[pronoun.i].idx))
        between = people[bisect_left(people, since) : bisect_left(people, until)]
        named = (sentence.doc.spans["people"][number] for _, number in between)
        return any(resolver.sex_of_name(span) in (None, sex) for span in named)

    def _stands_for(self, pronoun: str, last: Argument, resolver: Resolver) -> bool:
        """Tell whether "he", "they" or "it" may be the last speaker."""
        word = text_of(resolver.doc)[last.head : last.end].split(" ")[0].lower()
        phrase = last.kind == "phrase"
        if pronoun in self.lexicon.singular_pronouns:
            sex = self.lexicon.sex_of_word(word) if phrase else resolver.sex_of(last)
            person = last.kind == "person" or (
                phrase and word in self.lexicon.people and not self.lexicon.is_plural(word)
            )
            return person and (sex is None or sex == self.lexicon.sex_of_word(pronoun))
        if pronoun in self.lexicon.plural_pronouns:
            return last.kind == "organization" or (phrase and self.lexicon.is_plural(word))
        return pronoun in self.lexicon.words.closed.expletive and (
            last.kind in ("organization", "medium", "recording", "document")
            or (phrase and word in self.lexicon.bodies)
        )

    def _body(
        self, head: Token, sentence: Span, resolver: Resolver, last: Argument | None
    ) -> Argument | None:
        """Return the named body for "the ministry", "its press service"."""
        word = head.lower_
        if word in self.voices:
            return self._voiced(head, sentence, resolver)
        if not is_bare(head, self.lexicon.phrases.anaphoric):
            return None
        index = sentence.start + head.i
        if word in self.lexicon.groups and last and last.kind == "organization":
            return last.found_by("source.namesake")
        if word in self.lexicon.bodies or word in self.lexicon.groups:
            named = BodyReferences.of(sentence.doc, self.lexicon).last_called(index, word)
            return Argument.of(named, "source.namesake") if named else None
        return None

    def _voiced(self, head: Token, sentence: Span, resolver: Resolver) -> Argument | None:
        """Return the body for which an unnamed spokesman or a press service speaks."""
        if any(c.dep_ == "appos" for c in head.children):
            return None  # "its spokesman, Ivan Petrov": he has a name
        further = next((c.i for c in head.rights if c.dep_ == "cc"), head.right_edge.i + 1)
        body, last = None, min(head.right_edge.i, further - 1)
        if last == head.i and sentence[last : last + 2][-1].lower_ in self.rules.speaks_for:
            last += (
                _OWNER_REACH  # "lawyers and monitors of the National Mechanism": hung on lawyers
            )
        for index in range(head.left_edge.i, min(last + 1, len(sentence))):
            named = resolver.names.at(sentence.start + index)
            if named is not None and named.kind == "person":
                return None
            body = body or named
        return body.found_by("source.voice") if body else None

    def _owner(self, head: Token, sentence: Span, resolver: Resolver) -> Argument | None:
        """Return who issued a document: "the ombudsman's report", "a letter from inmates"."""
        owners = [child(head, "poss")]
        owners += [
            child(c, "pobj")
            for c in head.children
            if c.dep_ == "prep" and c.lower_ in self.rules.issued_by
        ]
        owners += [  # "information received by the experts", "a paper obtained by the agency"
            child(agent, "pobj")
            for c in head.children
            if c.dep_ == "acl" and (agent := child(c, "agent"))
        ]
        for owner in owners:
            if owner is not None:
                found = resolver.one(owner, sentence, "source.owner")
                if found is not None:
                    return found
        return None

    def _printed(
        self, head: Token, sentence: Span, rule: str, resolver: Resolver, kind: Kind = "phrase"
    ) -> Argument:
        """Return a phrase as printed, with the "of ..." that tells whose it is.

        A name right after it is who it is: "the head of the press service Aida Asanova", "the
        brother of the deceased, Omar Asanov".
        """
        phrase = resolver.phrase(head, sentence, rule, self._relational, kind)
        span = sentence.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        end = span.end - sentence.start if span is not None else head.i + 1
        if kind == "phrase" and not self.lexicon.is_plural(head.lower_):
            for index in range(head.i + 1, min(end + 2, len(sentence))):
                name = resolver.names.at(sentence.start + index)
                apposed = sentence[index - 1].text == "," and index <= head.right_edge.i
                if name is not None and (index == end or apposed) and name.kind == "person":
                    return name.found_by("source.title")
        called = self._called_so(head, end, sentence)
        if called is not None:
            return replace(phrase, start=called[0], end=called[1], head=called[0])
        for below in head.rights:
            if below.i == end and below.lower_ in self.attached.get(head.lower_, ()):
                genitive = self.lexicon.words.closed.genitive
                last = sentence[_end_of_noun(below, genitive) - 1]
                return replace(phrase, end=last.idx + len(last))
            if below.i >= end and below.dep_ == "relcl" and head.lower_ in self.rules.vague:
                last = sentence[_end_of_clause(below, sentence) - 1]
                return replace(phrase, end=last.idx + len(last))
        return phrase

    def _called_so(self, head: Token, end: int, sentence: Span) -> tuple[int, int] | None:
        """Return where the unknown name stands right behind "the news agency" or "the group"."""
        last = end
        if head.lower_ in self.media or head.lower_ in self.lexicon.groups:
            while last < len(sentence) and head.doc[last].pos_ == "PROPN":
                last += 1
        if last == end:
            return None
        return sentence[end].idx, sentence[last - 1].idx + len(sentence[last - 1])


def _starts_of_people(doc: Doc) -> list[tuple[int, int]]:
    """Return (first character, place in the group) of every name of a person, in text order."""
    people = doc.spans.get("people", ())
    return sorted((span.start_char, number) for number, span in enumerate(people))


def _further(saying: Saying) -> list[Token]:
    """Return those of a list that the parser hung elsewhere: "according to A, B's office and C"."""
    source = saying.source
    if source is None or saying.cue.i > source.i:
        return []
    rest = [t for t in saying.cue.doc[source.i + 1 :] if not t.is_space]
    listed = any(t.pos_ == "CCONJ" for t in rest) and all(t.pos_ in _IN_A_LIST for t in rest)
    if not listed or rest[0].text != ",":
        return []
    return [t for t in rest if t.pos_ in NOUNS and t.dep_ not in _INSIDE]


def _end_of_noun(preposition: Token, genitive: Container[str]) -> int:
    """Return the index after the noun of "in law enforcement", "close to the inquiry"."""
    noun = child(preposition, "pobj")
    further = child(preposition, "prep")
    if noun is None:
        return _end_of_noun(further, genitive) if further is not None else preposition.i
    end = noun.i + 1
    for below in noun.rights:
        if below.dep_ == "prep" and below.lower_ in genitive and below.i == end:
            end = _end_of_noun(below, genitive)
    return end


def _end_of_clause(verb: Token, sentence: Span) -> int:
    """Return the index after "who left the prison", without the day and what a comma sets off."""
    dated = {t.i for span in sentence.doc.spans.get("timex", ()) for t in span}
    end = verb.i + 1
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if token.is_punct or sentence.start + token.i in dated:
            break
        end = token.i + 1
    while end > verb.i + 1 and verb.doc[end - 1].pos_ in ("ADP", "DET", "SCONJ"):
        end -= 1
    return end

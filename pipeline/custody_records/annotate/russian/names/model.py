"""What the recogniser says, trimmed to what the contract calls a name."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.names.name import Kind
from custody_records.annotate.overlaps import MODEL, Candidate, Rank
from custody_records.annotate.russian.morphology.persons import PersonNames
from custody_records.annotate.russian.names.words import NameWords, plain
from custody_records.annotate.text import text_of

_KINDS: dict[str, Kind] = {"PERSON": "person", "ORG": "organization", "GPE": "place"}
CALLED = "person.called"
_APART = ("(", ")", "•", "|", "·", ";")  # what no name goes over
_BEFORE_SPEECH = ("—", "–", "-", "«", "“", "„", ":")
_CLOSE = "»”\"')"


class ModelNames:
    """Yields a candidate for each entity that can be a name."""

    def __init__(self, words: NameWords, people: PersonNames) -> None:
        self.words = words
        self.people = people

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield the trimmed entities of people, bodies and places; models know further labels."""
        for entity in doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind is None:
                continue
            for part in self._parts(entity):
                span = self._trimmed(part, kind)
                if span is not None and self._can_be(span, kind):
                    yield Candidate(span.start_char, span.end_char, MODEL, Rank.MODEL, reading=kind)
        for told in self.words.people.called.finditer(text_of(doc)):
            yield Candidate(*told.span("name"), CALLED, Rank.MODEL, reading="person")

    @staticmethod
    def _parts(entity: Span) -> Iterator[Span]:
        """Yield "Министерство внутренних дел" and "МВД" of what has the one in brackets."""
        start = entity.start
        for token in entity:
            if token.text in _APART or token.is_space:
                if token.i > start:
                    yield entity.doc[start : token.i]
                start = token.i + 1
        if start < entity.end:
            yield entity.doc[start : entity.end]

    def _trimmed(self, span: Span, kind: Kind) -> Span | None:
        doc, start, end = span.doc, span.start, span.end
        while start < end and (doc[start].is_punct or doc[start].pos_ == "ADP"):
            start += 1
        while start < end and doc[end - 1].is_punct and doc[end - 1].text not in _CLOSE:
            end -= 1
        if start < end and _abbreviates(doc[end - 1 : end + 1]):
            end += 1  # "Азамат Т."
        if kind == "person" and start < end:
            end += any(map(self.people.is_kin, doc[end : end + 1]))
            start = self._first_of_name(doc[start:end])
        return doc[start:end] if start < end else None

    def _first_of_name(self, span: Span) -> int:
        """Return where a person's name begins: "Похоронят Мусаева", "Фельдшера Ярослава Ширшикова".

        A common word has its capital of the beginning of its sentence.
        """
        start = span.start
        while start < span.end - 1 and len(span.doc[start + 1]) > 1:
            word = span.doc[start]
            if not word.is_lower and not self._is_capital_of_sentence(word):
                break
            start += 1
        return start

    def _can_be(self, span: Span, kind: Kind) -> bool:
        if not any(not t.is_lower and t.is_alpha for t in span):
            return False
        first = span[0]
        if _opens(first) and all(t.is_lower for t in span[1:]) and self._is_prose(span):
            return False
        if kind == "organization":
            return not (len(span) == 1 and self._no_body(first))
        if self._lemma_before(span) in self.words.places.names_after:
            return False  # "на улице Абая"
        if kind == "person":
            return not self._is_nobody(span)
        if len(span) == 1:
            return first.lemma_ not in self.words.places.regions
        return not all(t.pos_ == "ADJ" and t.is_title for t in span)

    @staticmethod
    def _lemma_before(span: Span) -> str:
        """Return the lemma of the word before a name, "ул" of "ул."; an empty string if none is."""
        before = span.doc[max(0, span.start - 2) : span.start]
        if len(before) > 1 and before[1].text == ".":
            return plain(before[0].lower_)
        return before[-1].lemma_ if before else ""

    def _is_prose(self, span: Span) -> bool:
        """Tell whether only the beginning of its sentence gives a common word its capital."""
        body = len(span) > 1 and span[0].lemma_ in self.words.organizations.nouns
        return not body and self.people.is_common_word(span[0])

    def _is_nobody(self, span: Span) -> bool:
        """Tell whether initials or a role name nobody: "Осуждённый К.", "Омбудсман"."""
        words = [t for t in span if t.is_alpha and not self._is_capital_of_sentence(t)]
        if not any(len(word) > 1 for word in words):
            return True
        people = self.words.people
        return len(words) == 1 and words[0].lemma_ in people.roles | people.no_roles

    def _is_capital_of_sentence(self, word: Token) -> bool:
        return len(word) > 1 and _opens(word) and self.people.is_common_word(word)

    def _no_body(self, token: Token) -> bool:
        words = self.words.organizations
        return token.is_lower or token.text in words.not_bodies | words.type_words | words.local


def _opens(token: Token) -> bool:
    """Tell whether a word opens a sentence, or speech in one."""
    if token.i == 0 or token.is_sent_start:
        return True
    return token.nbor(-1).text in _BEFORE_SPEECH


def _abbreviates(pair: Span) -> bool:
    """Tell whether a name ends with an initial and its full stop."""
    if len(pair) < 2 or pair[0].i == 0:
        return False
    initial = len(pair[0]) == 1 and pair[0].text.isupper() and pair[0].ent_type_ == "PERSON"
    initial = initial and pair[0].nbor(-1).is_title
    return initial and pair[1].text == "." and not pair[0].whitespace_

"""Whom a pronoun or a description stands for: the person or group that the text named last.

Looks back from the pronoun: first in its own sentence, then at most ``REACH`` sentences. In the
pronoun's own sentence the first fitting name is taken, for it is the likely subject; in an
earlier sentence likewise. No parse is needed, so that it works over sentences nobody parsed.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.annotate.arguments.argument import Argument
from pipeline.annotate.arguments.lexicon import Lexicon

REACH = 4
SINGULAR = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name or noun that a later word may stand for; ``index`` is its first token."""

    index: int
    sentence: int
    named: bool
    plural: bool
    sex: str | None
    argument: Argument


class Antecedents:
    """All candidates of a doc, in text order."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.sentence_of: list[int] = []
        for number, sentence in enumerate(doc.sents):
            self.sentence_of.extend([number] * len(sentence))
        taken: set[int] = set()
        found: list[Candidate] = []
        for span in doc.spans.get("people", ()):
            reading = span._.person
            taken.update(range(span.start, span.end))
            before = doc[span.start - 1].lower_ if span.start else ""
            found.append(
                Candidate(
                    span.start,
                    self.sentence_of[span.start],
                    True,
                    False,
                    lexicon.sex_of_word(before) or lexicon.sex_of_name(span.text),
                    Argument(reading.start, reading.end, doc[span.end - 1].idx, "named"),
                )
            )
        for token in doc:
            if token.i not in taken and token.lower_ in lexicon.people:
                found.append(self._noun(doc, token.i))
        self.candidates = sorted(found, key=lambda c: c.index)

    def _noun(self, doc: Doc, index: int) -> Candidate:
        token = doc[index]
        start = index
        before = doc[index - 1] if index else None
        if before is not None and before.lower_ in ("her", "his", "their"):
            start = index - 1
        return Candidate(
            index,
            self.sentence_of[index],
            False,
            self.lexicon.is_plural(token.lower_),
            self.lexicon.sex_of_word(token.lower_),
            Argument(doc[start].idx, token.idx + len(token), token.idx, "noun"),
        )

    def of_pronoun(self, index: int, word: str) -> Argument | None:
        """Return whom the pronoun at token ``index`` stands for, or None."""
        if word in SINGULAR:
            return self._last(index, plural=False, sex=self.lexicon.sex_of_word(word))
        if word in PLURAL:
            return self._last(index, plural=True, sex=None)
        return None

    def of_description(self, index: int) -> Argument | None:
        """Return the person that "the activist" at token ``index`` stands for, or None."""
        return self._last(index, plural=False, sex=None, named=True)

    def _last(
        self, index: int, *, plural: bool, sex: str | None, named: bool = False
    ) -> Argument | None:
        here = self.sentence_of[index]
        fitting = [
            c
            for c in self.candidates
            if c.index < index
            and here - c.sentence <= REACH
            and c.plural == plural
            and (c.named or not named)
            and (sex is None or c.sex == sex or (c.named and c.sex is None))
            and (c.named or plural or (sex is not None and c.sex == sex))
        ]
        if not fitting:
            return None
        nearest = max(c.sentence for c in fitting)
        return next(c.argument for c in fitting if c.sentence == nearest)

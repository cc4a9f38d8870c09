"""Find bodies whose name stands in quotation marks: "издание «Зеркало»", "рассказал «Вясне»"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from custody_records.annotate.overlaps import Candidate
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names.positions import of_words, tokens
from custody_records.annotate.russian.names.quotation import QUOTES, closing
from custody_records.annotate.russian.names.words import OrganizationWords

KIND = "organization"
_LONGEST = 6  # tokens of a name
_TAKES_PART = ("nsubj", "iobj", "obl", "obj", "nmod", "nsubj:pass")


class QuotedFinder:
    """Yields a candidate for what stands between the marks; a facility's name is claimed before.

    ``saying``: lemmas of verbs of saying, of which a body is subject or addressee.
    """

    def __init__(self, words: OrganizationWords, saying: frozenset[str]) -> None:
        self.words = words
        self.saying = saying

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield what the words around quotation marks tell."""
        for token in tokens(doc, of_words(doc, QUOTES)):
            if token.i + 2 >= len(doc):
                continue
            last = closing(token)
            if last is None or not 1 < last.i - token.i <= _LONGEST + 1:
                continue
            first = doc[token.i + 1]
            if first.is_lower or any(
                feature(t, "VerbForm") == "Fin" for t in doc[first.i : last.i]
            ):
                continue
            rule = self._rule(token, last)
            if rule:
                yield Candidate(first.idx, last.idx, rule, reading=KIND)

    def _rule(self, opening: Token, last: Token) -> str | None:
        doc = opening.doc
        before = doc[opening.i - 1].lemma_ if opening.i else ""
        if before in self.words.title_nouns:
            return "organization.titled"
        if before in self.words.spoken_for:
            return "organization.quoted"
        name = " ".join(doc[opening.i + 1 : last.i].text.split())
        if name.lower() in self.words.known_quoted:
            return "organization.known"
        inside = range(opening.i + 1, last.i)
        head = next((t for t in doc[opening.i + 1 : last.i] if t.head.i not in inside), None)
        if head is None or head.dep_ not in _TAKES_PART or doc[opening.i - 1].text == ":":
            return None
        verb = head.head
        after = doc[last.i + 1] if last.i + 1 < len(doc) else None
        beside = verb.i < opening.i or (after is not None and after.i == verb.i)
        if beside and verb.pos_ == "VERB" and verb.lemma_ in self.saying:
            return "organization.quoted"
        return None

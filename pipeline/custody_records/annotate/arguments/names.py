"""Where the text names people and bodies: by token, beside a token, in apposition."""

from collections.abc import Container

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.references.referent import Named, Referent
from custody_records.annotate.text import lower_of

_ASIDE = 14  # tokens that say who somebody is: "A, the head of the prison's guards, said"
_OPENS = {",": ",", ")": "("}  # what closes an aside, and what opens it
_ROLE = 5  # of which the noun for him is one of the first


class NamedArguments:
    """The names of one doc, each under every token of its span."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._names: dict[int, Argument] = {}
        kinds: tuple[tuple[str, Named], ...] = (
            ("organizations", "organization"),
            ("people", "person"),
        )
        for group, kind in kinds:
            for span in doc.spans.get(group, ()):
                argument = Argument.of(Referent.named(span, kind), "named")
                self._names.update(dict.fromkeys(range(span.start, span.end), argument))

    def at(self, index: int) -> Argument | None:
        """Return the name of which a token of the doc is part."""
        return self._names.get(index)

    def near(
        self, index: int, reach: int, sentence: Span, *, after: bool = True
    ) -> Argument | None:
        """Return the name at most ``reach`` tokens before (or after) a token of the doc."""
        for step in range(1, reach + 1):
            for beside in (index - step, index + step) if after else (index - step,):
                if sentence.start <= beside < sentence.end and beside in self._names:
                    return self._names[beside]
        return None

    def told_by(self, index: int, sentence: Span, people: Container[str]) -> Argument | None:
        """Return who is named right before a word of saying, or before what says who he is.

        "A said", "The court held", "A (Labour) said", "A, a spokeswoman for the prison, said";
        ``people`` are nouns for people.
        """
        before = index - 1
        opens = _OPENS.get(self.doc[before].text) if before > sentence.start else None
        if opens is not None:
            aside = range(before - 1, max(sentence.start, before - _ASIDE), -1)
            first = next((i for i in aside if self.doc[i].text == opens), None)
            if first is None:
                return None
            role = lower_of(self.doc)[first + 1 : min(before, first + 1 + _ROLE)]
            if opens == "," and not any(word in people for word in role):
                return None
            before = first - 1
        if before < sentence.start:
            return None
        return self._names.get(before) if opens is None else self._person(before)

    def _person(self, index: int) -> Argument | None:
        name = self._names.get(index)
        return name if name is not None and name.kind == "person" else None

    def apposed(self, token: Token, sentence: Span) -> Argument | None:
        """Return the name in apposition behind a token of the parsed sentence."""
        below = self.apposed_to(token, sentence)
        return self._names[sentence.start + below.i] if below is not None else None

    def apposed_to(self, token: Token, sentence: Span) -> Token | None:
        """Return the last word of that name."""
        for below in token.children:
            apposed = below.dep_ == "appos" and below.i > token.i
            if apposed and sentence.start + below.i in self._names:
                return below
        return None

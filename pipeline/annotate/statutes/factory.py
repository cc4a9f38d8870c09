"""Register the component ``statute_references``."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.statutes.reading import StatuteReading

extensions.register()

_ARTICLE = re.compile(
    r"\b[Aa]rt(?:icle|\.) (\d+(?:-\d+)?)(?: of the ([A-Z][a-z]+(?: [A-Z][a-z]+)* Code))?"
)


@Language.factory("statute_references", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "StatuteReferences":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return StatuteReferences()


class StatuteReferences:
    """Writes ``doc.spans["statutes"]``, each span with ``span._.statute``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find references to written legal rules."""
        spans = []
        for found in _ARTICLE.finditer(doc.text):
            span = doc.char_span(*found.span(), label="STATUTE", alignment_mode="expand")
            assert span is not None  # noqa: S101 - "expand" always finds one
            span._.statute = (
                StatuteReading(
                    start=found.start(),
                    end=found.end(),
                    rule="statute.article",
                    instrument=found[2],
                    article=found[1],
                ),
            )
            spans.append(span)
        doc.spans["statutes"] = spans
        return doc

"""Register the component ``organizations``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.organizations.reading import OrganizationReading

extensions.register()

_LABELS = frozenset(["ORG"])


@Language.factory("organizations", requires=["doc.ents"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "Organizations":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Organizations()


class Organizations:
    """Writes ``doc.spans["organizations"]``, each span with ``span._.organization``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the model's names."""
        spans = []
        for entity in doc.ents:
            if entity.label_ in _LABELS:
                span = doc[entity.start : entity.end]
                span._.organization = OrganizationReading(
                    start=span.start_char, end=span.end_char, rule="model.ner", name=span.text
                )
                spans.append(span)
        doc.spans["organizations"] = spans
        return doc

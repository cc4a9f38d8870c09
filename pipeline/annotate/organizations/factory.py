"""Register the component ``organizations``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.names.name import names
from pipeline.annotate.organizations.reading import OrganizationReading

extensions.register()


@Language.factory("organizations", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "Organizations":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Organizations()


class Organizations:
    """Writes ``doc.spans["organizations"]``, each span with ``span._.organization``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be of this kind."""
        spans = []
        for found, name in names(doc, "organization"):
            span = doc[found.start : found.end]
            span._.organization = OrganizationReading(
                start=name.start,
                end=name.end,
                rule=name.rule,
                name=doc.text[name.start : name.end],
            )
            spans.append(span)
        doc.spans["organizations"] = spans
        return doc

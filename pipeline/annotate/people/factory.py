"""Register the component ``people``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.names.name import names
from pipeline.annotate.people.reading import PersonReading

extensions.register()


@Language.factory("people", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "People":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return People()


class People:
    """Writes ``doc.spans["people"]``, each span with ``span._.person``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be of this kind."""
        spans = []
        for found, name in names(doc, "person"):
            span = doc[found.start : found.end]
            span._.person = PersonReading(
                start=name.start,
                end=name.end,
                rule=name.rule,
                name=doc.text[name.start : name.end],
            )
            spans.append(span)
        doc.spans["people"] = spans
        return doc

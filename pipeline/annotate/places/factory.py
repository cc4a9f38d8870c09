"""Register the component ``places``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.names.name import names
from pipeline.annotate.places.reading import PlaceReading

extensions.register()


@Language.factory("places", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "Places":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Places()


class Places:
    """Writes ``doc.spans["places"]``, each span with ``span._.place``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be of this kind."""
        spans = []
        for found, name in names(doc, "place"):
            span = doc[found.start : found.end]
            span._.place = PlaceReading(
                start=name.start,
                end=name.end,
                rule=name.rule,
                name=doc.text[name.start : name.end],
            )
            spans.append(span)
        doc.spans["places"] = spans
        return doc

"""Register the component ``places``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.places.reading import PlaceReading

extensions.register()

_LABELS = frozenset(["GPE", "LOC"])


@Language.factory("places", requires=["doc.ents"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "Places":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Places()


class Places:
    """Writes ``doc.spans["places"]``, each span with ``span._.place``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the model's names."""
        spans = []
        for entity in doc.ents:
            if entity.label_ in _LABELS:
                span = doc[entity.start : entity.end]
                span._.place = PlaceReading(
                    start=span.start_char, end=span.end_char, rule="model.ner", name=span.text
                )
                spans.append(span)
        doc.spans["places"] = spans
        return doc

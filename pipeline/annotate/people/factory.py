"""Register the component ``people``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.people.reading import PersonReading

extensions.register()

_LABELS = frozenset(["PERSON"])


@Language.factory("people", requires=["doc.ents"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "People":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return People()


class People:
    """Writes ``doc.spans["people"]``, each span with ``span._.person``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the model's names."""
        spans = []
        for entity in doc.ents:
            if entity.label_ in _LABELS:
                span = doc[entity.start : entity.end]
                span._.person = PersonReading(
                    start=span.start_char, end=span.end_char, rule="model.ner", name=span.text
                )
                spans.append(span)
        doc.spans["people"] = spans
        return doc

"""Register the component ``figures``."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.figures.reading import FigureReading

extensions.register()


@Language.factory("figures", requires=["doc.ents"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "Figures":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Figures()


class Figures:
    """Writes ``doc.spans["figures"]``, each span with ``span._.figure``."""

    def __call__(self, doc: Doc) -> Doc:
        """Take the model's cardinals in digits, with the word that follows."""
        spans = []
        for entity in doc.ents:
            digits = entity.text.replace(",", "")
            if entity.label_ == "CARDINAL" and digits.isdecimal() and entity.end < len(doc):
                unit = doc[entity.end]
                if unit.is_alpha:
                    span = doc[entity.start : entity.end + 1]
                    span._.figure = FigureReading(
                        start=span.start_char,
                        end=span.end_char,
                        rule="model.ner",
                        value=int(digits),
                        unit=unit.text,
                    )
                    spans.append(span)
        doc.spans["figures"] = spans
        return doc

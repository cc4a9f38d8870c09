"""Register the component ``timex``."""

from datetime import datetime, time

import dateparser
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.timex.reading import Timex

extensions.register()


@Language.factory("timex", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "TimexTagger":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return TimexTagger()


class TimexTagger:
    """Writes ``doc.spans["timex"]``, each span with ``span._.timex``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find and normalise time expressions."""
        base = doc._.published
        spans = []
        for entity in doc.ents:
            if entity.label_ != "DATE" or base is None:
                continue
            found = dateparser.parse(
                entity.text,
                languages=["en"],
                settings={
                    "RELATIVE_BASE": datetime.combine(base, time()),
                    "REQUIRE_PARTS": ["day", "month"],
                },
            )
            if found:
                span = doc[entity.start : entity.end]
                span._.timex = Timex(
                    start=span.start_char,
                    end=span.end_char,
                    rule="timex.dateparser",
                    type="DATE",
                    value=found.date().isoformat(),
                    anchor=base.isoformat(),
                )
                spans.append(span)
        doc.spans["timex"] = spans
        return doc

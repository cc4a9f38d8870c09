"""Register the component ``facility_codes``."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate import extensions
from pipeline.annotate.facilities.reading import FacilityReading

extensions.register()

_CODE = re.compile(r"\b([A-Z][A-Za-z]{1,2})-(\d{3})/(\d{1,2})\b")


@Language.factory("facility_codes", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> "FacilityCodes":
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return FacilityCodes()


class FacilityCodes:
    """Writes ``doc.spans["facilities"]``, each span with ``span._.facility``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find facility codes."""
        spans = []
        for found in _CODE.finditer(doc.text):
            span = doc.char_span(*found.span(), label="FACILITY", alignment_mode="expand")
            assert span is not None  # noqa: S101 - "expand" always finds one
            span._.facility = FacilityReading(
                start=found.start(), end=found.end(), rule="facility.code", code=found[0]
            )
            spans.append(span)
        doc.spans["facilities"] = spans
        return doc

"""What every field's gathering shares: readings in text order, and mentions made of them."""

from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.text import text_of
from custody_records.contract import Mention, Provenance


def mentions(doc: Doc, group: list[Any]) -> list[Mention]:
    """Return the distinct stretches of several readings, in text order."""
    places = sorted({(reading.start, reading.end) for reading in group})
    return [Mention(text=text_of(doc)[start:end], start=start, end=end) for start, end in places]


def provenance(group: list[Any], base: str | None = None) -> list[Provenance]:
    """Return the distinct makers of several readings, sorted."""
    return [
        Provenance(by="model" if rule.startswith("model.") else "rule", id=rule, base=base)
        for rule in sorted({reading.rule for reading in group})
    ]

"""The component ``facility_mentions``: facilities by a name in short, once names are typed.

Whoever has read of "Evin Prison" knows what "in Evin" means. The names step tells that such a
name is a facility's; this makes it a mention of the one that the text names in full.
"""

from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.annotate.names.name import names
from custody_records.annotate.readings import of_doc
from custody_records.rulebook import Rule


class FacilityMentions:
    """Adds to ``doc.spans["facilities"]`` what ``doc.spans["names"]`` holds of them."""

    def __init__(self, rules: Path) -> None:
        self.short_names = ShortNames.read(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions of facilities by their short names."""
        meant = self._by_short_name(doc)
        if not meant:
            return doc
        spans = list(doc.spans["facilities"])
        taken = {index for span in spans for index in range(span.start, span.end)}
        for span, name in names(doc, "facility"):
            reading = meant.get(doc.text[name.start : name.end])
            if reading is None or not taken.isdisjoint(range(span.start, span.end)):
                continue
            added = doc[span.start : span.end]
            added.label_ = "FACILITY"
            rule = self.short_names.rule.id
            added._.facility = replace(reading, start=name.start, end=name.end, rule=rule)
            note(doc, Decision("facilities", rule, name.start, name.end, "kept"))
            spans.append(added)
        doc.spans["facilities"] = sorted(spans, key=lambda span: span.start)
        return doc

    def _by_short_name(self, doc: Doc) -> dict[str, FacilityReading]:
        """Return the first mention of each facility by its short name; none that several share."""
        found: dict[str, FacilityReading] = {}
        several: set[str] = set()
        for reading in of_doc(doc, "facility"):
            if not reading.name:
                continue
            short = self.short_names.without_noun(reading.name)
            for name in {reading.name, short, self.short_names.without_number(short)}:
                held = found.setdefault(name, reading)
                if self.short_names.without_noun(str(held.name)) != short:
                    several.add(name)
        return {name: reading for name, reading in found.items() if name not in several}


def load(rules: Path) -> list[Rule]:
    """Return the rule by which short names are mentions. Raises RuleError."""
    return [ShortNames.read(rules).rule]

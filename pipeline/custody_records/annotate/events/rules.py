"""The room's rules, for whoever checks and lists them."""

from pathlib import Path

from custody_records.annotate.events.schema import Cue, Cues, EventRule, rules_by_type
from custody_records.rulebook import read


def load(folder: Path) -> list[EventRule]:
    """Return the event rules of all types."""
    return [rule for file in rules_by_type(folder) for rule in file.rules]


def load_context(folder: Path) -> list[Cue]:
    """Return the cues that refuse an event or give it a status."""
    files = ("refusals.yaml", "status.yaml")
    return [cue for name in files for cue in read(folder / "events" / name, Cues).cues]

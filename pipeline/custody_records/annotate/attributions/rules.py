"""The room's rules, for whoever checks and lists them."""

from pathlib import Path

from custody_records.annotate.attributions.schema import SourceCue, SourceCues
from custody_records.rulebook import read


def load(folder: Path) -> tuple[SourceCue, ...]:
    """Return the cues of attribution."""
    return read(folder / "attributions" / "cues.yaml", SourceCues).cues

"""The rules of attributions, for whoever checks and lists them."""

from pathlib import Path

from custody_records.annotate.attributions.schema import LayoutRules, SourceCues
from custody_records.rulebook import Rule, read


def load(folder: Path) -> tuple[Rule, ...]:
    """Return the cues of attribution and the rules of layout. Raises RuleError."""
    cues = read(folder / "attributions" / "cues.yaml", SourceCues).cues
    return (*cues, *load_layout(folder).layout)


def load_layout(folder: Path) -> LayoutRules:
    """Return the rules by which the layout tells who speaks. Raises RuleError."""
    return read(folder / "attributions" / "layout.yaml", LayoutRules)

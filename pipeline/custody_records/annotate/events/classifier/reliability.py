"""How like those that tell an event a sentence must be for what a rule reads in it to stand."""

from pathlib import Path

from pydantic import Field

from custody_records.rulebook import RuleFile, read_table


class Reliability(RuleFile):
    """A row of ``reliability.csv``, which ``scripts.train_event_classifier`` writes.

    ``mentions``: event mentions that the rule reads in the articles learned from; ``told``: those
    whose sentence tells an event of the type in gold. ``least``: the log-odds of a sentence, above
    those of any sentence, from which what the rule reads is told likelier than not.
    """

    rule: str
    mentions: int = Field(ge=0)
    told: int = Field(ge=0)
    least: float


def load_least(folder: Path) -> dict[str, float]:
    """Return rule -> ``least`` of the table in a folder of rules. Raises RuleError."""
    return {row.rule: row.least for row in read_table(folder / "reliability.csv", Reliability)}

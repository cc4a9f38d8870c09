"""All rules of the room, for those who list or check them."""

from pathlib import Path

from pipeline.annotate.timex import named
from pipeline.annotate.timex.grammar import GrammarFile
from pipeline.annotate.timex.lookalikes import Lookalikes
from pipeline.rulebook import Rule, read


def load(folder: Path) -> list[Rule]:
    """Return the rules of ``folder/timex``. Raises RuleError."""
    room = folder / "timex"
    return [
        *read(room / "grammar.yaml", GrammarFile).rules,
        *named.load(room).values(),
        *Lookalikes.load(room).rules,
    ]

"""All rules of the room, for those who list or check them."""

from pathlib import Path

from custody_records.annotate.timex import named
from custody_records.annotate.timex.grammar import GrammarFile
from custody_records.annotate.timex.lookalikes import Lookalikes
from custody_records.rulebook import Rule, read


def load(folder: Path) -> list[Rule]:
    """Return the rules of ``folder/timex``. Raises RuleError."""
    room = folder / "timex"
    return [
        *read(room / "grammar.yaml", GrammarFile).rules,
        *named.load(room).values(),
        *Lookalikes.load(room).rules,
    ]

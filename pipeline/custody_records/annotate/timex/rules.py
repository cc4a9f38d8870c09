"""All rules of the package, for those who list or check them."""

from pathlib import Path

from custody_records.annotate import lookalikes
from custody_records.annotate.timex.grammar import GrammarFile
from custody_records.annotate.timex.language import languages
from custody_records.annotate.timex.named import DayWording
from custody_records.rulebook import Rule, read, read_list


def load(folder: Path) -> list[Rule]:
    """Return the rules of every language of ``folder/timex``. Raises RuleError."""
    return [rule.in_language(code) for code in languages(folder) for rule in _of(folder, code)]


def _of(rules: Path, code: str) -> list[Rule]:
    folder = rules / "timex" / code
    return [
        *read(folder / "grammar.yaml", GrammarFile).rules,
        *read_list(folder / "named.yaml", DayWording),
        *lookalikes.load(folder),
    ]

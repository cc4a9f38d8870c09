"""Try every pattern of a user's rules on hostile text before a run depends on it."""

import re
from pathlib import Path

from custody_records.deadline import DeadlineError, deadline
from custody_records.rulebook.file import RuleError
from custody_records.rulebook.linear import HOSTILE
from custody_records.rulebook.rule_sets import RULE_SETS

_SECONDS = 2.0  # for one pattern on all texts; a linear one takes a thousandth
_CHARACTERS = 2_000


def try_patterns(folder: Path) -> None:
    """Raise RuleError for a pattern that does not compile or goes back and forth without end.

    Each is searched in texts of 2,000 characters that make bad patterns explode; ``extract rules
    check`` measures the growth on longer ones.
    """
    texts = [unit * (_CHARACTERS // len(unit)) + "\n" for unit in HOSTILE]
    for rule_set in RULE_SETS:
        for rule in rule_set.rules(folder):
            for name, pattern in rule.patterns().items():
                _try(f"{folder / rule_set.name}: rule {rule.id!r}: {name}", pattern, texts)


def _try(where: str, pattern: str, texts: list[str]) -> None:
    try:
        compiled = re.compile(pattern)
        with deadline(_SECONDS):
            for text in texts:
                for _ in compiled.finditer(text):
                    pass
    except re.error as error:
        raise RuleError(f"{where}: not a regular expression: {error}") from error
    except DeadlineError as error:
        raise RuleError(
            f"{where}: takes longer than {_SECONDS:g} s on {_CHARACTERS:,} characters: "
            "no repeated group within a repeated group, no two runs of the same class in a row"
        ) from error

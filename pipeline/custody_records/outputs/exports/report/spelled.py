"""What two spellings of a person's name share: "Kasym-Jomart Tokayev", "Qasym-Zhomart Toqaev"."""

from functools import cache

from custody_records.annotate.entities.rules import read_rules
from custody_records.annotate.entities.spelling import Spelling
from custody_records.contract.fold import fold
from custody_records.rulebook import rules_dir


def name_key(name: str) -> str:
    """Return the name's words as they sound; the page says that who shares it is likely one."""
    words = fold(name).split()
    return " ".join(sound for word in words if (sound := _spelling().sound(word))) or fold(name)


@cache
def _spelling() -> Spelling:
    table = read_rules(rules_dir()).people.spellings
    return Spelling([(row.spelled, row.folded) for row in table])

"""Rules are data: where they lie, how a file of them is read, and what identifies a set."""

from custody_records.rulebook.file import RuleError
from custody_records.rulebook.fingerprint import fingerprint
from custody_records.rulebook.folder import check_folder, rules_dir
from custody_records.rulebook.kept import kept
from custody_records.rulebook.phrase import Phrase
from custody_records.rulebook.read import read, read_list
from custody_records.rulebook.rule import (
    CasedRegex,
    CaselessRegex,
    Example,
    Regex,
    Rule,
    RuleData,
    RuleFile,
    WordList,
    compiled,
)
from custody_records.rulebook.table import Cells, cells, read_table

__all__ = [
    "CasedRegex", "CaselessRegex", "Cells", "Example", "Phrase", "Regex", "Rule", "RuleData",
    "RuleError", "RuleFile", "WordList", "cells", "check_folder", "compiled", "fingerprint", "kept",
    "read", "read_list", "read_table", "rules_dir",
]  # fmt: skip

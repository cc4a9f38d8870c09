"""Rules are data: where they lie, how a file of them is read, and what identifies a set."""

from custody_records.rulebook.fingerprint import fingerprint
from custody_records.rulebook.locate import rules_dir
from custody_records.rulebook.read import RuleError, read
from custody_records.rulebook.rule import Example, Regex, Rule, RuleFile
from custody_records.rulebook.table import cells, read_table

__all__ = [
    "Example",
    "Regex",
    "Rule",
    "RuleError",
    "RuleFile",
    "cells",
    "fingerprint",
    "read",
    "read_table",
    "rules_dir",
]

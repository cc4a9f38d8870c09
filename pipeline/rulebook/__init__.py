"""Rules are data: where they lie, how a file of them is read, and what identifies a set."""

from pipeline.rulebook.fingerprint import fingerprint
from pipeline.rulebook.locate import rules_dir
from pipeline.rulebook.read import RuleError, read
from pipeline.rulebook.rule import Example, Regex, Rule, RuleFile
from pipeline.rulebook.table import cells, read_table

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

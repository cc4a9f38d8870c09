"""Rules are data: where they lie, how a file of them is read, and what identifies a set."""

from pipeline.rulebook.fingerprint import fingerprint
from pipeline.rulebook.locate import rules_dir
from pipeline.rulebook.read import RuleError, read
from pipeline.rulebook.rule import Rule

__all__ = ["Rule", "RuleError", "fingerprint", "read", "rules_dir"]

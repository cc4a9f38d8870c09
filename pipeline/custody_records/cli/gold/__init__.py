"""``extract gold``: look after the gold standard."""

from custody_records.cli.gold.group import command

__all__ = ["command"]

"""``extract gold``: look after the gold standard."""

from pipeline.cli.gold.group import command

__all__ = ["command"]

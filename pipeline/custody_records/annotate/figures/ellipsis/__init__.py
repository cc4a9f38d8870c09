"""Numbers that stand alone: what "seven" counts in "five guards were held and seven fired"."""

from custody_records.annotate.figures.ellipsis.bare import Antecedent, Bare
from custody_records.annotate.figures.ellipsis.resolve import resolve

__all__ = ["Antecedent", "Bare", "resolve"]

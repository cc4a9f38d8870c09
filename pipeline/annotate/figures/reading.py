"""What one counted number says."""

from dataclasses import dataclass

from pipeline.contract.values import Qualifier


@dataclass(frozen=True, slots=True)
class FigureReading:
    """``start`` and ``end`` are the exact offsets of number and unit in characters."""

    start: int
    end: int
    rule: str
    value: int | float
    unit: str
    max: int | float | None = None
    qualifier: Qualifier | None = None
    predicate: str | None = None

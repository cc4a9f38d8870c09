"""What one mention of a place says."""

from dataclasses import dataclass

from custody_records.annotate.places.gazetteer import KnownPlace


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """``start`` and ``end`` are the exact offsets of the name in characters.

    ``name`` differs from the printed span only where several regions share their generic word
    ("Akmola and Kostanay regions"). ``link`` is the known place that the name stands for, chosen
    by the rule ``choice``; None if several fit and nothing decides.
    """

    start: int
    end: int
    rule: str
    name: str
    link: KnownPlace | None = None
    choice: str | None = None

"""What one mention of a legal rule says."""

from dataclasses import dataclass

from custody_records.contract.statute import Penalty


@dataclass(frozen=True, slots=True)
class StatuteReading:
    """``start`` and ``end`` are exact; a list or range of articles gives a reading for each.

    ``title`` is that of the United States Code. ``rule`` is the marker or name that the mention
    begins with, ``evidence`` the other rules that took part. ``named_at`` is the span that names
    the instrument, ``version`` the row of ``in_force.csv`` in force when the text appeared.
    """

    start: int
    end: int
    rule: str
    instrument: str | None = None
    title: str | None = None
    jurisdiction: str | None = None
    article: str | None = None
    part: str | None = None
    point: str | None = None
    offence: str | None = None
    penalties: tuple[Penalty, ...] = ()
    evidence: tuple[str, ...] = ()
    version: str | None = None
    named_at: tuple[int, int] | None = None

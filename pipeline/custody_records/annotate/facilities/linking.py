"""Link facilities to the gazetteer, where nothing else can be meant."""

from dataclasses import replace

from custody_records.annotate.facilities.gazetteer import FacilityGazetteer
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.rules import KnownFacility
from custody_records.contract import Link

# Countries in which every region counts its institutions from one: IK-2 is many places.
_COUNTED_BY_REGION = frozenset(["RU"])
_AUTHORITY = "custody-records"


def link(
    readings: list[FacilityReading], gazetteer: FacilityGazetteer, year: int | None
) -> list[FacilityReading]:
    """Return the readings with ``known`` and ``link`` set where one row is meant.

    ``year`` is that of the article; a code stands for a row in the years of the row alone.
    """
    places: dict[str, set[str]] = {}
    for reading in readings:
        if reading.code and reading.place:
            places.setdefault(reading.code, set()).add(reading.place)
    named = {reading.known for reading in readings if reading.known}
    linked = []
    for reading in readings:
        row = _row(reading, gazetteer, places, named, year)
        if row is None:
            linked.append(reading)
            continue
        linked.append(
            replace(
                reading,
                known=row.id,
                link=Link(
                    authority=_AUTHORITY,
                    id=row.id,
                    latitude=row.latitude,
                    longitude=row.longitude,
                    verified=row.verified,
                ),
            )
        )
    return linked


def _row(
    reading: FacilityReading,
    gazetteer: FacilityGazetteer,
    places: dict[str, set[str]],
    named: set[str],
    year: int | None,
) -> KnownFacility | None:
    if reading.known:
        return gazetteer.by_id[reading.known]
    if reading.code is None:
        return None
    known = gazetteer.with_code(reading.country, reading.code)
    rows = [row for row in known if row.in_use(year)]
    if reading.country in _COUNTED_BY_REGION and "/" not in reading.code:
        said = {reading.place} if reading.place else places.get(reading.code, set())
        # of no place, "the colony Polar Owl; it is IK-18" is that of the name
        rows = [
            r for r in rows if any(_is_at(r, at) for at in said) or (not said and r.id in named)
        ]
    return rows[0] if len(rows) == 1 else None


def _is_at(row: KnownFacility, place: str) -> bool:
    """Tell whether a printed place is the row's settlement or region ("Vladimir region")."""
    head = place.split()[0].casefold()
    return any(known.casefold().startswith(head) for known in (row.place, row.region) if known)

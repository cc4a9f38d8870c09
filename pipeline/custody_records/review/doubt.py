"""Where a review finds most: what was inferred, and what rules made that were wrong before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from custody_records.compare.ledger import ledger
from custody_records.contract import FIELDS
from custody_records.review.proposals import inferred

_INFERRED = 0.5  # no ledger tells how often an inference is wrong: taken as even
_WEIGHT = 4  # entries' worth of the mean error rate that every rule starts with
_MEAN = 0.2  # ... where no gold tells it


class Doubt:
    """How likely an entry is wrong, by the ledger of the rules on the gold there is."""

    def __init__(
        self, records: Mapping[str, dict[str, Any]], gold: Mapping[str, dict[str, Any]]
    ) -> None:
        """Account for every rule on the articles that have gold."""
        shared = {id_: gold[id_] for id_ in gold if id_ in records}
        rows = ledger(records, shared)
        fires = sum(row.fires for row in rows)
        self.mean = sum(row.wrong for row in rows) / fires if fires else _MEAN
        prior = _WEIGHT * self.mean
        self.rate = {r.rule: (r.wrong + prior) / (r.fires + _WEIGHT) for r in rows}

    def of_entry(self, made: Iterable[Mapping[str, Any]], is_inferred: bool) -> float:
        """Return the share of such entries that are wrong, from 0 to 1; ``made`` by which rules."""
        rules = {one["id"] for one in made}
        right = 1 - max((self.rate.get(rule, self.mean) for rule in rules), default=self.mean)
        return 1 - right * (1 - _INFERRED if is_inferred else 1)

    def of_record(self, record: Mapping[str, Any], fields: Sequence[str]) -> float:
        """Return the number of wrong entries to expect in a record."""
        return sum(
            self.of_entry(entry.get("provenance") or (), any(inferred(field, entry)))
            for field in FIELDS
            if field in fields
            for entry in record.get(field) or ()
        )

"""``--fail-under FIELD=METRIC:VALUE``: the least that a field must reach."""

import re
from dataclasses import dataclass

from custody_records.compare.summary import METRICS, Summary
from custody_records.contract import FIELDS

_FORM = re.compile(r"(?P<field>\w+)=(?P<metric>\w+):(?P<value>[01]?\.?\d+)")


@dataclass(frozen=True, slots=True)
class Threshold:
    """A field's micro ``metric`` must be at least ``value``."""

    field: str
    metric: str
    value: float

    @classmethod
    def parse(cls, text: str) -> "Threshold":
        """Read ``people=f1:0.9``. Raises ValueError that says what is wrong."""
        found = _FORM.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not FIELD=METRIC:VALUE, as in people=f1:0.9")
        if found["field"] not in FIELDS:
            raise ValueError(f"{found['field']!r} is no field; fields: {', '.join(FIELDS)}")
        if found["metric"] not in METRICS:
            raise ValueError(f"{found['metric']!r} is no metric; metrics: {', '.join(METRICS)}")
        value = float(found["value"])
        if value > 1:
            raise ValueError(f"{text!r}: the value is a share between 0 and 1")
        return cls(found["field"], found["metric"], value)

    def failure(self, summary: Summary) -> str | None:
        """Return why the comparison stays below, None if it does not."""
        figures = summary.fields.get(self.field)
        reached = getattr(figures.micro, self.metric) if figures else None
        if reached is None:
            return f"{self.field}: {self.metric} is undefined, {self.value:.3f} was asked for"
        if reached < self.value:
            return f"{self.field}: {self.metric} {reached:.3f} is under {self.value:.3f}"
        return None

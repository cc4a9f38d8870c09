"""Named days fall, or do not, in every year that a date can have."""

import pytest

from custody_records.annotate.timex.named import NamedDay, load_days
from custody_records.rulebook import rules_dir

DAYS = load_days(rules_dir() / "timex")


@pytest.mark.parametrize("day", DAYS.values(), ids=list(DAYS))
def test_a_named_day_falls_in_its_year_or_not_at_all(day: NamedDay) -> None:
    for year in (1, 2, 621, 622, 1582, 1583, 1900, 2000, 2019, 4099, 4100, 9998, 9999):
        for country in (None, "KZ", "US", "RU"):
            found = day.falls(year, country)
            assert found is None or abs(found.year - year) <= 1

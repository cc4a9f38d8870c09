"""``diff.jsonl``: every difference as one line, with the sentence it stands in."""

import json
from collections.abc import Iterable
from pathlib import Path

from custody_records.compare.context import Bodies
from custody_records.compare.differences import Difference
from custody_records.outputs.write import write_text


def write_differences(path: Path, found: Iterable[Difference], bodies: Bodies) -> None:
    """Write the differences in their order, keys sorted."""
    lines = [
        json.dumps(
            {**one.as_data(), "sentence": bodies.sentence(one.article, one.ours or one.gold)},
            ensure_ascii=False,
            sort_keys=True,
        )
        for one in found
    ]
    write_text(path, "".join(line + "\n" for line in lines))

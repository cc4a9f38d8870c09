"""What a change does to the records of any folder of articles: gains, losses, other attributes.

    python -m tests.benchmarks.corpus_changes BEFORE AFTER [--limit N]
    python -m tests.benchmarks.corpus_changes --articles FOLDER BEFORE AFTER

BEFORE and AFTER are ``records.jsonl`` files, or, with ``--articles``, commands that stand for two
versions ("/path/to/old/venv/bin/extract"); each then reads the folder into one of its own. No gold
is needed: an entry that only the new version has is a gain, one that only the old has a loss,
whether right or wrong; a person looks at both.
"""

import argparse
import json
import shlex
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custody_records.compare.label import label
from custody_records.compare.match import match
from custody_records.contract import FIELDS

_UNCOMPARED = frozenset(["mentions", "provenance", "evidence", "basis", "link"])


@dataclass(frozen=True, slots=True)
class Change:
    """``kind``: ``gain``, ``loss``, or the attribute of a matched entry that differs."""

    article: str
    field: str
    kind: str
    what: str


def changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Yield what changed between two sets of records by article id."""
    for article in sorted(old.keys() | new.keys()):
        for field in FIELDS:
            before = old.get(article, {}).get(field) or []
            now = new.get(article, {}).get(field) or []
            pairs = match(field, now, before)
            gained = set(range(len(now))) - {mine for mine, _ in pairs}
            lost = set(range(len(before))) - {theirs for _, theirs in pairs}
            yield from (
                Change(article, field, "gain", label(field, now[n])) for n in sorted(gained)
            )
            yield from (
                Change(article, field, "loss", label(field, before[n])) for n in sorted(lost)
            )
            for mine, theirs in pairs:
                yield from _attributes(article, field, before[theirs], now[mine])


def _attributes(article: str, field: str, old: Any, new: Any) -> Iterator[Change]:
    for name in sorted((old.keys() | new.keys()) - _UNCOMPARED):
        if old.get(name) != new.get(name):
            told = f"{label(field, new)}: {old.get(name)!r} -> {new.get(name)!r}"
            yield Change(article, field, name, told)


def records(path: Path) -> dict[str, Any]:
    """Return the records of a file by article id."""
    with path.open(encoding="utf-8") as lines:
        return {record["article"]["id"]: record for record in map(json.loads, lines)}


def extracted(command: str, articles: str, output: Path) -> Path:
    """Run one version on the folder; return its records."""
    words = [*shlex.split(command), articles, "--output", str(output), "--quiet"]
    subprocess.run(words, check=False)  # noqa: S603 - the user's own command; 1 is a failed input
    return output / "records.jsonl"


def report(found: list[Change], limit: int) -> str:
    """Return a table by field and kind, and examples of each."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for change in found:
        counts[change.field][change.kind] += 1
    lines = [f"{'field':14}{'gains':>8}{'losses':>8}  other attributes"]
    for field in FIELDS:
        of = counts[field]
        rest = ", ".join(
            f"{kind} {n}" for kind, n in sorted(of.items()) if kind not in ("gain", "loss")
        )
        lines.append(f"{field:14}{of['gain']:8}{of['loss']:8}  {rest}")
    for field in FIELDS:
        for kind in ("gain", "loss"):
            shown = [c for c in found if (c.field, c.kind) == (field, kind)]
            lines += [f"{kind} {field}: {c.article}: {c.what}" for c in shown[:limit]]
            if len(shown) > limit:
                lines.append(f"{kind} {field}: ... and {len(shown) - limit} more")
    return "\n".join(lines)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--articles", help="folder that both versions read")
    parser.add_argument("--limit", type=int, default=10, help="examples of a kind")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.articles:
            before = extracted(asked.before, asked.articles, Path(folder, "before"))
            after = extracted(asked.after, asked.articles, Path(folder, "after"))
        else:
            before, after = Path(asked.before), Path(asked.after)
        print(report(list(changes(records(before), records(after))), asked.limit))


if __name__ == "__main__":
    main()

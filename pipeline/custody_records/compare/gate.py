"""The accuracy gate: pinned floors that may rise and must not fall unsaid.

Policy:

- ``floors`` holds, per field, the least precision, recall and F1: one point (0.01) under what was
  reached, because another processor rounds the model's sums otherwise and may turn an entity.
- ``gold`` and ``inputs`` are fingerprints of the gold records and of the articles' bytes. With
  other gold or other articles the floors mean nothing, so the gate fails until it is updated.
- An update raises floors silently. It lowers one only with a reason, which is kept in
  ``regressions`` beside what fell.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from custody_records.compare.summary import METRICS, Summary

Floors = dict[str, dict[str, float]]
MARGIN = 0.01


def fingerprints(
    records: Mapping[str, dict[str, Any]], gold: Mapping[str, dict[str, Any]]
) -> dict[str, str]:
    """Return the fingerprints of gold and of the inputs that gold speaks of."""
    right, inputs = hashlib.sha256(), hashlib.sha256()
    for id_ in sorted(gold):
        right.update(json.dumps(gold[id_], sort_keys=True).encode() + b"\n")
        article = records[id_]["article"] if id_ in records else {}
        inputs.update(f"{id_} {article.get('sha256')}\n".encode())
    return {"gold": right.hexdigest(), "inputs": inputs.hexdigest()}


def reached(summary: Summary) -> Floors:
    """Return what the comparison reached, rounded down to 3 decimals."""
    return {
        name: {
            metric: math.floor(1000 * value + 1e-9) / 1000
            for metric in METRICS
            if (value := getattr(figures.micro, metric)) is not None
        }
        for name, figures in summary.fields.items()
    }


def check(path: Path, prints: dict[str, str], summary: Summary) -> list[str]:
    """Return what is wrong, one line each; an empty list is a pass."""
    pinned = json.loads(path.read_text(encoding="utf-8"))
    changed = [
        f"{name} changed since the floors were pinned: run again with --update"
        for name in ("gold", "inputs")
        if pinned[name] != prints[name]
    ]
    return changed or _falls(pinned["floors"], reached(summary))


def update(path: Path, prints: dict[str, str], summary: Summary, reason: str | None) -> list[str]:
    """Write new floors; return the falls that no reason was given for (then nothing is written)."""
    pinned = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    now = reached(summary)
    falls = _falls(pinned.get("floors", {}), now)
    if falls and not reason:
        return falls
    regressions = pinned.get("regressions", [])
    if falls:
        regressions = [*regressions, {"reason": reason, "fell": falls}]
    kept = {} if falls else pinned.get("floors", {})
    floors = {
        field: {
            metric: max(round(value - MARGIN, 3), kept.get(field, {}).get(metric, 0.0))
            for metric, value in metrics.items()
        }
        for field, metrics in now.items()
    }
    data = {**prints, "floors": floors, "regressions": regressions}
    path.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return []


def _falls(pinned: Floors, now: Floors) -> list[str]:
    return [
        f"{field}: {metric} fell under {floor:.3f}, to {now.get(field, {}).get(metric, 0.0):.3f}"
        for field, metrics in sorted(pinned.items())
        for metric, floor in sorted(metrics.items())
        if now.get(field, {}).get(metric, 0.0) < floor
    ]

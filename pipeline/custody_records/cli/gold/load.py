"""Records and gold for a comparison, or an error that tells a person what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

Loaded = Mapping[str, dict[str, Any]]


def load(
    records: Path, gold: Sequence[Path], against: Path | None
) -> tuple[Loaded, Loaded, Loaded]:
    """Return records, reviewed gold, and older records. Raises ClickException.

    What cannot be compared (an entry without a name, gold of other articles) is an error.
    """
    from custody_records.compare.gold.identity import unusable
    from custody_records.compare.gold.read import Records

    try:
        ours = Records(records)
        right = Records(*gold)
        old: Loaded = Records(against) if against else {}
    except OSError as error:
        raise click.ClickException(str(error)) from error
    if drafts := right.drafts:
        named = ", ".join(drafts[:10]) + (", ..." if len(drafts) > 10 else "")
        click.echo(f"{len(drafts)} drafts do not count, not being reviewed: {named}", err=True)
        right = right.reviewed()
    if right.keys().isdisjoint(ours):
        raise click.ClickException(_nothing_to_compare(records, ours, right))
    for id_, record in right.items():
        for fault in unusable(record):
            raise click.ClickException(
                f"{right.place(id_)}: {id_}: {fault}; see extract gold check"
            )
    return ours, right, old


def _nothing_to_compare(records: Path, ours: Loaded, gold: Loaded) -> str:
    if not gold:
        return "no article of gold is reviewed: there is nothing to compare with"
    return (
        f"no article of gold is in {records}: gold has {', '.join(sorted(gold)[:3])}, "
        f"the records have {', '.join(sorted(ours)[:3]) or 'none'}"
    )

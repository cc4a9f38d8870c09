"""``extract evaluate``: the records compared with gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.compare.summary import Summary
    from pipeline.compare.thresholds import Threshold

_FILE = click.Path(exists=True, path_type=Path)


def _thresholds(
    ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> list[Threshold]:
    from pipeline.compare.thresholds import Threshold

    try:
        return [Threshold.parse(value) for value in values]
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command("evaluate")
@click.argument("records", default="outputs/records.jsonl", type=_FILE)
@click.option("--gold", required=True, type=_FILE, help="JSONL file, or folder of *.gold.json.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option(
    "--fail-under",
    "thresholds",
    multiple=True,
    callback=_thresholds,
    metavar="FIELD=METRIC:VALUE",
    help="Exit with 1 if a field stays below; repeatable.",
)
@click.option("--gate", type=click.Path(path_type=Path), help="File of pinned floors to hold.")
@click.option("--update", is_flag=True, help="With --gate: pin what is reached now.")
@click.option("--allow-regression", metavar="REASON", help="With --update: let floors fall.")
def command(
    records: Path,
    gold: Path,
    as_json: bool,
    thresholds: list[Threshold],
    gate: Path | None,
    update: bool,
    allow_regression: str | None,
) -> None:
    """Compare RECORDS with gold: precision, recall and F1 per field.

    RECORDS is outputs/records.jsonl unless said otherwise.
    """
    from pipeline.compare import gate as gates
    from pipeline.compare.gold import GoldError, read_gold
    from pipeline.compare.score import score
    from pipeline.compare.summary import summarise

    if update and not gate:
        raise click.UsageError("--update goes with --gate FILE")
    try:
        ours, right = read_gold(records), read_gold(gold)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    summary = summarise(score(ours, right))
    _show(summary, as_json, missing=sorted(right.keys() - ours.keys()))

    failures = [said for t in thresholds if (said := t.failure(summary))]
    if gate:
        prints = gates.fingerprints(ours, right)
        if update:
            failures += gates.update(gate, prints, summary, allow_regression)
        elif gate.exists():
            failures += gates.check(gate, prints, summary)
        else:
            raise click.UsageError(f"{gate} does not exist; --update writes it")
    for failure in failures:
        click.echo(failure, err=True)
    raise SystemExit(1 if failures else 0)


def _show(summary: Summary, as_json: bool, missing: list[str]) -> None:
    if as_json:
        click.echo(json.dumps(summary.as_data(), indent=1, sort_keys=True))
        return
    from rich.console import Console

    from pipeline.compare.terminal import tables

    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print(tables.fields(summary))
    console.print()
    console.print(tables.attributes(summary))
    for field, count in summary.absent.items():
        console.print(f"{field}: absent from {count} records, not scored there")
    if missing:
        console.print(f"no record for {len(missing)} articles of gold: {', '.join(missing[:20])}")

"""``extract evaluate``: the records compared with gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from custody_records.cli.options import AS_JSON, DIFFERENCES, EXISTING

if TYPE_CHECKING:
    from rich.console import Console

    from custody_records.compare.summary import Summary
    from custody_records.compare.thresholds import Threshold

_NEW = click.Path(path_type=Path)
Loaded = Mapping[str, dict[str, Any]]


def _thresholds(
    ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> list[Threshold]:
    from custody_records.compare.thresholds import Threshold

    try:
        return [Threshold.parse(value) for value in values]
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command("evaluate")
@click.argument("records", default="outputs/records.jsonl", type=EXISTING)
@click.option(
    "--gold",
    required=True,
    multiple=True,
    type=EXISTING,
    help="JSONL file, or folder of *.gold.json; repeatable.",
)
@AS_JSON
@click.option("--collapse-duplicates", is_flag=True, help="Count near-duplicate articles once.")
@DIFFERENCES
@click.option("--diff", type=_NEW, metavar="FILE", help="Write every difference as JSONL.")
@click.option("--html", type=_NEW, metavar="FILE", help="Write one self-contained page.")
@click.option("--against", type=EXISTING, metavar="OLD", help="Say what changed since OLD records.")
@click.option("--no-new-errors", is_flag=True, help="With --against: exit with 1 on a new error.")
@click.option(
    "--fail-under",
    "thresholds",
    multiple=True,
    callback=_thresholds,
    metavar="FIELD=METRIC:VALUE",
    help="Exit with 1 if a field stays below; repeatable.",
)
@click.option("--gate", type=_NEW, metavar="FILE", help="File of pinned floors to hold.")
@click.option("--update", is_flag=True, help="With --gate: pin what is reached now.")
@click.option("--allow-regression", metavar="REASON", help="With --update: let floors fall.")
def command(
    records: Path,
    gold: tuple[Path, ...],
    as_json: bool,
    collapse_duplicates: bool,
    differences: str | None,
    diff: Path | None,
    html: Path | None,
    against: Path | None,
    no_new_errors: bool,
    thresholds: list[Threshold],
    gate: Path | None,
    update: bool,
    allow_regression: str | None,
) -> None:
    """Compare RECORDS with gold: precision, recall and F1 per field.

    RECORDS is outputs/records.jsonl unless said otherwise, or the folder that holds it. Gold
    that says it is a draft ("state" other than "reviewed") does not count. Exit code 0, or 1 if
    a gate fails or no article of gold has a record.
    """
    if update and not gate:
        raise click.UsageError("--update goes with --gate FILE")
    if no_new_errors and not against:
        raise click.UsageError("--no-new-errors goes with --against OLD")
    from custody_records.cli.gold.load import load
    from custody_records.compare.score import score
    from custody_records.compare.summary import summarise

    if records.is_dir():
        records /= "records.jsonl"
    ours, right, old = load(records, gold, against)
    if collapse_duplicates:
        from custody_records.compare.duplicates import collapse

        right = collapse(right, records)
    summary = summarise(score(ours, right))
    _show(summary, as_json, missing=sorted(right.keys() - ours.keys()))
    _tell_differences(ours, right, (records, gold[0]), differences, diff, html, summary)

    failures = [said for t in thresholds if (said := t.failure(summary))]
    if against and _tell_changes(old, ours, right, records) and no_new_errors:
        failures.append("there are new errors")
    if gate:
        failures += _gate(gate, ours, right, summary, update, allow_regression)
    for failure in failures:
        click.echo(failure, err=True)
    raise SystemExit(1 if failures else 0)


def console() -> Console:
    """Return the console that the figures are printed on."""
    from rich.console import Console

    # A pipe or file gets lines wide enough that no cell is folded.
    return Console(width=None if sys.stdout.isatty() else 160, soft_wrap=True, highlight=False)


def _show(summary: Summary, as_json: bool, missing: list[str]) -> None:
    if as_json:
        click.echo(json.dumps(summary.as_data(), indent=1, sort_keys=True))
        return
    from custody_records.compare.terminal import tables

    out = console()
    out.print(tables.fields(summary))
    out.print()
    out.print(tables.attributes(summary))
    for field, count in summary.absent.items():
        out.print(f"{field}: absent from {count} records, not scored there")
    if missing:
        out.print(f"no record for {len(missing)} articles of gold: {', '.join(missing[:20])}")


def _tell_differences(
    ours: Loaded,
    gold: Loaded,
    sources: tuple[Path, Path],
    group: str | None,
    diff: Path | None,
    html: Path | None,
    summary: Summary,
) -> None:
    if not (group or diff or html):
        return
    from custody_records.compare.context import Bodies
    from custody_records.compare.differences import differences
    from custody_records.compare.terminal import differences as lines

    found = list(differences(ours, gold))
    bodies = Bodies(sources[0])
    if group:
        out = console()
        for line in lines.differences(found, "field" if group == "field" else "article", bodies):
            out.print(line)
    if diff:
        from custody_records.compare.differences import write_differences

        write_differences(diff, found, bodies)
    if html:
        from custody_records.compare.page.build import write_page

        again = "extract review --records {} --gold {}".format(*sources)
        write_page(html, found, ours, gold, bodies, summary, again)


def _tell_changes(old: Loaded, ours: Loaded, gold: Loaded, records: Path) -> bool:
    """Print what changed; return whether something is newly wrong."""
    from custody_records.compare.against import changes
    from custody_records.compare.context import Bodies
    from custody_records.compare.terminal import differences as lines

    found = list(changes(old, ours, gold))
    out = console()
    for line in lines.changes(found, "field", Bodies(records)):
        out.print(line)
    return any(change.turn == "newly_wrong" for change in found)


def _gate(
    gate: Path, ours: Loaded, gold: Loaded, summary: Summary, update: bool, reason: str | None
) -> list[str]:
    from custody_records.compare import gate as gates

    prints = gates.fingerprints(ours, gold)
    if update:
        return gates.update(gate, prints, summary, reason)
    if not gate.exists():
        raise click.UsageError(f"{gate} does not exist; --update writes it")
    return gates.check(gate, prints, summary)

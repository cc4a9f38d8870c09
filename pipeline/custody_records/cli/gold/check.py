"""``extract gold check``: what may be wrong with gold."""

from pathlib import Path

import click

from custody_records.cli.options import EXISTING


@click.command("check")
@click.argument("gold", nargs=-1, required=True, type=EXISTING, metavar="GOLD...")
@click.option(
    "--records",
    "runs",
    multiple=True,
    type=EXISTING,
    help="records.jsonl of a run, its bodies beside it; several to see where all contradict gold.",
)
def check(gold: tuple[Path, ...], runs: tuple[Path, ...]) -> None:
    """Tell what may be wrong with GOLD, one line a doubt; exit code 1 if there is any.

    GOLD is JSONL, one JSON file, or a folder of *.gold.json; articles may lie in it, too.
    Texts are looked up in the bodies beside the first --records (outputs/records.jsonl if it is
    there). What every run contradicts is a place to look, not a verdict, and does not count for
    the exit code.
    """
    from custody_records.compare.context import Bodies
    from custody_records.compare.gold.check import check as doubts
    from custody_records.compare.gold.check import contradicted
    from custody_records.compare.gold.read import Records

    default = Path("outputs/records.jsonl")
    runs = runs or ((default,) if default.is_file() else ())
    right = Records(*gold)
    held = [Records(run) for run in runs]
    bodies = Bodies(runs[0]) if runs else None
    found = [
        finding
        for id_, record in right.items()
        for finding in doubts(record, bodies.body(id_) if bodies else None)
    ]
    for finding in found:
        click.echo(str(finding))
    if held and not found:  # what cannot be read cannot be compared
        for finding in contradicted(right, held):
            click.echo(f"look: {finding}")
    if drafts := right.drafts:
        click.echo(f"not reviewed yet, not counted in evaluate: {', '.join(drafts)}", err=True)
    click.echo(f"{len(found)} doubts in {len(right)} gold records", err=True)
    raise SystemExit(1 if found else 0)

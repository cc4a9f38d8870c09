"""``extract evaluate``: the records compared with gold."""

from pathlib import Path

import click


@click.command("evaluate")
@click.argument(
    "records",
    default="outputs/records.jsonl",
    type=click.Path(exists=True, path_type=Path),
)
@click.option("--gold", required=True, type=click.Path(exists=True, path_type=Path))
def command(records: Path, gold: Path) -> None:
    """Compare RECORDS with gold: precision, recall and F1 per field."""
    from pipeline.compare.gold import read_gold
    from pipeline.compare.score import score

    click.echo(f"{'field':14} {'P':>5} {'R':>5} {'F1':>5}   tp   fp   fn")
    for field, c in score(read_gold(records), read_gold(gold)).items():
        click.echo(
            f"{field:14} {c.precision:5.2f} {c.recall:5.2f} {c.f1:5.2f} {c.tp:4} {c.fp:4} {c.fn:4}"
        )

"""``extract gold export``: gold to the import format of an annotation tool."""

import json
from pathlib import Path

import click

from custody_records.cli.options import EXISTING


@click.command("export")
@click.argument("gold", type=EXISTING)
@click.option("--to", type=click.Choice(["label-studio", "doccano"]), required=True)
@click.option(
    "--records",
    default="outputs/records.jsonl",
    show_default=True,
    type=EXISTING,
    help="records.jsonl of a run: the texts are the bodies beside it.",
)
def export(gold: Path, to: str, records: Path) -> None:
    """Print GOLD with its texts as tasks for an annotation tool.

    Label Studio's labelling configuration goes to standard error.
    """
    from custody_records.compare.context import Bodies
    from custody_records.compare.gold import doccano, label_studio
    from custody_records.compare.gold.read import Records

    right = Records(gold)
    bodies = Bodies(records)
    texts = {id_: bodies.body(id_) for id_ in right}
    if lacking := [id_ for id_, text in texts.items() if text is None]:
        raise click.ClickException(
            f"no body for {', '.join(lacking[:5])} beside {records}: run extract on the articles"
        )
    pairs = [(record, texts[id_] or "") for id_, record in right.items()]
    if to == "label-studio":
        click.echo(json.dumps(label_studio.to_tasks(pairs), ensure_ascii=False, indent=1))
        click.echo(f"labelling configuration: {label_studio.config()}", err=True)
    else:
        for line in doccano.to_lines(pairs):
            click.echo(json.dumps(line, ensure_ascii=False))

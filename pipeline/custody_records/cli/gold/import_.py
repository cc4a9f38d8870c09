"""``extract gold import``: gold back from an annotation tool's export."""

import json
from pathlib import Path

import click


@click.command("import")
@click.argument("tasks", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--from", "tool", type=click.Choice(["label-studio", "doccano"]), required=True)
def import_(tasks: Path, tool: str) -> None:
    """Print the gold records of an annotation tool's export (TASKS) as JSONL.

    A span that the annotators took away takes its mention away, one that they added is a new
    entry, whose further values a person has to fill in: see extract gold check.
    """
    from custody_records.compare.gold import doccano, label_studio

    text = tasks.read_text(encoding="utf-8")
    try:
        if tool == "label-studio":
            records = label_studio.from_tasks(json.loads(text))
        else:
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
            records = list(doccano.from_lines(lines))
    except (ValueError, KeyError, TypeError) as error:
        raise click.ClickException(
            f"{tasks}: not an export of {tool} made from extract gold export: {error}"
        ) from error
    for record in sorted(records, key=lambda r: str(r["article"]["id"])):
        click.echo(json.dumps(record, ensure_ascii=False, sort_keys=True))

"""``extract gold import``: gold back from an annotation tool's export."""

import json
from pathlib import Path

import click


@click.command("import")
@click.argument("tasks", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--from", "tool", type=click.Choice(["label-studio", "doccano"]), required=True)
@click.option("--reviewed", is_flag=True, help="Count what was annotated as reviewed.")
def import_(tasks: Path, tool: str, reviewed: bool) -> None:
    """Print the gold records of an annotation tool's export (TASKS) as JSONL.

    A span that the annotators took away takes its mention away, one that they added is a new
    entry, whose further values a person has to fill in: see extract gold check. The gold of a
    task that was skipped or never opened is printed as it was. An annotated draft is "in_work"
    unless --reviewed is given; only what is reviewed counts in extract evaluate.
    """
    from custody_records.compare.gold import doccano, label_studio

    try:
        text = tasks.read_text(encoding="utf-8")
        if tool == "label-studio":
            returned = list(label_studio.from_tasks(json.loads(text)))
        else:
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
            returned = list(doccano.from_lines(lines))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise click.ClickException(
            f"{tasks}: not an export of {tool} made from extract gold export: {error}"
        ) from error
    for record, annotated in sorted(returned, key=lambda r: str(r.record["article"]["id"])):
        if annotated and "state" in record:
            record["state"] = "reviewed" if reviewed else "in_work"
        click.echo(json.dumps(record, ensure_ascii=False, sort_keys=True))
    if left := sum(not one.annotated for one in returned):
        click.echo(
            f"{left} of {len(returned)} skipped or never opened: left as they were", err=True
        )

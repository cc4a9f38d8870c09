"""``extract gold init``: a draft of gold for a person to correct."""

import json
from pathlib import Path

import click

from custody_records.cli.options import MODEL, RULES


@click.command("init")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@MODEL
@RULES
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for NAME.gold.json; standard output if not given. Nothing is overwritten.",
)
def init(paths: tuple[str, ...], model: str, rules: str | None, output: Path | None) -> None:
    """Write draft gold of the articles of PATH... from the extraction, for a person to correct.

    A draft says "state": "untouched" and does not count in extract evaluate until a person has
    made that "reviewed" (or taken the line away). The page of extract review does the same with
    less typing.
    """
    from custody_records.annotate.pipeline import Annotator
    from custody_records.articles.read import read
    from custody_records.compare.gold.draft import draft
    from custody_records.outputs.write import write_text
    from custody_records.records.assemble import assemble
    from custody_records.run.plan import sources

    annotator = Annotator(model, rules)
    try:
        articles = [one for place in sources(paths) for one in read(place.path, source=place.name)]
    except OSError as error:
        raise click.ClickException(str(error)) from error
    for one, doc in zip(articles, annotator.annotate(articles), strict=True):
        text = json.dumps(draft(assemble(one, doc).dump()), ensure_ascii=False, indent=1) + "\n"
        if output is None:
            click.echo(text, nl=False)
            continue
        target = output / f"{one.info.id}.gold.json"
        if target.exists():
            raise click.ClickException(f"{target} exists; move it away to draft it again")
        write_text(target, text)
        click.echo(str(target))

"""``extract gold init``: a draft of gold for a person to correct."""

import json
from pathlib import Path

import click


@click.command("init")
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", default="sm", show_default=True, help="spaCy model: alias, package, path.")
@click.option("--rules", type=click.Path(exists=True, file_okay=False), help="Folder of rules.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for NAME.gold.json; standard output if not given. Nothing is overwritten.",
)
def init(article: Path, model: str, rules: str | None, output: Path | None) -> None:
    """Write a draft gold record of ARTICLE from the extraction, for a person to correct."""
    from custody_records.annotate.pipeline import Annotator
    from custody_records.articles.errors import ArticleError
    from custody_records.articles.read import read
    from custody_records.compare.gold.draft import draft
    from custody_records.outputs.write import write_text
    from custody_records.records.assemble import assemble

    annotator = Annotator(model, rules)
    try:
        articles = list(read(article))
    except (ArticleError, OSError) as error:
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

"""``extract run``: articles in, records out."""

from pathlib import Path

import click


@click.command("run")
@click.argument("paths", nargs=-1, required=True)
@click.option("--output", default="outputs", type=click.Path(file_okay=False, path_type=Path))
@click.option("--model", default="sm", show_default=True, help="spaCy model: alias, package, path.")
@click.option("--rules", type=click.Path(exists=True, file_okay=False), help="Folder of rules.")
@click.option("--published", metavar="DATE", help="Publication date of undated input.")
def command(
    paths: tuple[str, ...], output: Path, model: str, rules: str | None, published: str | None
) -> None:
    """Extract records from PATHS: files, folders or globs."""
    from pipeline.annotate.pipeline import Annotator
    from pipeline.outputs.write import to_json, write_text
    from pipeline.run.local import Failure, run
    from pipeline.run.plan import sources

    failures: list[Failure] = []
    lines = []
    for article, record in run(sources(list(paths)), Annotator(model, rules), failures, published):
        write_text(output / "bodies" / f"{article.info.id}.txt", article.body)
        lines.append(to_json(record.dump()) + "\n")
    write_text(output / "records.jsonl", "".join(lines))
    for failure in failures:
        click.echo(f"{failure.source}: {failure.reason}", err=True)
    raise SystemExit(1 if failures else 0)

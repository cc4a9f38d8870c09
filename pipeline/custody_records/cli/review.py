"""``extract review``: gold made in a browser."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from custody_records.cli.options import MODEL, NO_BROWSER, PORT, RULES
from custody_records.contract.record import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from custody_records.compare.gold.read import Records
    from custody_records.review.session import Review


@click.command("review")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--gold",
    required=True,
    type=click.Path(path_type=Path),
    help="JSONL file, or folder of *.gold.json, that is made or mended.",
)
@click.option(
    "--records",
    type=click.Path(exists=True, path_type=Path),
    help="Review a run's records.jsonl instead of extracting PATH...",
)
@click.option("--as", "name", metavar="NAME", help="Who reviews: the gold is GOLD with the name.")
@click.option(
    "--field",
    "fields",
    multiple=True,
    type=click.Choice(["article", *FIELDS]),
    help="Review this field only; repeatable.",
)
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Draw N articles.")
@click.option("--seed", default=0, show_default=True, help="With --sample: another draw.")
@click.option(
    "--order",
    default="given",
    show_default=True,
    type=click.Choice(["given", "uncertain"]),
    help="uncertain: first what was inferred, or made by rules that were wrong before.",
)
@MODEL
@RULES
@PORT
@NO_BROWSER
def command(
    paths: tuple[str, ...],
    gold: Path,
    records: Path | None,
    name: str | None,
    fields: tuple[str, ...],
    sample: int | None,
    seed: int,
    order: str,
    model: str,
    rules: str | None,
    port: int,
    no_browser: bool,
) -> None:
    """Open a page in which a person reads articles and decides what is right: gold.

    The articles are those of PATH... (files, folders or globs), or of --records. Every decision
    is kept at once, one JSON file an article, in the folder GOLD.review beside the gold; an
    article's gold is written when it is marked as reviewed. The page is served to this machine
    only, and to who has its address. Stop it with Ctrl+C; the same command goes on.

    With --as anna the gold of my-gold.jsonl is my-gold.anna.jsonl: two people review apart, and
    extract gold agree compares them.
    """
    if paths and records:
        raise click.UsageError("give PATH... or --records FILE, one of them")
    from custody_records.review.start import folder_of, gold_of

    try:
        target = gold_of(gold, name)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--as") from error
    if paths:
        records = _extracted(paths, folder_of(target), model, rules)
    if records is None:
        raise click.UsageError("give PATH... or --records FILE, one of them")
    start(
        records,
        target,
        name=name,
        fields=fields,
        count=sample,
        seed=seed,
        uncertain_first=order == "uncertain",
        model=model,
        rules=rules,
        port=port,
        browser=not no_browser,
    )


def start(
    records: Path,
    gold: Path,
    *,
    port: int,
    browser: bool,
    sides: Sequence[tuple[str, Records]] = (),
    **options: object,
) -> None:
    """Open the review of a run's records and serve it until it is stopped."""
    from custody_records.review.start import open_review

    try:
        from custody_records.review.serve import serve
    except ImportError as error:
        raise click.UsageError(
            f'the review page needs pip install "custody-records[review]" ({error})'
        ) from error
    try:
        if records.is_dir():
            records /= "records.jsonl"
        review = open_review(records, gold, sides=sides, **options)  # type: ignore[arg-type]
        serve(review, port=port, ready=lambda address: _announce(review, address, browser))
    except OSError as error:
        where = error.filename or f"port {port}"
        raise click.ClickException(f"{where}: {error.strerror}") from error


def _announce(review: Review, address: str, browser: bool) -> None:
    click.echo(f"{len(review.ids)} articles; gold goes to {review.gold.path}", err=True)
    click.echo(address)
    threading.Thread(target=review.explainer.warm, daemon=True).start()
    if browser:
        webbrowser.open(address)


def _extracted(paths: tuple[str, ...], folder: Path, model: str, rules: str | None) -> Path:
    """Run the extraction into the review's folder; what it has already is kept."""
    from custody_records.annotate.model.installed import ModelNotFoundError
    from custody_records.cli.terminal import progress
    from custody_records.outputs.folder import RECORDS
    from custody_records.rulebook import RuleError
    from custody_records.run.local import run
    from custody_records.run.options import Options
    from custody_records.run.plan import sources

    try:
        with progress(quiet=False) as watch:
            found = sources(paths, output=folder)
            report = run(found, Options(model=model, rules=rules), folder, watch=watch)
    except (ModelNotFoundError, RuleError) as error:
        raise click.UsageError(str(error)) from error
    for failure in report.failures:
        click.echo(str(failure), err=True)
    if not report.records:
        raise click.ClickException("no article could be read: there is nothing to review")
    return folder / RECORDS

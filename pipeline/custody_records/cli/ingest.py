"""``extract ingest``: articles from anything a person has into a corpus folder."""

import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from custody_records.cli.options import RULES, at_least, publication_date, seconds
from custody_records.cli.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from custody_records.articles.article import Article
    from custody_records.ingest.folder import Added
    from custody_records.ingest.ingest import Report

_SHOWN = 20  # refusals on the terminal; the corpus's .ingest.jsonl has all


@click.command("ingest")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--corpus",
    default="corpus",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder that the articles are put into.",
)
@publication_date("Publication date (YYYY-MM-DD), whatever the articles say.")
@click.option("--publisher", metavar="NAME", help="Publisher, whatever the articles say.")
@click.option("--language", metavar="CODE", help="Language (ISO 639-1), whatever it looks like.")
@click.option("--dry-run", is_flag=True, help="Write nothing, tell what would be done.")
@click.option("--show", is_flag=True, help="Print the cleaned text of each article.")
@click.option("--allow-private", is_flag=True, help="Fetch from private networks, too.")
@at_least(1, "--max-size", 50_000_000, "Bytes of one document or download.")
@at_least(1, "--max-unpacked", 10**9, "Bytes that one archive or document may unpack to.")
@at_least(
    1, "--max-entries", 10_000, "Members of an archive, rows of a table, addresses of a list."
)
@at_least(0, "--max-depth", 3, "Archives within archives.")
@at_least(1, "--max-pages", 500, "Pages of a PDF.")
@at_least(0, "--max-redirects", 5, "Redirects of one address.")
@at_least(1, "--max-characters", 10**6, "Characters of one article.")
@seconds(0.1, 30.0, "Seconds for one download, and for the reading of one document.")
@RULES
@click.option("--quiet", is_flag=True, help="Only complain: no progress, no summary.")
def command(
    sources: tuple[str, ...],
    corpus: Path,
    published: datetime | None,
    publisher: str | None,
    language: str | None,
    dry_run: bool,
    show: bool,
    allow_private: bool,
    max_size: int,
    max_unpacked: int,
    max_entries: int,
    max_depth: int,
    max_pages: int,
    max_redirects: int,
    max_characters: int,
    timeout: float,
    rules: str | None,
    quiet: bool,
) -> None:
    """Put new articles into a corpus folder, each as a readable text file.

    SOURCE: files and folders of .txt, .md, .html, .mhtml, .pdf, .docx, .eml, .json, .jsonl, .csv,
    .warc(.gz) and .zip; an http(s) address; an RSS or Atom feed; a file with an address a line;
    - for standard input. The original is kept under .sources/ in the corpus. The same thing
    again changes nothing. Exit code 0; 1 if something was refused (.ingest.jsonl in the corpus
    says why); 2 for wrong usage. Needs the extra: pip install "custody-records[ingest]".
    """
    from custody_records.articles.limits import Limits as ArticleLimits
    from custody_records.ingest.ingest import Overrides, ingest
    from custody_records.ingest.limits import Limits

    if language and not (len(language) == 2 and language.isascii() and language.islower()):
        raise click.BadParameter(f"{language!r} is no ISO 639-1 code", param_hint="--language")
    limits = Limits(
        size=max_size,
        unpacked=max_unpacked,
        entries=max_entries,
        depth=max_depth,
        pages=max_pages,
        redirects=max_redirects,
        time=timeout,
        allow_private=allow_private,
        article=ArticleLimits(file_bytes=max_size, characters=max_characters),
    )
    overrides = Overrides(
        published=published.date().isoformat() if published else None,
        publisher=publisher,
        language=language,
    )
    try:
        with _progress(quiet or show) as step:
            report = ingest(
                sources,
                corpus,
                overrides=overrides,
                limits=limits,
                rules=rules,
                dry=dry_run,
                show=_print if show else None,
                step=step,
            )
    except OSError as error:
        raise click.ClickException(f"{corpus}: {error}") from error
    except KeyboardInterrupt:
        click.echo("stopped; what is in the corpus is whole, the same command goes on", err=True)
        sys.exit(130)
    _summary(report, quiet=quiet, dry=dry_run)
    sys.exit(1 if report.refused else 0)


def _print(name: str, article: "Article", added: "Added") -> None:
    click.echo(f"# {printable(name)} -> {added.file}{'' if added.is_new else ' (there already)'}")
    click.echo(article.body)


def _summary(report: "Report", *, quiet: bool, dry: bool) -> None:
    for refusal in report.refused[:_SHOWN]:
        click.echo(f"refused {printable(refusal.name)}: {printable(refusal.reason)}", err=True)
    if len(report.refused) > _SHOWN:
        click.echo(f"... and {len(report.refused) - _SHOWN} more: .ingest.jsonl", err=True)
    if quiet:
        return
    for name in report.skipped[:_SHOWN]:
        click.echo(f"skipped {printable(name)}: of no kind that is read", err=True)
    for added in report.added:
        near = f" (nearly the same as {added.near_duplicate_of})" if added.near_duplicate_of else ""
        click.echo(f"{'would add' if dry else 'added'} {added.file}{near}")
    click.echo(
        f"{len(report.added)} new, {len(report.known)} there already, "
        f"{len(report.refused)} refused, {len(report.skipped)} skipped",
        err=True,
    )


@contextmanager
def _progress(quiet: bool) -> "Iterator[Callable[[], None]]":
    """Yield what is called after each document: a counter on a terminal, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda: bar.advance(task)

"""``extract run``, the default command: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from custody_records.cli.options import (
    MODEL,
    RULES,
    at_least,
    publication_date,
    refuse_unwritable,
    seconds,
)
from custody_records.outputs.exports import FORMATS

if TYPE_CHECKING:
    from custody_records.run.options import Options
    from custody_records.run.report import Report
    from custody_records.run.watch import Watch


@click.command("run")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output",
    default="outputs",
    show_default=True,
    type=click.Path(file_okay=False),
    help="Folder that is written.",
)
@MODEL
@RULES
@publication_date("Publication date (YYYY-MM-DD) of input that tells none.")
@at_least(0, "--jobs", 1, "Processes; 0 for one a core.")
@click.option("--force", is_flag=True, help="Do unchanged articles again, too.")
@at_least(1, "--max-bytes", 16_000_000, "Refuse an article's file (or row) that is larger.")
@at_least(1, "--max-characters", 1_000_000, "Refuse a text that is longer.")
@seconds(0, 60.0, "Time for one article; what takes longer is a failure. 0 for no limit.")
@click.option(
    "--engine",
    default="local",
    show_default=True,
    type=click.Choice(["local", "ray"]),
    help="Where it runs: here, or on a Ray cluster (sharded outputs; paths of fsspec).",
)
@click.option("--address", help="With --engine ray: the cluster's address; none starts one here.")
@click.option(
    "--shards",
    default="jsonl",
    show_default=True,
    type=click.Choice(["jsonl", "parquet"]),
    help="With --engine ray: the form of the outputs.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="Write this format, too; repeatable. See extract export.",
)
@click.option(
    "--stdout",
    is_flag=True,
    help="Print the records, one a line, and write no folder; so does - (standard input).",
)
@click.option("--quiet", is_flag=True, help="Only complain: no progress, no table.")
@click.option("--verbose", is_flag=True, help="Tell of each article what was found in it.")
def command(
    paths: tuple[str, ...],
    output: str,
    model: str,
    rules: str | None,
    published: datetime | None,
    jobs: int,
    force: bool,
    max_bytes: int,
    max_characters: int,
    timeout: float,
    engine: str,
    address: str | None,
    shards: Literal["jsonl", "parquet"],
    formats: tuple[str, ...],
    stdout: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Extract records from every article of PATH...: files, folders or globs.

    In a folder every file of a known type is an article, save names that begin with a dot or
    underscore, README*, LICENSE*, *gold.jsonl and *.gold.json. Unchanged articles are kept from
    the last run into the same folder. "-" is one article on standard input. Exit code 0; 1 if an
    input failed (the others are written); 2 for wrong usage, such as a path that is not there:
    then no output is changed.
    """
    from custody_records.cli.given_paths import check
    from custody_records.run.process import one_thread

    one_thread()  # before anything imports numpy
    _refuse_contradictions(engine, address, formats, stdout or "-" in paths)
    if engine == "local":
        check(paths)

    from custody_records.cli.terminal import progress
    from custody_records.run.options import Options

    options = Options(
        model=model,
        rules=rules,
        published=published.date().isoformat() if published else None,
        max_bytes=max_bytes,
        max_characters=max_characters,
        timeout=timeout,
    )
    to_stdout = stdout or "-" in paths
    with _told_errors(output), progress(quiet, verbose) as watch:
        if engine == "ray":
            report = _cluster()(
                paths,
                options,
                output,
                address=address,
                actors=jobs,
                form=shards,
                force=force,
                watch=watch,
            )
        elif to_stdout:
            from custody_records.cli.stdout import records_to_stdout

            report = records_to_stdout(paths, options, jobs, watch)
        else:
            report = _into_folder(paths, options, Path(output), jobs, force, watch)

    from custody_records.cli.summary import show

    show(report, None if to_stdout else output, quiet or to_stdout)
    if formats:
        _export(formats, Path(output))
    sys.exit(1 if report.failures else 0)


@contextmanager
def _told_errors(output: str) -> Iterator[None]:
    """Turn what ends a run into what a user is told: one line and an exit code, no traceback."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("stopped; what is finished is kept, the same command goes on", err=True)
        sys.exit(130)
    except Exception as error:
        from custody_records.annotate.model.installed import ModelNotFoundError
        from custody_records.rulebook import RuleError

        if isinstance(error, ModelNotFoundError | RuleError):
            raise click.UsageError(str(error)) from error
        if isinstance(error, OSError):
            raise click.ClickException(f"{output}: {error}") from error
        raise


def _into_folder(
    paths: tuple[str, ...], options: Options, output: Path, jobs: int, force: bool, watch: Watch
) -> Report:
    """Run into a folder, once it is known that there is something to read and a place to write."""
    from custody_records.cli.summary import skipped_lines
    from custody_records.run.local import run
    from custody_records.run.plan import sources

    skipped: list[str] = []
    found = sources(paths, output=output, skipped=skipped)
    if all(source.path.is_dir() for source in found):
        told = "; ".join([f"no article in {', '.join(paths)}", *skipped_lines(skipped)])
        raise click.UsageError(f"{told}. No output is changed.")
    refuse_unwritable(output)
    return run(found, options, output, jobs=jobs, force=force, watch=watch, skipped=skipped)


def _refuse_contradictions(
    engine: str, address: str | None, formats: tuple[str, ...], to_stdout: bool
) -> None:
    if engine == "local" and address:
        raise click.UsageError("--address goes with --engine ray")
    if engine == "ray" and formats:
        raise click.UsageError("--format goes with the local engine; see extract export --from")
    if to_stdout and (formats or engine == "ray"):
        raise click.UsageError("standard output gets records alone; no --format, no --engine ray")


def _export(formats: tuple[str, ...], output: Path) -> None:
    from custody_records.outputs.exports.source import Source
    from custody_records.outputs.exports.write import write_formats
    from custody_records.outputs.folder import RECORDS

    write_formats(formats, Source(output / RECORDS), output)


def _cluster() -> Callable[..., Report]:
    try:
        from custody_records.run.cluster.engine import run
    except ImportError as error:
        raise click.UsageError(
            f'--engine ray needs pip install "custody-records[ray]" ({error})'
        ) from error
    return run

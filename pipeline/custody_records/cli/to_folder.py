"""``extract run`` into a folder: refused before the work where nothing could come of it."""

from pathlib import Path

import click

from custody_records.cli.options import refuse_unwritable
from custody_records.cli.summary import skipped_lines
from custody_records.run.local import run
from custody_records.run.options import Options
from custody_records.run.plan import sources
from custody_records.run.report import Report
from custody_records.run.watch import Watch


def records_to_folder(
    paths: tuple[str, ...],
    options: Options,
    output: Path,
    jobs: int,
    force: bool,
    watch: Watch,
) -> Report:
    """Run into a folder, once it is known that there is something to read and a place to write."""
    skipped: list[str] = []
    found = sources(paths, output=output, skipped=skipped)
    if all(source.path.is_dir() for source in found):
        told = "; ".join([f"no article in {', '.join(paths)}", *skipped_lines(skipped)])
        raise click.UsageError(f"{told}. No output is changed.")
    refuse_unwritable(output)
    return run(found, options, output, jobs=jobs, force=force, watch=watch, skipped=skipped)

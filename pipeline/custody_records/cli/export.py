"""``extract export``: the records in the formats that other tools open."""

from __future__ import annotations

from pathlib import Path

import click

from custody_records.cli.options import refuse_unwritable
from custody_records.outputs.exports import FORMATS


@click.command("export")
@click.argument("formats", nargs=-1, required=True, type=click.Choice(list(FORMATS)))
@click.option(
    "--from",
    "records",
    default="outputs/records.jsonl",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Records of a run, its bodies beside them.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder that is written; the records' own if not given.",
)
@click.option(
    "--stated-only",
    is_flag=True,
    help="Leave out an event's facility, place and date where its sentence does not state them.",
)
@click.option(
    "--pseudonymise",
    type=click.Choice(["people"]),
    help="Replace people's names by labels; leave out bodies, evidence, titles, addresses, ids.",
)
@click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --pseudonymise: where the key (label → name) is written. Keep it apart.",
)
def command(
    formats: tuple[str, ...],
    records: Path,
    output: Path | None,
    stated_only: bool,
    pseudonymise: str | None,
    key: Path | None,
) -> None:
    """Write the records in other formats.

    \b
    csv      a CSV file a field           xlsx     one workbook
    sqlite   a database for Datasette     parquet  files for notebooks
    ftm      entities for Aleph           geojson  a map of facilities and places
    docbin   spaCy training data          conll    tokens with IOB tags
    brat     standoff annotation          report   one self-contained page
    """
    from custody_records.outputs.exports.source import Source
    from custody_records.outputs.exports.write import write_formats

    if bool(pseudonymise) != bool(key):
        raise click.UsageError("--pseudonymise and --key FILE go together")
    source = Source(records, stated_only=stated_only)
    folder = output or records.parent
    refuse_unwritable(folder)
    if key:
        from custody_records.outputs.exports.pseudonyms import CAVEAT, pseudonymised

        if output is None:
            raise click.UsageError("--pseudonymise needs an --output of its own")
        with pseudonymised(source, key) as safe:
            written = write_formats(formats, safe, folder)
        click.echo(CAVEAT, err=True)
    else:
        written = write_formats(formats, source, folder)
    for path in written:
        click.echo(str(path))

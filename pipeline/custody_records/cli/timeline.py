"""``extract timeline CODE``: what happened in one facility, across all articles, by date."""

from pathlib import Path

import click


@click.command("timeline")
@click.argument("code")
@click.argument(
    "records",
    default="outputs/records.jsonl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a table.")
def command(code: str, records: Path, as_json: bool) -> None:
    """Print the history of facility CODE (a code or a name, as in the records).

    Reads RECORDS (records.jsonl). Undated events come last; events that several articles tell
    alike stand once, with all those articles.
    """
    from rich.console import Console

    from custody_records.outputs.timeline import history, read_records, table
    from custody_records.outputs.write import to_json

    told = history(code, read_records(records))
    if not told:
        raise click.ClickException(
            f"no event of {code!r} in {records}; codes are written as in the records (LA-155/8)"
        )
    if as_json:
        for line in told:
            click.echo(to_json(line.as_dict()))
        return
    Console(soft_wrap=False).print(table(code, told))

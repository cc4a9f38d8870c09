"""``extract timeline CODE``: what happened in one facility, across all articles, by date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from custody_records.cli.printable import printable

if TYPE_CHECKING:
    from rich.table import Table

    from custody_records.outputs.timeline import History


@click.command("timeline")
@click.argument("code")
@click.argument(
    "records",
    default="outputs/records.jsonl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--place", help="The facility of this place, where a code has several.")
@click.option("--country", metavar="CC", help="The facility of this country (ISO 3166: RU, BY).")
@click.option("--all", "show_all", is_flag=True, help="Every facility of that code, one by one.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a table.")
def command(
    code: str,
    records: Path,
    place: str | None,
    country: str | None,
    show_all: bool,
    as_json: bool,
) -> None:
    """Print the history of facility CODE (a code or a name, as in the records).

    Reads RECORDS (records.jsonl). Undated events come last; events that several articles tell
    alike stand once, with all those articles. A code that several facilities have is listed with
    their places and countries, to choose from (exit code 2).
    """
    from custody_records.contract.fold import fold
    from custody_records.outputs.exports.source import Source
    from custody_records.outputs.timeline import histories

    found = histories(code, Source(records).records())
    if not found:
        raise click.ClickException(
            f"no facility {code!r} in {records}; codes are written as in the records (LA-155/8)"
        )
    chosen = [
        one
        for one in found
        if (place is None or fold(place) in map(fold, one.places))
        and (country is None or one.country == country.upper())
    ]
    if not chosen or (len(chosen) > 1 and not show_all):
        raise click.UsageError(_choice(code, chosen or found))
    for history in chosen:
        _print(history, as_json)


def _choice(code: str, found: list[History]) -> str:
    lines = [f"{code} is {len(found)} facilities; choose with --place, --country, or take --all:"]
    for one in found:
        where = ", ".join(part or "not told" for part in (one.place, one.country))
        lines.append(f"  {one.title}  {where}  ({_counted(one)})")
    return "\n".join(lines)


def _counted(history: History) -> str:
    events, articles = len(history.lines()), len(set(history.articles))
    return f"{events} event{_s(events)} in {articles} article{_s(articles)}"


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def _print(history: History, as_json: bool) -> None:
    from rich.console import Console

    from custody_records.outputs.write import to_json

    where = {"facility": history.title, "place": history.place, "country": history.country}
    if as_json:
        for line in history.lines():
            click.echo(to_json({**where, **line}))
        return
    console = Console(highlight=False)
    title = ", ".join(part for part in where.values() if part)
    console.print(printable(f"{title}: {_counted(history)}"), markup=False)
    console.print(_table(history))


def _table(history: History) -> Table:
    """Return the history in two columns, which fit a narrow terminal without broken words."""
    from rich.markup import escape
    from rich.table import Table

    from custody_records.outputs.labels import spoken

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for line in history.lines():
        unsure = f" ({', '.join(line['inferred'])} inferred)" if line["inferred"] else ""
        named = (("to", "subjects"), ("by", "actors"), ("according to", "sources"))
        parts = [f"{word} {', '.join(line[part])}" if line[part] else "" for word, part in named]
        told = [f"{spoken(line['type'])}, {spoken(line['status'])}{unsure}"]
        told += ["; ".join(filter(None, parts))] if any(parts) else []
        told.append(f"[dim]{escape(', '.join(line['articles']))}[/dim]")
        head, *rest = told
        body = "\n".join(map(printable, [escape(head), *map(escape, rest[:-1]), rest[-1]]))
        table.add_row(printable(line["date"] or "no date"), body)
    return table

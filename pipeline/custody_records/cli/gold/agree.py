"""``extract gold agree``: how far two annotators agree, and the differences to decide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from custody_records.cli.options import AS_JSON, DIFFERENCES, EXISTING, NO_BROWSER, PORT

if TYPE_CHECKING:
    from custody_records.compare.gold.read import Records
    from custody_records.compare.summary import Summary


@click.command("agree")
@click.argument("a", type=EXISTING)
@click.argument("b", type=EXISTING)
@AS_JSON
@DIFFERENCES
@click.option(
    "--adjudicate",
    type=click.Path(path_type=Path),
    metavar="GOLD",
    help="Open the page of extract review to decide the differences: that makes GOLD.",
)
@click.option(
    "--records",
    default="outputs/records.jsonl",
    type=click.Path(path_type=Path),
    show_default=True,
    help="records.jsonl of a run: the texts are the bodies beside it.",
)
@click.option("--as", "name", metavar="NAME", help="With --adjudicate: who decides.")
@PORT
@NO_BROWSER
def agree(
    a: Path,
    b: Path,
    as_json: bool,
    differences: str | None,
    adjudicate: Path | None,
    records: Path,
    name: str | None,
    port: int,
    no_browser: bool,
) -> None:
    """Tell how far two annotators' gold (A and B) agrees: F1 between them per field.

    Compared as extract evaluate compares records with gold, over the articles that both have
    reviewed and the fields that both have. No extraction can be measured more finely than
    people agree. With --adjudicate what both have alike is taken over, and a person decides the
    rest in the page of extract review.
    """
    from custody_records.compare.gold.read import Records
    from custody_records.compare.score import score
    from custody_records.compare.summary import summarise

    mine, theirs = Records(a).reviewed(), Records(b).reviewed()
    shared = {id_: _common(theirs[id_], mine[id_]) for id_ in theirs if id_ in mine}
    if not shared:
        raise click.ClickException(f"{a} and {b} have no reviewed article in common")
    summary = summarise(score(mine, shared))
    names = _names(a, b)
    _show(summary, names, as_json)
    if differences:
        _list(mine, shared, records, differences)
    if adjudicate:
        from custody_records.cli.review import start

        sides = list(zip(names, (mine, theirs), strict=True))
        start(
            records, adjudicate, sides=sides, name=name, port=port, browser=not no_browser,
            only=sorted(shared),
        )  # fmt: skip


def _show(summary: Summary, names: tuple[str, str], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(summary.as_data(), indent=1, sort_keys=True))
        return
    from custody_records.cli.evaluate import console
    from custody_records.compare.terminal import tables

    out = console()
    out.print(tables.agreement(summary, names))
    out.print()
    out.print(tables.attributes(summary, f"attributes of entries that {' and '.join(names)} have"))


def _list(mine: Records, shared: dict[str, dict[str, Any]], records: Path, group: str) -> None:
    from custody_records.cli.evaluate import console
    from custody_records.compare.context import Bodies
    from custody_records.compare.differences import differences
    from custody_records.compare.terminal import differences as lines

    found = differences(mine, shared)
    out = console()
    by: lines.Group = "field" if group == "field" else "article"
    for line in lines.differences(found, by, Bodies(records)):
        out.print(line)


def _common(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return a record without what the other says nothing about."""
    about = {name: v for name, v in one["article"].items() if name in other["article"]}
    return {**{name: v for name, v in one.items() if name in other}, "article": about}


def _names(a: Path, b: Path) -> tuple[str, str]:
    """Return what to call the two: the reviewer in my-gold.anna.jsonl, else the file's name."""
    one, two = (path.name.removesuffix(".jsonl").rsplit(".", 1)[-1] for path in (a, b))
    return (one, two) if one != two else (str(a), str(b))

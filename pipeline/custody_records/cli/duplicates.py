"""``extract duplicates``: the articles of a corpus that tell one story in nearly the same words."""

import json
from pathlib import Path

import click


@click.command("duplicates")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One cluster a line, as JSON.")
def command(folder: Path, as_json: bool) -> None:
    """List the clusters of near-duplicate articles in FOLDER.

    Alike are texts that share a good part of their runs of three words (MinHash proposes the
    pairs, the texts decide). The number beside an article is the share it has in common with the
    most alike of its cluster. Exit code 0, also if there are none.
    """
    from custody_records.ingest.alike import clusters
    from custody_records.ingest.folder import texts_of

    found = clusters(texts_of(folder))
    for number, cluster in enumerate(found, 1):
        if as_json:
            rows = [{"article": member.other, "share": member.share} for member in cluster]
            click.echo(json.dumps({"articles": rows, "cluster": number}, sort_keys=True))
            continue
        click.echo(f"cluster {number}")
        for member in cluster:
            click.echo(f"  {member.share:.2f}  {member.other}")
    if not as_json:
        click.echo(f"{len(found)} cluster{'' if len(found) == 1 else 's'}", err=True)

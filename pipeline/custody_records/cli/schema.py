"""``extract schema``: the record contract as JSON Schema."""

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a record."""
    from custody_records.contract import Record

    click.echo(json.dumps(Record.model_json_schema(), indent=2, sort_keys=True))

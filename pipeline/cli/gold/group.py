"""The group of commands that look after gold."""

import click

from pipeline.cli.gold.check import check
from pipeline.cli.gold.export import export
from pipeline.cli.gold.import_ import import_
from pipeline.cli.gold.init import init


@click.group("gold")
def command() -> None:
    """Check gold, draft it, and carry it to annotation tools and back."""


for one in (check, init, export, import_):
    command.add_command(one)

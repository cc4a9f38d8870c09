"""``extract gold``: look after the gold standard."""

import click

from custody_records.cli.gold.agree import agree
from custody_records.cli.gold.check import check
from custody_records.cli.gold.export import export
from custody_records.cli.gold.import_ import import_
from custody_records.cli.gold.init import init


@click.group("gold")
def command() -> None:
    """Check gold, draft it, and carry it to annotation tools and back."""


for one in (check, init, agree, export, import_):
    command.add_command(one)

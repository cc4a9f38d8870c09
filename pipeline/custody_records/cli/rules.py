"""``extract rules``: what the pipeline knows, listed and checked."""

import click

from custody_records.cli.rules_check import check
from custody_records.cli.rules_ledger import ledger
from custody_records.cli.rules_list import list_rules


@click.group("rules")
def command() -> None:
    """List the rules, or check them: every example and every lint."""


command.add_command(check)
command.add_command(ledger)
command.add_command(list_rules)

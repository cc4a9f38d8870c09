"""Options that several commands have, and checks that several make, each said once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Any], Any]

EXISTING = click.Path(exists=True, path_type=Path)

RULES = click.option(
    "--rules", type=click.Path(exists=True, file_okay=False), help="Folder of rules, for your own."
)
MODEL = click.option(
    "--model", default="sm", show_default=True, help="spaCy model: alias, package or path."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
DIFFERENCES = click.option(
    "--differences",
    type=click.Choice(["field", "article"]),
    help="List every difference, grouped by field or by article.",
)
PORT = click.option(
    "--port", default=0, type=click.IntRange(0, 65535), help="Port; any free one if 0."
)
NO_BROWSER = click.option("--no-browser", is_flag=True, help="Print the address only.")


def at_least(least: int, name: str, default: int, told: str) -> Decorator:
    """Return the option of a whole number with a lower bound."""
    return click.option(
        name, default=default, show_default=True, type=click.IntRange(min=least), help=told
    )


def publication_date(told: str) -> Decorator:
    """Return the option of a publication date."""
    return click.option("--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help=told)


def seconds(least: float, default: float, told: str) -> Decorator:
    """Return the option of a limit of time."""
    return click.option(
        "--timeout",
        default=default,
        show_default=True,
        type=click.FloatRange(min=least),
        metavar="SECONDS",
        help=told,
    )


def refuse_unwritable(folder: Path) -> None:
    """Raise UsageError where a folder of outputs cannot be written."""
    from custody_records.outputs.folder import check_writable

    try:
        check_writable(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.UsageError(
            f"{folder}: cannot be written ({reason}); choose --output"
        ) from error

"""The command ``extract``: one command a file, nothing heavy imported before it is needed."""

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click
from click_default_group import DefaultGroup

from custody_records import __version__
from custody_records.errors import UserError

# Command, which is also the name of its module here, whose ``command`` is the click command; and
# the first sentence of its help, so that ``extract --help`` need not import them all.
COMMANDS = {
    "ingest": "Put new articles into a corpus folder, each as a readable text file.",
    "duplicates": "List the clusters of near-duplicate articles in FOLDER.",
    "run": "Extract records from every article of PATH...: files, folders or globs.",
    "schema": "Print the JSON Schema of a record.",
    "evaluate": "Compare RECORDS with gold: precision, recall and F1 per field.",
    "review": "Open a page in which a person reads articles and decides what is right: gold.",
    "gold": "Check gold, draft it, and carry it to annotation tools and back.",
    "export": "Write the records in other formats.",
    "explain": "Tell why ARTICLE has its facilities and statutes, or FIELD, or one VALUE of it.",
    "rules": "List the rules, or check them: every example and every lint.",
    "timeline": "Print the history of facility CODE (a code or a name, as in the records).",
}


class LazyGroup(DefaultGroup):  # type: ignore[misc] # the library has no types
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the data."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; what is no command goes to the default one."""
        if cmd_name not in COMMANDS:
            # Where DefaultGroup looks for what to hand to the default command.
            ctx.arg0 = cmd_name  # type: ignore[attr-defined]
            cmd_name = self.default_cmd_name
        module = import_module(f"custody_records.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person can mend is told in a line."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise click.ClickException(str(error)) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with the first sentence of each one's help."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [(f"{n}*" if n == "run" else n, told) for n, told in COMMANDS.items()]
            )


@click.group(
    cls=LazyGroup,
    default="run",
    default_if_no_args=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="extract")
def main() -> None:
    """Read news articles on prisons and detention; write structured records of them."""
    # Names are in any script; a terminal that cannot show them must not end a run.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

"""The command ``extract``: one command a file, nothing heavy imported before it is needed."""

from importlib import import_module

import click
from click_default_group import DefaultGroup

# Command → module in this package; the module's ``command`` is the click command.
COMMANDS = {
    "ingest": "ingest",
    "duplicates": "duplicates",
    "run": "run",
    "schema": "schema",
    "evaluate": "evaluate",
    "gold": "gold",
    "export": "export",
    "explain": "explain",
    "rules": "rules",
    "timeline": "timeline",
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
        module = import_module(f"pipeline.cli.{COMMANDS[cmd_name]}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101
        return command


@click.group(cls=LazyGroup, default="run", default_if_no_args=False)
@click.version_option(package_name="custody-records", prog_name="extract")
def main() -> None:
    """Read news articles on prisons and detention; write structured records of them."""

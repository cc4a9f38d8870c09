"""The command reference, generated from the commands' own help.

python -m tests.docs.reference > docs/commands.md
"""

from collections.abc import Iterator

import click

from custody_records.cli import main

_HEAD = """# Command reference

Generated from the commands' own help (`python -m tests.docs.reference`); a test fails when it is
stale.
"""


def reference() -> str:
    """Return the reference as Markdown: one section a command, with its help."""
    sections = [
        f"## {path}\n\n```text\n{help_}\n```\n" for path, help_ in _walk(main, "extract", None)
    ]
    return "\n".join([_HEAD, *sections])


def _walk(
    command: click.Command, path: str, parent: click.Context | None
) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command, info_name=path.split()[-1], parent=parent, **command.context_settings
    )
    context.max_content_width = 96
    context.terminal_width = 96
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner and not inner.hidden:
                yield from _walk(inner, f"{path} {name}", context)


if __name__ == "__main__":
    print(reference(), end="")

"""What ``extract run`` shows: a progress bar while it goes, a short table at the end. On stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from custody_records.annotate.languages import remedy
from custody_records.run.report import Report
from custody_records.run.watch import Silent, Watch

_FAILURES = 20  # shown; run.json has all


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "-/s")


class _Bar:
    """Passes a run's news on to a progress bar."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("articles", total=0)

    def expect(self, articles: int) -> None:
        task = self._bar.tasks[self._task]
        self._bar.update(self._task, total=(task.total or 0) + articles)

    def done(self, articles: int) -> None:
        self._bar.advance(self._task, articles)

    def say(self, text: str) -> None:
        self._bar.console.print(text, markup=False)


class _Lines(Silent):
    """Passes on what the user should know at once, and no more."""

    def say(self, text: str) -> None:
        click.echo(text, err=True)


@contextmanager
def progress(quiet: bool) -> Iterator[Watch]:
    """Yield what a run tells its progress to: a bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield _Lines()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield _Bar(bar)


def show(report: Report, output: str, quiet: bool) -> None:
    """Print the table at the end of a run; failures even if ``quiet``."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if not quiet:
        console.print(_table(report))
        if report.kept:
            console.print(f"{report.kept} unchanged since the last run, kept from it")
        if report.duplicates:
            console.print(
                f"{report.duplicates} with the text of another (duplicate_of tells which)"
            )
    for line in unread_lines(report):
        console.print(escape(line))
    for failure in report.failures[:_FAILURES]:
        console.print(f"[red]failed[/red] {escape(failure.source)}: {escape(failure.reason)}")
    if len(report.failures) > _FAILURES:
        more = len(report.failures) - _FAILURES
        console.print(f"... and {more} more: {output}/run.json")


def unread_lines(report: Report) -> list[str]:
    """Return a line for every set of fields that a language's articles go without."""
    groups: dict[tuple[str, tuple[str, ...]], int] = {}
    for _, language, absent in report.unread:
        key = (language, tuple(absent))
        groups[key] = groups.get(key, 0) + 1
    return [
        _unread(number, language, absent) for (language, absent), number in sorted(groups.items())
    ]


def _unread(number: int, language: str, absent: tuple[str, ...]) -> str:
    line = f"{number} in language {language!r}, which no installed model reads: "
    line += f"no {', '.join(absent)}"
    install = remedy(language)
    return f"{line}; to read them: {install}" if install else line


def _table(report: Report) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("articles read", str(report.read))
    table.add_row("records written", str(report.records))
    table.add_row("failed", str(len(report.failures)))
    for name, number in report.entries.items():
        table.add_row(f"  {name}", str(number))
    return table

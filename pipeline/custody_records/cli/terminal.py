"""What ``extract run`` shows while it goes: a progress bar on a terminal. On standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from custody_records.cli.printable import printable
from custody_records.run.watch import Watch

if TYPE_CHECKING:  # the bar stands before what it tells of is imported
    from custody_records.run.result import Result

_LOADING = "loading the model"


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "-/s")


class _Lines(Watch):
    """Passes on what the user should know at once; with ``verbose`` a line an article."""

    def __init__(self, verbose: bool) -> None:
        self._verbose = verbose

    def article(self, result: Result) -> None:
        if self._verbose:
            self.say(printable(_line(result)))

    def say(self, text: str) -> None:
        click.echo(text, err=True)


class _Bar(_Lines):
    """Passes a run's news on to a progress bar."""

    def __init__(self, bar: Progress, verbose: bool) -> None:
        super().__init__(verbose)
        self._bar = bar
        self._task = bar.add_task(_LOADING, total=0)

    def expect(self, articles: int) -> None:
        task = self._bar.tasks[self._task]
        self._bar.update(self._task, total=(task.total or 0) + articles)

    def done(self, articles: int) -> None:
        self._bar.update(self._task, advance=articles, description="articles")

    def say(self, text: str) -> None:
        self._bar.console.print(text, markup=False, highlight=False)


@contextmanager
def progress(quiet: bool, verbose: bool = False) -> Iterator[Watch]:
    """Yield what a run tells its progress to: a bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield _Lines(verbose)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield _Bar(bar, verbose)


def _line(result: Result) -> str:
    """Return one article in one line: its id and what was found, or why it failed."""
    from custody_records.run.result import Failure

    if isinstance(result, Failure):
        return f"{result.source}: failed: {result.reason}"
    counts = [f"{number} {name}" for name, number in result.summary.counts.items() if number]
    return f"{result.summary.source}: {', '.join(counts) or 'nothing found'}"

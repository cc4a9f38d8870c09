"""What ``extract run`` says at its end: what was read, what was not and why, what to do next."""

from collections import Counter
from pathlib import PurePath

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from custody_records.annotate.languages import remedy
from custody_records.articles.read import SUFFIXES
from custody_records.cli.printable import printable
from custody_records.ingest.kind import is_ingested
from custody_records.run.report import Report

_FAILURES = 20  # shown; run.json has all
_TYPES = 8  # of skipped files


def show(report: Report, output: str | None, quiet: bool) -> None:
    """Print the table at the end of a run, and what follows from it; failures even if ``quiet``.

    ``output`` is the folder that was written, None if the records went to standard output.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if not quiet:
        console.print(_table(report))
        for line in remarks(report):
            console.print(escape(printable(line)))
    for line in unread_lines(report):
        console.print(escape(printable(line)))
    for failure in report.failures[:_FAILURES]:
        told = printable(f"{failure.source}: {failure.reason}")
        console.print(f"[red]failed[/red] {escape(told)}")
    if len(report.failures) > _FAILURES:
        more = len(report.failures) - _FAILURES
        console.print(f"... and {more} more{f': {output}/run.json' if output else ''}")
    if output and not quiet:
        for line in _next(report, output):
            console.print(escape(printable(line)))


def remarks(report: Report) -> list[str]:
    """Return a line for everything that the numbers of the table do not say."""
    told = []
    if report.renewed:
        told.append("what lay in the place of the store was no run's: all articles were done again")
    if report.kept:
        told.append(f"{report.kept} unchanged since the last run, kept from it")
    if report.duplicates:
        told.append(f"{report.duplicates} with the text of another (duplicate_of tells which)")
    told += [f"{article}: {doubt}" for article, doubt in report.doubts]
    if report.undated:
        told.append(
            f'{report.undated} without a publication date: days like "on Monday" stay open '
            "in them; --published DATE gives them one"
        )
    return [*told, *skipped_lines(report.skipped)]


def skipped_lines(names: list[str]) -> list[str]:
    """Return a line for files that ``extract ingest`` would read, and one for all others."""
    kinds = (
        ([n for n in names if is_ingested(n)], "extract ingest reads them"),
        (
            [n for n in names if not is_ingested(n)],
            f"articles are {', '.join(sorted(SUFFIXES))} files",
        ),
    )
    return [_skipped(found, remedy) for found, remedy in kinds if found]


def _skipped(names: list[str], remedy: str) -> str:
    types = Counter(PurePath(name).suffix.casefold() or "no suffix" for name in names)
    listed = [t if n == 1 else f"{n} {t}" for t, n in sorted(types.items())]
    more = [f"{len(listed) - _TYPES} more kinds"] if len(listed) > _TYPES else []
    shown = ", ".join(listed[:_TYPES] + more)
    return f"{len(names)} file{'s' if len(names) > 1 else ''} skipped ({shown}): {remedy}"


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


def _next(report: Report, output: str) -> list[str]:
    where = [f"written to {output}/: records.jsonl, a .csv a field, bodies/ (texts), run.json"]
    if report.records:
        given = "" if output == "outputs" else f" --from {output}/records.jsonl"
        where.append(f"to look at them: extract export report{given}, then open report.html there")
    return where


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

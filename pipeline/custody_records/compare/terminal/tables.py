"""The comparison as tables on a terminal."""

from rich.table import Table

from custody_records.compare.bootstrap import Interval
from custody_records.compare.summary import METRICS, Figures, Summary


def fields(summary: Summary) -> Table:
    """Return the table of precision, recall and F1 per field."""
    table = Table(title=f"{summary.articles} articles against gold", title_justify="left", box=None)
    table.add_column("field")
    for metric in METRICS:
        table.add_column(metric, justify="right")
        table.add_column("95 %", style="dim")
    for heading in ("tp", "fp", "fn", "macro F1"):
        table.add_column(heading, justify="right")
    for name, figures in summary.fields.items():
        table.add_row(name, *_cells(figures), number(figures.macro["f1"]))
    return table


def agreement(summary: Summary, names: tuple[str, str]) -> Table:
    """Return the table of how far two annotators agree: F1, and who has what alone."""
    title = f"agreement of {names[0]} and {names[1]} on {summary.articles} articles"
    table = Table(title=title, title_justify="left", box=None)
    table.add_column("field")
    table.add_column("F1", justify="right")
    table.add_column("95 %", style="dim")
    for heading in ("both", f"{names[0]} only", f"{names[1]} only"):
        table.add_column(heading, justify="right")
    for name, figures in summary.fields.items():
        micro = figures.micro
        shown = [number(micro.f1), spread(figures.interval["f1"])]
        table.add_row(name, *shown, str(micro.tp), str(micro.fp), str(micro.fn))
    return table


def attributes(summary: Summary, title: str = "attributes of matched entries") -> Table:
    """Return the table of attributes over matched entries, and of the article's own."""
    table = Table(title=title, title_justify="left", box=None)
    table.add_column("attribute")
    table.add_column("accuracy or F1", justify="right")
    table.add_column("95 %", style="dim")
    table.add_column("right / compared", justify="right")
    for (field, name), accuracy in summary.single.items():
        hits = accuracy.hits
        counted = f"{hits.right} / {hits.compared}"
        table.add_row(f"{field}.{name}", number(hits.accuracy), spread(accuracy.interval), counted)
    for (field, name), figures in summary.lists.items():
        micro = figures.micro
        counted = f"{micro.tp} of {micro.tp + micro.fp} ours, {micro.tp + micro.fn} gold"
        table.add_row(
            f"{field}.{name} (items)", number(micro.f1), spread(figures.interval["f1"]), counted
        )
    return table


def number(value: float | None) -> str:
    """Return a share with two decimals, or a dash where it is undefined."""
    return "–" if value is None else f"{value:.2f}"


def spread(interval: Interval | None) -> str:
    """Return an interval as ``0.81–0.93``."""
    return "" if interval is None else f"{interval[0]:.2f}–{interval[1]:.2f}"


def _cells(figures: Figures) -> list[str]:
    micro = figures.micro
    cells = []
    for metric in METRICS:
        cells += [number(getattr(micro, metric)), spread(figures.interval[metric])]
    return [*cells, str(micro.tp), str(micro.fp), str(micro.fn)]

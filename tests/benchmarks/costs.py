"""Take all that ``docs/costs.md`` tells, and write it there.

    python -m tests.benchmarks.costs [--russian FOLDER] [--parts speed,size,...] [--quick]
    python -m tests.benchmarks.costs --render

The first measures (an hour on a quiet machine; each part can be taken alone, and ``--quick`` takes
fewer articles), keeps the figures in ``docs/costs.json`` and writes the tables between the page's
marks; the second only writes them.
"""

import argparse
import json
import os
import subprocess
import sys
from typing import Any

from tests.benchmarks.throughput import _processor
from tests.conftest import ROOT

FIGURES = ROOT / "docs" / "costs.json"
PAGE = ROOT / "docs" / "costs.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"

# Part → the benchmark that takes it, with its arguments.
PARTS = {
    "speed": ("throughput", "--articles", "310", "--rounds", "5"),
    "others": ("throughput", "--articles", "100", "--rounds", "5", "--no-stages"),
    "size": ("scaling", "--sizes", "1000,5000,20000", "--cpu"),
    "length": ("lengths",),
    "cluster": ("cluster", "--articles", "5000"),
}
_QUICK = {
    "speed": ("throughput", "--articles", "93", "--rounds", "5"),
    "others": ("throughput", "--articles", "62", "--rounds", "3", "--no-stages"),
    "size": ("scaling", "--sizes", "150,600", "--cpu"),
    "length": ("lengths", "--rounds", "3"),
    "cluster": ("cluster", "--articles", "93"),
}
_ROWS = {
    "b": "its entity recogniser alone",
    "o": "the same on OpenBLAS",
    "c": "our whole way, one process",
    "d": "our whole way, two processes",
    "e": "a second run, nothing changed",
    "f": "a second run, 1 % changed",
    "g": "our whole way, every sentence read for who says what",
    "r": "our whole way on Russian texts",
}
_UNITS = "tokens", "characters"  # by which Russian texts are compared with English ones


def main() -> None:
    """Measure the parts, or only write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--russian", help="folder of Russian texts, for their row")
    parser.add_argument("--quick", action="store_true", help="fewer articles and rounds")
    parser.add_argument("--render", action="store_true")
    options = parser.parse_args()
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    for part in () if options.render else options.parts.split(","):
        figures[part] = measured((_QUICK if options.quick else PARTS)[part], options.russian)
        figures["machine"] = {"processor": _processor(), "cores": os.cpu_count()}
        FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")


def measured(benchmark: tuple[str, ...], russian: str | None) -> dict[str, Any]:
    """Run a benchmark in a process of its own; return its figures."""
    name, *arguments = benchmark
    if "--no-stages" in arguments:
        arguments += ["--only", "acgr" if russian else "acg"]
        arguments += ["--russian", russian] if russian else []
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments, "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - our own
    found: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    found["load"] = round(os.getloadavg()[2], 1) if hasattr(os, "getloadavg") else None
    found["command"] = f"python -m tests.benchmarks.{' '.join([name, *arguments])}"
    return found


def page(text: str, figures: dict[str, Any]) -> str:
    """Return the page with the figures between its marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables(figures)}\n{END}{after}"


def tables(figures: dict[str, Any]) -> str:
    """Return the tables of the parts that were measured."""
    machine = figures["machine"]
    parts = [f"Processor: {machine['processor']}, {machine['cores']} cores."]
    for part, render in (
        ("speed", _speed),
        ("others", _others),
        ("size", _size),
        ("length", _length),
        ("cluster", _cluster),
    ):
        if part in figures:
            held = figures[part]
            load = f"load of the machine over 15 minutes: {held['load']}"
            parts += [f"`{_told(held['command'])}` ({load})", render(held)]
    return "\n\n".join(parts)


def _told(command: str) -> str:
    """Return a command without this machine's folders."""
    words = command.split()
    return " ".join("FOLDER" if word.startswith("/") else word for word in words)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _range(found: list[float]) -> str:
    median, low, high = found
    return f"{median:g} ({low:g} to {high:g})"


def _rates(found: dict[str, Any]) -> str:
    head = ("what", "rate by the clock, stock = 1", "by processor time", "peak memory, MB")
    rows = [("the bare stock pipeline", "1", "1", f"{found['median']['a']['peak_mb']:.0f}")]
    told = [(name, title, f"{name}/a") for name, title in _ROWS.items() if name != "r"]
    told += [("r", f"{_ROWS['r']}, by {unit}", f"r/a, {unit}") for unit in _UNITS]
    for name, title, ratio in told:
        if ratio in found["ratios"]:
            cpu = "" if name == "d" else _range(found["cpu_ratios"][ratio])
            peak = f"{found['median'][name]['peak_mb']:.0f}"
            rows.append((title, _range(found["ratios"][ratio]), cpu, peak))
    return _table(head, rows)


def _speed(found: dict[str, Any]) -> str:
    parts = [_rates(found)]
    ratios = found["ratios"]
    told = {"d/c": "one process", "e/c": "a first run", "f/c": "a first run"}
    lines = [
        f"{_ROWS[name[0]][0].upper()}{_ROWS[name[0]][1:]}: {_range(ratios[name])} times {other}."
        for name, other in told.items()
        if name in ratios
    ]
    parts.append(" ".join(lines))
    if found["stages"]:
        parts.append(_stages(found["stages"]))
    return "\n\n".join(part for part in parts if part)


def _stages(stages: dict[str, dict[str, float]]) -> str:
    whole = sum(stages["stock"].values())
    columns = [
        [
            (stage, f"{seconds / whole:.1%}")
            for stage, seconds in sorted(stages[name].items(), key=lambda item: -item[1])
            if seconds / whole >= 0.002
        ]
        for name in ("stock", "whole")
    ]
    for column, name in zip(columns, ("stock", "whole"), strict=True):
        column.append(("all", f"{sum(stages[name].values()) / whole:.1%}"))
    stock, ours = columns
    stock += [("", "")] * (len(ours) - len(stock))
    rows = [(*one, *other) for one, other in zip(stock, ours, strict=False)]
    head = ("stock pipeline", "share", "our whole way", "share")
    return "Processor time, as a share of the stock pipeline's:\n\n" + _table(head, rows)


def _others(found: dict[str, Any]) -> str:
    more = found["ratios"].get("g/c")
    said = [f"With every sentence read the rate is {_range(more)} of the usual."] if more else []
    russian = [
        f"{_range(found['cpu_ratios'][f'r/c, {unit}'])} by {unit}"
        for unit in _UNITS
        if f"r/c, {unit}" in found["cpu_ratios"]
    ]
    if russian:
        said.append(
            f"Russian texts take {' and '.join(russian)} of the rate of English ones, by processor"
            " time."
        )
    return "\n\n".join([_rates(found), *said])


def _size(found: dict[str, Any]) -> str:
    rows = [
        (f"{run['articles']:,}", f"{run['articles'] / run['cpu']:.1f}", f"{run['peak_mb']:.0f}")
        for run in found["runs"]
    ]
    head = ("articles", "articles in a second of processor time", "peak memory, MB")
    return _table(head, rows) + (
        f"\n\nTime grows with the articles to the power of {found['exponent']:.2f} (1 is linear); "
        f"a core takes {found['articles_a_core_hour']:,} articles an hour, a million articles "
        f"{found['core_hours_a_million']:g} core-hours."
    )


def _length(found: dict[str, Any]) -> str:
    short, long = found["characters"]
    return (
        f"A character of an article of {long:,} costs {_range(found['ratio'])} times one of an "
        f"article of {short:,}."
    )


def _cluster(found: dict[str, Any]) -> str:
    rows = [
        (workers, f"{found[workers]['local']:g}", f"{found[workers]['ray']:g}",
         f"{found[workers]['ratio']:g}")
        for workers in filter(str.isdecimal, found)
    ]  # fmt: skip
    head = ("processes or actors", "local, seconds", "on Ray, seconds", "Ray / local")
    return f"{found['articles']:,} articles, starting counted:\n\n" + _table(head, rows)


if __name__ == "__main__":
    main()

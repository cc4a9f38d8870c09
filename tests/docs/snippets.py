"""The fenced blocks of a Markdown page: what a reader is told to type, and what is to come."""

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One command and the output shown under it; an output of nothing is not compared."""

    command: str
    output: list[str]
    line: int


def blocks(page: Path, language: str) -> list[tuple[int, str]]:
    """Return (line, text) of every fenced block in a language."""
    text = page.read_text(encoding="utf-8")
    return [
        (text.count("\n", 0, found.start()) + 2, found["text"])
        for found in _FENCE.finditer(text)
        if found["language"] == language
    ]


def steps(page: Path) -> list[Step]:
    """Return the commands of every ``console`` block, in the order of the page."""
    found = []
    for line, text in blocks(page, "console"):
        for offset, row in enumerate(text.splitlines()):
            if row.startswith("$ "):
                found.append(Step(row[2:], [], line + offset))
            elif found:
                found[-1].output.append(row)
    return found


def fits(shown: list[str], printed: list[str]) -> bool:
    """Tell whether the printed lines are those shown; a shown line ``...`` stands for any lines."""
    if not shown:
        return not printed
    first, rest = shown[0], shown[1:]
    if first.strip() == "...":
        return any(fits(rest, printed[skip:]) for skip in range(len(printed) + 1))
    return bool(printed) and first.rstrip() == printed[0].rstrip() and fits(rest, printed[1:])

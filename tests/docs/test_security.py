"""SECURITY.md: every promise names a test that there is, every limit its default."""

import re

import click
import pytest

from custody_records.articles.limits import Limits as ArticleLimits
from custody_records.cli import main
from custody_records.ingest.limits import Limits
from tests.conftest import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
DEFAULTS = {
    "--max-bytes": ArticleLimits().file_bytes,
    "--max-characters": ArticleLimits().characters,
    "--max-size": Limits().size,
    "--max-unpacked": Limits().unpacked,
    "--max-entries": Limits().entries,
    "--max-depth": Limits().depth,
    "--max-pages": Limits().pages,
}


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    part = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("row", rows("Promises"), ids=lambda row: row[0][:40])
def test_every_promise_names_tests_that_there_are(row: list[str]) -> None:
    promise, held = row
    tests = NAMED.findall(held)
    assert tests, promise
    assert held.count("`") == 2 * len(tests), held
    for path, name in tests:
        text = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^def {name}\(", text, re.MULTILINE), f"{path}::{name}"


@pytest.mark.parametrize("row", rows("Limits and their defaults"), ids=lambda row: row[2])
def test_every_limit_is_the_default_of_its_option(row: list[str]) -> None:
    _, told, named = row
    command, _, option = named.strip("`").rpartition(" ")
    if option == "none":
        return
    words = command.split()[1:] or ["run"]
    found = main.get_command(click.Context(main), words[0])
    assert found is not None
    parameter = next(p for p in found.params if option in p.opts)
    number = float(told.split()[0].replace(",", ""))
    assert parameter.default == number
    assert DEFAULTS.get(option, number) == number


def test_every_bound_of_the_ingest_is_told() -> None:
    assert set(DEFAULTS) <= {
        row[2].strip("`").split()[-1] for row in rows("Limits and their defaults")
    }

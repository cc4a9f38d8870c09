"""The pages of the docs do what they say: commands run in order, in a copy of the checkout."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.snippets import blocks, fits, steps
from tests.docs.test_readme import checkout, edit, python, run  # noqa: F401 - a fixture

DOCS = ROOT / "docs"
PAGES = sorted(page for page in DOCS.glob("*.md") if steps(page))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_of_a_page_run(page: Path, checkout: Path) -> None:  # noqa: F811
    run("extract corpus/ --quiet", checkout)
    for step in steps(page):
        program = step.command.split()[0]
        if program in ("cp", "mkdir"):
            edit(step, checkout)
        if program != "extract":
            continue
        printed = run(step.command, checkout)
        assert "Traceback" not in "\n".join(printed), f"{page.name}:{step.line}: {step.command}"
        assert not any(line.startswith("Error") for line in printed), (step.command, printed)
        if step.output:
            assert fits(step.output, printed), f"{page.name}:{step.line}: {step.command}"


@pytest.mark.parametrize(
    ("page", "text"),
    [(page, text) for page in sorted(DOCS.glob("*.md")) for _, text in blocks(page, "python")],
    ids=lambda value: value.stem if isinstance(value, Path) else "",
)
def test_python_of_a_page_runs(page: Path, text: str, checkout: Path) -> None:  # noqa: F811
    done = python(text, checkout)
    assert done.returncode == 0, f"{page.name}\n{done.stderr}"

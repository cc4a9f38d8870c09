"""The notebook's cells run from top to bottom, in a folder that holds the corpus."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.test_readme import checkout, python  # noqa: F401 - a fixture

NOTEBOOK = ROOT / "docs" / "events-by-facility.ipynb"


@pytest.mark.slow
def test_the_notebook_runs(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    for needed in ("duckdb", "pandas", "matplotlib", "pyarrow"):
        pytest.importorskip(needed)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    done = python(code, checkout)
    assert done.returncode == 0, done.stderr
    assert (checkout / "events-by-facility.png").stat().st_size > 5_000


def test_the_notebook_carries_no_output() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert all(not c.get("outputs") for c in cells)

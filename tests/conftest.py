"""What every test may ask for: the shared data (skipped where absent) and one loaded annotator."""

from pathlib import Path

import pytest

from pipeline.annotate.pipeline import Annotator

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The outside data, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The default annotator, loaded once."""
    return Annotator()

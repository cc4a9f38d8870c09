"""What every test may ask for: the shared data (skipped where absent) and one loaded annotator."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from custody_records.annotate.pipeline import Annotator
from custody_records.cli import main
from custody_records.run import worker
from tests.browser import browser, visit  # noqa: F401 - fixtures

# No test asserts a time: a busy machine must not fail one.
settings.register_profile("default-without-deadline", deadline=None)
settings.load_profile("default-without-deadline")

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


@pytest.fixture
def extract(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command ``extract`` in this process, with the loaded annotator instead of a new one."""
    monkeypatch.setattr(worker, "Annotator", lambda model, rules: annotator)
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])

"""The command reference says what the commands say."""

from tests.conftest import ROOT
from tests.docs.reference import reference


def test_the_command_reference_is_not_stale() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == reference(), "python -m tests.docs.reference > docs/commands.md"

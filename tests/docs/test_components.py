"""The pages of the components are those of today."""

import pytest

from tests.docs.components import FOLDER, pages


@pytest.mark.slow
def test_the_pages_of_the_components_are_of_today() -> None:
    pytest.importorskip("slovnet")
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == dict(pages()), "python -m tests.docs.components"

"""Models by alias: the first source that is installed, a folder where a package only carries it."""

from importlib import metadata
from pathlib import Path

import pytest

from custody_records.annotate.model import installed


def test_the_default_model_is_a_package_that_is_installed() -> None:
    assert installed.resolve() in {source.package for source in installed.MODELS["sm"]}


def test_a_carrying_package_gives_the_folder_of_its_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "carrier_of_a_model"
    (package / "_model").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    source = installed.ModelSource("carrier_of_a_model", "carrier", folder="_model")
    monkeypatch.setitem(installed.MODELS, "carried", (source,))
    assert installed.resolve("carried") == str(package / "_model")


def test_a_missing_model_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    source = installed.ModelSource("no_such_model_package_at_all", "the-distribution==1.0")
    monkeypatch.setitem(installed.MODELS, "absent", (source,))
    with pytest.raises(installed.ModelNotFoundError, match=r"the-distribution==1\.0"):
        installed.resolve("absent")


def test_a_path_is_taken_as_it_is() -> None:
    assert installed.resolve("/some/where/model") == "/some/where/model"


@pytest.mark.parametrize("name", ["spacy", "numpy", "pydantic", "PyYAML"])
def test_versions_are_those_that_python_tells(name: str) -> None:
    assert installed.version_of(name) == metadata.version(name)

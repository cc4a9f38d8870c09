"""Write several formats; a format whose library is not installed is refused with the remedy."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from custody_records.errors import UserError
from custody_records.outputs.exports import FORMATS
from custody_records.outputs.exports.source import Source


class MissingExtraError(UserError, ImportError):
    """A format needs an extra that is not installed."""


def write_formats(formats: Iterable[str], source: Source, folder: Path) -> list[Path]:
    """Write each format once and return all paths. Raises SourceError, MissingExtraError."""
    written: list[Path] = []
    for name in dict.fromkeys(formats):
        try:
            module = import_module(f"custody_records.outputs.exports.{FORMATS[name]}")
        except ModuleNotFoundError as error:
            raise MissingExtraError(
                f'{name} needs {error.name}: pip install "custody-records[{name}]"'
            ) from error
        written += module.write(source, folder)
    return written

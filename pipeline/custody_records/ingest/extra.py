"""The libraries of the ``[ingest]`` extra: imported when a format needs them."""

from importlib import import_module
from types import ModuleType

from custody_records.ingest.errors import RefusedError


def need(module: str, for_what: str) -> ModuleType:
    """Import a module of the extra. Raises RefusedError that says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise RefusedError(
            f'{for_what} needs {module.partition(".")[0]}; pip install "custody-records[ingest]"'
        ) from error

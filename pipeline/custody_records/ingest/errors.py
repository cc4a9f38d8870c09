"""Why something did not come in."""

from importlib import import_module
from types import ModuleType

from custody_records.errors import UserError


class RefusedError(UserError):
    """A source or a part of one that is not taken: one line with the reason and the remedy."""


class LockedError(UserError):
    """Another ingest is writing to the same corpus."""


def need(module: str, for_what: str) -> ModuleType:
    """Import a module of the extra. Raises RefusedError that says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise RefusedError(
            f'{for_what} needs {module.partition(".")[0]}; pip install "custody-records[ingest]"'
        ) from error

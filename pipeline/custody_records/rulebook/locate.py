"""Find the rules: the folder a user names, the installed package's, or the checkout's."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def rules_dir(override: str | Path | None = None) -> Path:
    """Return the folder of rules.

    A normal install carries them inside the package (``custody_records/rules``); in a checkout they
    stand at its top (``rules/``). Raises FileNotFoundError if the folder is not there.
    """
    if override is not None:
        found = Path(override)
        if not found.is_dir():
            raise FileNotFoundError(f"{found}: no such folder of rules")
        return found
    for found in (_PACKAGE / "rules", _PACKAGE.parents[1] / "rules"):
        if found.is_dir():
            return found
    raise FileNotFoundError("the package has lost its rules: reinstall it, or pass --rules DIR")

"""The text of one rule file: a regular file of UTF-8, of a size that a person may have written."""

from pathlib import Path

from custody_records.errors import UserError

_MOST = 32_000_000  # bytes; the largest table of the package has a seventh of it


class RuleError(UserError, ValueError):
    """A rule file that cannot be used: ``file:line: what is wrong``."""


def text_of(path: Path) -> str:
    """Return the text of a rule file. Raises RuleError that names the file, line and remedy."""
    if not path.is_file():  # a pipe or a device would be read for ever
        what = "is no regular file" if path.exists() else "is missing"
        raise RuleError(
            f"{path}:1: {what}: put the file there, or copy it from the package's rules"
        )
    if path.stat().st_size > _MOST:
        raise RuleError(f"{path}:1: has more than {_MOST:,} bytes: split it, or take rows out")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleError(
            f"{path}:1: cannot be read ({error.strerror}): check its permissions"
        ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleError(f"{path}:{line}: is not UTF-8: save the file as UTF-8 text") from error

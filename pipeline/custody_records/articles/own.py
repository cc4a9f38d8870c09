"""The rules by which files are decoded and their furniture is read: ``rules/reading``.

They apply before it is known which folder of rules a run uses, so they are always the package's
own; a changed copy of them in a user's folder is an error (``rulebook/folder.py``).
"""

import re
from functools import lru_cache
from typing import Annotated, TypeVar, cast

from pydantic import BeforeValidator

from custody_records.rulebook import RuleFile, compiled, read, rules_dir

Schema = TypeVar("Schema", bound=RuleFile)


def own(name: str, schema: type[Schema]) -> Schema:
    """Return a file of ``rules/reading``, read once. Raises RuleError."""
    return cast(Schema, _read(name, schema))


@lru_cache(maxsize=32)
def _read(name: str, schema: type[RuleFile]) -> RuleFile:
    return read(rules_dir() / "reading" / name, schema)


# A pattern of these files: verbose, without regard to case.
Pattern = Annotated[
    re.Pattern[str],
    BeforeValidator(lambda pattern: compiled(str(pattern), re.VERBOSE | re.IGNORECASE)),
]

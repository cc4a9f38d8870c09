"""The rules by which files are decoded and their furniture is read: ``rules/reading``.

They apply before it is known which folder of rules a run uses, so they are always the package's
own; a changed copy of them in a user's folder is an error (``rulebook/folder.py``).
"""

import re
from functools import lru_cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import BeforeValidator, Field, model_validator

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


class Outlets(RuleFile):
    """``outlets.yaml``: words of outlets' names."""

    media: tuple[str, ...]
    bodies: tuple[str, ...]
    sections: tuple[str, ...]
    agencies: tuple[str, ...]


class PatternFile(RuleFile):
    """A file whose patterns name pieces in braces: its own ``shared`` and the lists of outlets."""

    shared: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _filled_in(cls, given: dict[str, Any]) -> dict[str, Any]:
        pieces = {name: "|".join(words) for name, words in own("outlets.yaml", Outlets)}
        filled = dict(given)
        for name, piece in (pieces | given.get("shared", {})).items():
            for key, pattern in filled.items():
                if isinstance(pattern, str):
                    filled[key] = pattern.replace(f"{{{name}}}", piece)
        return filled

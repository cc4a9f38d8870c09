"""Word lists in YAML: lines of words that white space parts, which stay short to read."""

from typing import Annotated

from pydantic import BeforeValidator


def _words(value: object) -> object:
    if isinstance(value, list):
        return frozenset(word for line in value for word in str(line).split())
    return value


WordList = Annotated[frozenset[str], BeforeValidator(_words)]

"""What components work out of a doc once and share while it is annotated; never serialised."""

from collections.abc import Callable
from typing import Any, TypeVar

from spacy.tokens import Doc

KEY = "custody.cache"
Made = TypeVar("Made")


class DocCache:
    """Working values of one doc by name; written out with the doc as an empty cache."""

    __slots__ = ("values",)

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}


def cached(doc: Doc, name: str, make: Callable[[Doc], Made]) -> Made:
    """Return the doc's value ``name``, made by ``make(doc)`` at the first call."""
    try:
        made: Made = doc.user_data[KEY].values[name]
    except KeyError:
        made = make(doc)
        values(doc)[name] = made
    return made


def values(doc: Doc) -> dict[str, Any]:
    """Return the working values of a doc, to be read and set by name."""
    held: DocCache | None = doc.user_data.get(KEY)
    if held is None:
        held = doc.user_data[KEY] = DocCache()
    return held.values

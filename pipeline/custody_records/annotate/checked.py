"""A component that says what it lacks instead of stumbling over it."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Need:
    """What a doc must show, and the component that gives it.

    Without what is ``vital`` the component cannot run; without the rest it finds less.
    """

    has: Callable[[Doc], bool]
    giver: str
    vital: bool


class MissingRequirementWarning(UserWarning):
    """A component was run on a doc that lacks what it reads."""


class CheckedComponent:
    """Runs a component on docs that have what it needs; warns once of others and leaves them."""

    def __init__(self, component: Any, name: str, needs: Iterable[Need]) -> None:
        self.component = component
        self.name = name
        self.needs = tuple(needs)

    def __call__(self, doc: Doc) -> Doc:
        """Run the component, or leave the doc."""
        if not self.is_met(doc):
            return doc
        found: Doc = self.component(doc)
        return found

    def __getattr__(self, name: str) -> Any:
        """Look up what is not of the check in the component."""
        if name == "component":  # asked for while unpickling, before it is there
            raise AttributeError(name)
        return getattr(self.component, name)

    def is_met(self, doc: Doc) -> bool:
        """Tell whether the component can run on a doc; warn of what it lacks."""
        missing = [need for need in self.needs if not need.has(doc)]
        able = not any(need.vital for need in missing)
        if missing:
            does = "finds less than it could" if able else "left a doc as it was"
            givers = ", ".join(dict.fromkeys(repr(need.giver) for need in missing))
            warnings.warn(
                f"{self.name!r} {does}: add {givers} before it",
                MissingRequirementWarning,
                stacklevel=3,
            )
        return able


class CheckedBatchComponent(CheckedComponent):
    """The same for a component that works on many docs together."""

    def pipe(self, stream: Iterable[Doc], **options: Any) -> Iterator[Doc]:
        """Run the component on runs of docs that have what it needs."""
        for met, docs in groupby(stream, key=self.is_met):
            if met:
                yield from self.component.pipe(docs, **options)
            else:
                yield from docs


def check(component: Any, name: str, needs: Iterable[Need]) -> Any:
    """Return the component with a check of what it needs."""
    needs = tuple(needs)
    if not needs:
        return component
    kind = CheckedBatchComponent if hasattr(component, "pipe") else CheckedComponent
    return kind(component, name, needs)

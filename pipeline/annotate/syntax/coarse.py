"""Coarse parts of speech, read off the stock attribute ruler's own patterns.

The stock ruler also sets morphology and lemmas, which nothing here asks for, and runs a matcher
over every token for it: as dear as the parser. Its patterns for the part of speech look at one
token's tag, label and lower-case form, so that the answer for such a triple can be kept.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc

_LOOKED_AT = frozenset(["TAG", "LOWER", "DEP"])


class CoarseTags:
    """Sets ``token.pos_`` from tag, label and form."""

    def __init__(self, ruler: Any) -> None:
        self.patterns: list[tuple[dict[str, Any], str]] = [
            (pattern[0], entry["attrs"]["POS"])
            for entry in ruler.patterns
            if "POS" in entry["attrs"]
            for pattern in entry["patterns"]
            if len(pattern) == 1 and set(pattern[0]) <= _LOOKED_AT
        ]
        self._words = frozenset(
            word for pattern, _ in self.patterns for word in _named(pattern.get("LOWER"))
        )
        self._known: dict[tuple[str, str, str], str] = {}

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Yield the docs with parts of speech."""
        for doc in docs:
            for token in doc:
                token.pos_ = (
                    "SPACE" if token.is_space else self.of(token.tag_, token.dep_, token.lower_)
                )
            yield doc

    def of(self, tag: str, dep: str, lower: str) -> str:
        """Return the part of speech; of several patterns that fit, the last wins."""
        key = tag, dep, lower if lower in self._words else ""
        if key not in self._known:
            facts = dict(zip(("TAG", "DEP", "LOWER"), key, strict=True))
            fitting = [pos for pattern, pos in self.patterns if _fits(pattern, facts)]
            self._known[key] = fitting[-1] if fitting else "X"
        return self._known[key]


def _named(wanted: Any) -> Iterable[str]:
    if isinstance(wanted, dict):
        return [*wanted.get("IN", ()), *wanted.get("NOT_IN", ())]
    return [wanted] if wanted else []


def _fits(pattern: dict[str, Any], facts: dict[str, str]) -> bool:
    for name, wanted in pattern.items():
        value = facts[name]
        if isinstance(wanted, dict):
            if "IN" in wanted and value not in wanted["IN"]:
                return False
            if "NOT_IN" in wanted and value in wanted["NOT_IN"]:
                return False
        elif value != wanted:
            return False
    return True

"""Coarse parts of speech, read off the stock attribute ruler's own patterns.

The stock ruler also sets morphology and lemmas, which nothing here asks for, and runs a matcher
over every token for it: as expensive as the parser. Its patterns for the part of speech look at one
token's tag, label and lower-case form, so that the answer for such a triple can be kept.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc

_SPACE = get_string_id("SPACE")
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
        self._forms = frozenset(get_string_id(word) for word in self._words)
        self._codes: dict[tuple[int, int, int], int] = {}

    def pipe(self, docs: Iterable[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Yield the docs with parts of speech."""
        codes, forms = self._codes, self._forms
        for doc in docs:
            facts = doc.to_array(["TAG", "DEP", "LOWER", "IS_SPACE"]).tolist()
            found = [
                _SPACE if space else codes.get((tag, dep, lower if lower in forms else 0))
                for tag, dep, lower, space in facts
            ]
            if None in found:  # a triple that nobody has asked for yet
                found = [
                    _SPACE if row[3] else self._code(doc.vocab.strings, *row[:3]) for row in facts
                ]
            doc.from_array(["POS"], np.array([found], dtype=np.uint64).T)  # type: ignore[arg-type] # stub
            yield doc

    def _code(self, strings: StringStore, tag: int, dep: int, lower: int) -> int:
        """Return ``of`` as spaCy's number, by its numbers for tag, label and form."""
        key = tag, dep, lower if lower in self._forms else 0
        code = self._codes.get(key)
        if code is None:
            pos = self.of(*(strings[n] if n else "" for n in key))
            code = self._codes[key] = get_string_id(pos)
        return code

    def of(self, tag: str, dep: str, lower: str) -> str:
        """Return the part of speech; of several patterns that fit, the last wins."""
        facts = {"TAG": tag, "DEP": dep, "LOWER": lower}
        fitting = [pos for pattern, pos in self.patterns if _fits(pattern, facts)]
        return fitting[-1] if fitting else "X"


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

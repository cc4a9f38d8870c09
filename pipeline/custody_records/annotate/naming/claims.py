"""Claim the spans that hold names and are none: elections, case titles, platforms."""

import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.lexicon.cue import Cue
from custody_records.annotate.naming.rules import load
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.text import text_of


class Claims:
    """Proposes candidates without a kind that beat everything they overlap."""

    def __init__(self, rules: Path) -> None:
        self.rules = [(rule.id, Cue(rule.cue), re.compile(rule.pattern)) for rule in load(rules)]

    def __call__(self, doc: Doc) -> Iterator[Candidate]:
        """Yield the claims of one doc."""
        text = text_of(doc)
        for rule, cue, pattern in self.rules:
            if not cue.is_in(text):
                continue
            for found in pattern.finditer(text):
                start, end = next(
                    (found.span(g) for g in ("name", "name2") if found.groupdict().get(g)),
                    found.span(),
                )
                yield Candidate(start, end, rule, Rank.CLAIM)

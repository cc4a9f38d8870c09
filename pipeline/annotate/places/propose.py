"""What the places room proposes to the naming step: stretches that are places, or surely none.

A candidate's ``reading`` is its Kind: "place", or "other" for what looks like a place and is
none (an adjective). ``Rank.GAZETTEER`` beats the model where the stretch is the same and loses
to anything longer; ``Rank.RULE`` (a form such as "Almaty region", a context such as "the
village of X") beats both.
"""

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc

from pipeline.annotate.overlaps import Candidate


class PlaceProposer:
    """Proposes places by rule and gazetteer."""

    def __init__(self, rules: Path) -> None:
        self.rules = rules

    def __call__(self, doc: Doc) -> Iterable[Candidate]:
        """Return the candidates of one doc."""
        return ()

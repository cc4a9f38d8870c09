"""The shape of ``rules/attributions/cues.yaml``."""

from typing import Literal

from pipeline.annotate.attributions.reading import Force
from pipeline.rulebook import Rule, RuleFile


class SourceCue(Rule):
    """Words that tell who says something.

    ``kind``: ``verb`` (its subject says what it governs), ``phrase`` (a preposition: its object
    says the whole clause), ``noun`` (a report or claim: its owner says what hangs on it).
    ``media_only``: only a recording or a paper says by this word ("a video shows").
    """

    kind: Literal["verb", "phrase", "noun"]
    lemmas: tuple[str, ...]
    force: Force = "says"
    media_only: bool = False


class SourceCues(RuleFile):
    """The whole file; ``media`` are the things that can say something without being people."""

    media: tuple[str, ...]
    cues: tuple[SourceCue, ...]

"""The cues of saying: ``rules/attributions/ru.yaml``."""

from functools import cached_property
from pathlib import Path
from typing import Literal

from custody_records.annotate.attributions.reading import Force
from custody_records.rulebook import Rule, RuleData, kept, read


class SayingCue(Rule):
    """Words that tell who says something.

    ``kind``: ``verb`` (its subject is the source), ``state`` (the same of "уверен", "убеждена"),
    ``noun`` ("по словам X": what hangs on the noun is), ``preposition`` ("согласно X"), ``under``
    ("ссылаясь на X": what stands under one of the prepositions is), ``origin`` ("стало известно от
    X": the same, anywhere in the clause), ``document`` ("говорится в ответе X": whose document it
    is). ``prepositions``: those that the noun or the source stands
    under. ``clause``: the verb says something only where a clause hangs on it or where it is a
    remark ("объявил, что", but "объявил голодовку").
    """

    kind: Literal["verb", "state", "noun", "preposition", "under", "origin", "document"]
    lemmas: frozenset[str]
    force: Force = "says"
    prepositions: frozenset[str] = frozenset()
    clause: bool = False


class SayingCues(RuleData):
    """The file ``attributions/ru.yaml``."""

    cues: tuple[SayingCue, ...]
    summing_up: frozenset[str]
    confirming: frozenset[str]
    about: frozenset[str]
    within: str

    @cached_property
    def by_lemma(self) -> dict[str, list[SayingCue]]:
        """The cues by their lemmas."""
        found: dict[str, list[SayingCue]] = {}
        for cue in self.cues:
            for lemma in sorted(cue.lemmas):
                found.setdefault(lemma, []).append(cue)
        return found


@kept("attributions/ru.yaml")
def load(rules: Path) -> SayingCues:
    """Return the cues of a folder of rules. Raises RuleError."""
    return read(rules / "attributions" / "ru.yaml", SayingCues)

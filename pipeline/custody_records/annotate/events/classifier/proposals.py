"""The English triggers that the classifier proposes."""

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Span

from custody_records.annotate.events.classifier.classifier import TRIGGERS, Scores, Thresholds
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.rules import load_frames
from custody_records.annotate.events.schema import EventRule, FrameName, NeedName
from custody_records.annotate.events.triggers import Pattern
from custody_records.contract.values import EventType
from custody_records.rulebook import RuleFile, read


class Proposal(RuleFile):
    """How the participants of a proposed trigger are found, and what it needs beside itself."""

    type: EventType
    verb: FrameName
    noun: FrameName
    needs: tuple[NeedName, ...]


class Settings(Thresholds):
    """``classifier.yaml``: the thresholds, and what may be proposed."""

    proposals: tuple[Proposal, ...]


class Proposals:
    """Holds a rule for each type whose triggers the classifier proposes."""

    def __init__(self, folder: Path, rows: Iterable[Proposal]) -> None:
        self.traits = {row.type: row for row in load_types(folder).types}
        self.rules = {
            (row.type, tag): EventRule(
                id=f"{row.type}.classifier",
                reason="the sentence is like those that tell it",
                frame=row.noun if tag == "NOUN" else row.verb,
                needs=row.needs,
            )
            for row in rows
            for tag in TRIGGERS
        }

    def hit(self, scores: Scores, sentence: Span, parsed: Span, type_: EventType) -> Hit | None:
        """Return the word of a parsed sentence that says most for a type; None if no word does."""
        best = scores.word(sentence, [token.pos_ in TRIGGERS for token in parsed], type_)
        if best is None:
            return None
        rule = self.rules[type_, parsed[best].pos_]
        return Hit(rule, self.traits[type_], parsed[best], (best,))


def refused(scores: Scores, told: Iterable[Pattern | Hit], sentence: Span) -> frozenset[EventType]:
    """Return the types of which nothing is kept that a rule may read in a sentence.

    Not one whose denial would be kept.
    """
    types = {(one.traits.type, one.rule.id) for one in told}
    kept = {type_ for type_, rule in types if not scores.is_unlike_denied(sentence, type_, rule)}
    return frozenset(type_ for type_, _ in types if type_ not in kept)


def load_settings(folder: Path) -> Settings:
    """Return ``classifier.yaml`` of a folder of rules. Raises RuleError."""
    context = {"frames": frozenset(load_frames(folder))}
    return read(folder / "events" / "classifier.yaml", Settings, context)

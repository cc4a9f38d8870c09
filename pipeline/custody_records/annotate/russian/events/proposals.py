"""The Russian triggers that the classifier of sentences proposes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from custody_records.annotate.events.classifier.classifier import (
    TRIGGERS,
    SentenceClassifier,
    Thresholds,
)
from custody_records.annotate.events.event_types import EventTypes, TypeTraits
from custody_records.annotate.russian.doc_lemmas import lemmas
from custody_records.annotate.russian.events.meanings import Meanings
from custody_records.annotate.russian.events.schema import Need, Path_, RussianEventRule
from custody_records.contract.values import EventType
from custody_records.rulebook import RuleFile, read


class Participants(RuleFile):
    """The paths that lead to the participants of a proposed trigger."""

    subjects: tuple[Path_, ...]
    actors: tuple[Path_, ...]


class Proposal(RuleFile):
    """How the participants of a proposed trigger are found, and what it needs beside itself.

    ``actors_speak``: as in the rules.
    """

    type: EventType
    verb: Participants
    noun: Participants
    needs: tuple[Need, ...]
    actors_speak: bool = False


class Settings(Thresholds):
    """``classifier.yaml``: the thresholds, and what may be proposed."""

    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A rule and the traits of the type that it tells."""

    rule: RussianEventRule
    traits: TypeTraits


def proposals(rows: Iterable[Proposal], traits: EventTypes) -> dict[tuple[EventType, str], Telling]:
    """Return what tells each type that may be proposed, by the trigger's coarse tag."""
    found = {}
    for row in rows:
        for tag in TRIGGERS:
            reached = row.noun if tag == "NOUN" else row.verb
            rule = RussianEventRule(
                id=f"{row.type}.ru.classifier",
                reason="the sentence is like those that tell it",
                tree=(),
                subjects=reached.subjects,
                actors=reached.actors,
                needs=row.needs,
                actors_speak=row.actors_speak,
            )
            found[row.type, tag] = Telling(rule, traits[row.type])
    return found


def classifier_of(
    rules: Path, settings: Settings, denied_as: Mapping[EventType, EventType]
) -> SentenceClassifier:
    """Return the classifier of Russian sentences; it sees lemmas, and what the words mean."""
    proposed = (row.type for row in settings.proposals)
    folder = rules / "events" / "ru"
    return SentenceClassifier(folder, settings, proposed, denied_as, lemmas, Meanings)


def load_settings(rules: Path) -> Settings:
    """Return ``classifier.yaml`` of a folder of rules. Raises RuleError."""
    return read(rules / "events" / "ru" / "classifier.yaml", Settings)

"""Says how like a sentence is to those that tell an event of a type, learned from examples.

The rules know words and constructions; the classifier knows the sentences of
``tests/corpus_training``. It refuses what a rule reads in a sentence that is like none of them, and
proposes a trigger in one that is very like, where no rule knows the words.
"""

from collections.abc import Iterable, Mapping
from math import inf, log
from pathlib import Path

import numpy as np
from pydantic import Field
from spacy.tokens import Doc, Span

from custody_records.annotate import cache
from custody_records.annotate.cache import cached
from custody_records.annotate.events.classifier.features import Feature, features, masked
from custody_records.annotate.events.classifier.weights import SCALE, Weights
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.rules import load_frames
from custody_records.annotate.events.schema import EventRule, FrameName, NeedName
from custody_records.annotate.events.triggers import Pattern
from custody_records.annotate.text import sentences_of
from custody_records.contract.values import EventType
from custody_records.rulebook import RuleFile, read

_SCORES = "event_scores"  # in the doc's cache
_TRIGGERS = ("VERB", "NOUN", "ADJ")  # coarse tags of words that may tell an event
_SHOWN = 3  # features that explain a decision


class Proposal(RuleFile):
    """How the participants of a proposed trigger are found, and what it needs beside itself."""

    type: EventType
    verb: FrameName
    noun: FrameName
    needs: tuple[NeedName, ...]


class Settings(RuleFile):
    """``classifier.yaml``: when it refuses and when it proposes, and what it may propose.

    ``refuse_below``: odds, as a share of those of any sentence; ``propose_from``: a probability.
    """

    refuse_below: float = Field(gt=0, le=1)
    propose_from: float = Field(gt=0, lt=1)
    proposals: tuple[Proposal, ...]


class SentenceClassifier:
    """Holds the weights, and a rule for each type whose triggers it proposes."""

    def __init__(self, folder: Path, denied_as: Mapping[EventType, EventType]) -> None:
        """``denied_as``: of types whose denial is told, the type that tells it."""
        settings = load_settings(folder)
        self.weights = Weights.read(folder / "events" / "classifier.npz")
        types = self.weights.types
        refuses = self.weights.base / SCALE + log(settings.refuse_below)
        self.refuse_below: dict[EventType, tuple[int, float]] = dict(
            zip(types, enumerate(refuses.tolist()), strict=True)
        )
        self.traits = {row.type: row for row in load_types(folder).types}
        self.rules = {
            (row.type, tag): EventRule(
                id=f"{row.type}.classifier",
                reason="the sentence is like those that tell it",
                frame=row.noun if tag == "NOUN" else row.verb,
                needs=row.needs,
            )
            for row in settings.proposals
            for tag in _TRIGGERS
        }
        proposed = {row.type for row in settings.proposals}
        least = logit(settings.propose_from)
        self.propose_from = np.array([least if type_ in proposed else inf for type_ in types])
        self.denied_as = denied_as

    def over(self, doc: Doc) -> "Scores":
        """Return the scores of a doc's sentences, kept with the doc for ``scores_of``."""
        return cached(doc, _SCORES, lambda doc: Scores(self, doc))


class Scores:
    """Answers for the sentences of one doc."""

    def __init__(self, classifier: SentenceClassifier, doc: Doc) -> None:
        self.classifier = classifier
        self._words = masked(doc)
        sentences = sentences_of(doc)
        named = ([name for name, _ in self._features(sentence)] for sentence in sentences)
        logits = classifier.weights.logits(named)
        types, starts = classifier.weights.types, [sentence.start for sentence in sentences]
        self._known: dict[int, list[float]] = dict(zip(starts, logits.tolist(), strict=True))
        self._likely: dict[int, list[EventType]] = {}
        for row, column in np.argwhere(logits >= classifier.propose_from).tolist():
            self._likely.setdefault(starts[row], []).append(types[column])

    def _features(self, sentence: Span) -> list[Feature]:
        return features(self._words[sentence.start : sentence.end])

    def is_unlike(self, sentence: Span, type_: EventType) -> bool:
        """Tell whether a sentence is like none that tells an event of the type.

        Of a type that the weights do not know nothing is.
        """
        if type_ not in self.classifier.refuse_below:
            return False
        column, least = self.classifier.refuse_below[type_]
        return self._known[sentence.start][column] < least

    def refused(self, told: Iterable[Pattern | Hit], sentence: Span) -> frozenset[EventType]:
        """Return the types of which nothing is kept that a rule may read in a sentence.

        Not one whose denial would be kept, nor one that lends its days to others.
        """
        types = {one.traits.type for one in told}
        types -= {one.traits.type for one in told if one.rule.dates_of}
        return frozenset(
            type_
            for type_ in types
            if self.is_unlike(sentence, type_)
            and self.is_unlike(sentence, self.classifier.denied_as.get(type_, type_))
        )

    def why_unlike(self, sentence: Span, type_: EventType) -> str:
        """Return why what a rule reads in a sentence is refused, for the decision log."""
        return f"classifier.unlike: {self.reasons(sentence, type_)}"

    def likely(self, sentence: Span) -> list[EventType]:
        """Return the types of which a sentence very likely tells an event."""
        return self._likely.get(sentence.start, [])

    def reasons(self, sentence: Span, type_: EventType) -> str:
        """Return the features that say most for a type, and against it, in words."""
        names = {name for name, _ in self._features(sentence)}
        says = self.classifier.weights.of(names, type_)
        known = sorted(sorted(says), key=says.__getitem__)
        said_for, against = reversed(known[-_SHOWN:]), known[:_SHOWN]
        return f"for it {', '.join(map(repr, said_for))}; against {', '.join(map(repr, against))}"

    def hit(self, sentence: Span, parsed: Span, type_: EventType) -> Hit | None:
        """Return the word of a parsed sentence that says most for a type; None if no word does."""
        words = self._words[sentence.start : sentence.end]
        found = self._features(sentence)
        says = self.classifier.weights.of((name for name, _ in found), type_)
        shares = [0.0] * len(words)
        for name, at in found:
            for index in at:
                shares[index] += says.get(name, 0) / len(at)
        best = max(
            (i for i, word in enumerate(words) if word and parsed[i].pos_ in _TRIGGERS),
            key=lambda i: (shares[i], -i),
            default=None,
        )
        if best is None or shares[best] <= 0:
            return None
        rule = self.classifier.rules[type_, parsed[best].pos_]
        return Hit(rule, self.classifier.traits[type_], parsed[best], (best,))


def scores_of(doc: Doc) -> Scores | None:
    """Return the scores of a doc, None where no classifier has seen it."""
    return cache.values(doc).get(_SCORES)


def load_settings(folder: Path) -> Settings:
    """Return ``classifier.yaml`` of a folder of rules. Raises RuleError."""
    context = {"frames": frozenset(load_frames(folder))}
    return read(folder / "events" / "classifier.yaml", Settings, context)


def logit(probability: float) -> float:
    """Return the log-odds of a probability."""
    return log(probability / (1 - probability))

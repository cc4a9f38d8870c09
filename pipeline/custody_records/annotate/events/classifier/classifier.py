"""Says how like a sentence is to those that tell an event of a type, learned from examples.

The rules know words and constructions; the classifier knows the sentences of
``tests/corpus_training``. It refuses what a rule reads in a sentence that is too little like them,
the sooner the less often the rule is right, and proposes a trigger in one that is very like, where
no rule knows the words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf, log, sqrt
from pathlib import Path
from typing import Protocol, cast

import numpy as np
from pydantic import Field
from spacy.tokens import Doc, Span

from custody_records.annotate import cache
from custody_records.annotate.cache import cached
from custody_records.annotate.events.classifier.features import features, masked, names
from custody_records.annotate.events.classifier.reliability import load_least
from custody_records.annotate.events.weights import (
    SCALE,
    Floats,
    Weights,
    logit,
    reasons,
)
from custody_records.annotate.text import lower_of, sentences_of
from custody_records.contract.values import EventType
from custody_records.rulebook import RuleFile

TRIGGERS = ("VERB", "NOUN", "ADJ")  # coarse tags of words that may tell an event
_SCORES = "event_scores"  # in the doc's cache


class Thresholds(RuleFile):
    """``classifier.yaml`` of a language: when it refuses and when it proposes.

    ``refuse_below``: odds, as a share of those from which what a rule reads is told likelier than
    not; ``propose_from``: a probability.
    """

    refuse_below: float = Field(gt=0, le=1)
    propose_from: float = Field(gt=0, lt=1)


class Meanings(Protocol):
    """What the words of a doc's sentences mean, in numbers."""

    def of(self, sentences: Sequence[Span]) -> Floats:
        """Return a row for each sentence."""

    def shares(self, sentence: Span, weights: Floats) -> dict[int, float]:
        """Return what each word, by its place in its sentence, adds to its row's product."""


class SentenceClassifier:
    """Holds the weights and thresholds of a language.

    ``words``: what it sees of a doc's tokens; ``meanings``: what they mean, None if it never asks.
    """

    def __init__(
        self,
        folder: Path,
        thresholds: Thresholds,
        proposed: Iterable[EventType],
        denied_as: Mapping[EventType, EventType],
        words: Callable[[Doc], Sequence[str]] = lower_of,
        meanings: Callable[[Doc, Sequence[str | None]], Meanings] | None = None,
    ) -> None:
        """``folder``: where ``classifier.npz`` lies. ``denied_as``: type → that of its denial."""
        self.weights = Weights.read(folder / "classifier.npz", "train_event_classifier")
        self.words, self.meanings = words, meanings
        self.types = types = cast(tuple[EventType, ...], self.weights.types)
        refuses = self.weights.base / SCALE + log(thresholds.refuse_below)
        self.refuse_below: dict[EventType, tuple[int, float]] = dict(
            zip(types, enumerate(refuses.tolist()), strict=True)
        )
        self.least = load_least(folder)
        may_be, least = frozenset(proposed), logit(thresholds.propose_from)
        self.propose_from = np.array([least if type_ in may_be else inf for type_ in types])
        self.denied_as = denied_as

    def over(self, doc: Doc) -> "Scores":
        """Return the scores of a doc's sentences, kept with the doc for ``scores_of``."""
        return cached(doc, _SCORES, lambda doc: Scores(self, doc))


class Scores:
    """Answers for the sentences of one doc."""

    def __init__(self, classifier: SentenceClassifier, doc: Doc) -> None:
        self.classifier = classifier
        self._words = masked(doc, classifier.words(doc))
        self._meant = classifier.meanings(doc, self._words) if classifier.meanings else None
        sentences = sentences_of(doc)
        types, starts = classifier.types, [sentence.start for sentence in sentences]
        words = (self._words[sentence.start : sentence.end] for sentence in sentences)
        seen = [classifier.weights.known(names(of_sentence)) for of_sentence in words]
        self._seen = dict(zip(starts, seen, strict=True))
        logits = classifier.weights.logits(seen, self._meant.of(sentences) if self._meant else None)
        self._known: dict[int, list[float]] = dict(zip(starts, logits.tolist(), strict=True))
        self._likely: dict[int, list[EventType]] = {}
        for row, column in np.argwhere(logits >= classifier.propose_from).tolist():
            self._likely.setdefault(starts[row], []).append(types[column])

    def is_unlike(self, sentence: Span, type_: EventType, rule: str = "") -> bool:
        """Tell whether a sentence is too little like those that tell an event of the type.

        The more often a rule is right, the less like it may be. Of a type that the weights do not
        know no sentence is unlike.
        """
        if type_ not in self.classifier.refuse_below:
            return False
        column, least = self.classifier.refuse_below[type_]
        return self._known[sentence.start][column] < least + self.classifier.least.get(rule, 0)

    def is_unlike_denied(self, sentence: Span, type_: EventType, rule: str) -> bool:
        """Tell whether a sentence is unlike those of the type, and unlike those of its denial."""
        denial = self.classifier.denied_as.get(type_)
        unlike = self.is_unlike(sentence, type_, rule)
        return unlike and (denial is None or self.is_unlike(sentence, denial))

    def why_unlike(self, sentence: Span, type_: EventType) -> str:
        """Return why what a rule reads in a sentence is refused, for the decision log."""
        return f"classifier.unlike: {self.reasons(sentence, type_)}"

    def likely(self, sentence: Span) -> list[EventType]:
        """Return the types of which a sentence very likely tells an event."""
        return self._likely.get(sentence.start, [])

    def reasons(self, sentence: Span, type_: EventType) -> str:
        """Return the features that say most for a type, and against it, in words.

        "~word" is what a word means.
        """
        says: dict[str, float] = {**self._said(sentence, type_)}
        for index, share in self._meaning(sentence, type_).items():
            says[f"~{sentence[index].lower_}"] = share
        return reasons(says)

    def word(self, sentence: Span, may_tell: Sequence[bool], type_: EventType) -> int | None:
        """Return which word says most for a type, by its place; None if no word does.

        ``may_tell``: whether a word may be it, for each of the sentence.
        """
        words = self._words[sentence.start : sentence.end]
        says = self._said(sentence, type_)
        shares = [0.0] * len(words)
        for name, at in features(words):
            for index in at:
                shares[index] += says.get(name, 0) / len(at)
        for index, share in self._meaning(sentence, type_).items():
            shares[index] += share
        best = max(
            (i for i, word in enumerate(words) if word and may_tell[i]),
            key=lambda i: (shares[i], -i),
            default=None,
        )
        return None if best is None or shares[best] <= 0 else best

    def _said(self, sentence: Span, type_: EventType) -> dict[str, int]:
        """Return what each feature of a sentence says for a type."""
        return self.classifier.weights.of(self._seen[sentence.start], type_)

    def _meaning(self, sentence: Span, type_: EventType) -> dict[int, float]:
        """Return what the meaning of each word says for a type, as much as a feature would."""
        if self._meant is None:
            return {}
        weights = self.classifier.weights
        of_type = weights.meanings[:, weights.types.index(type_)].astype(np.float32)
        number = sqrt(max(1, len(self._said(sentence, type_))))
        shares = self._meant.shares(sentence, of_type)
        return {index: share * number for index, share in shares.items()}


def scores_of(doc: Doc) -> Scores | None:
    """Return the scores of a doc, None where no classifier has seen it."""
    return cache.values(doc).get(_SCORES)

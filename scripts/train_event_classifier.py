"""Train ``rules/events/classifier.npz``: how like a sentence is to those that tell an event.

    T=tests/corpus_training; python -m scripts.train_event_classifier corpus $T/read $T/unread

Each folder holds articles and a ``gold.jsonl``. A sentence is an example of a type if the evidence
of one of its events lies in it; so are the rules' own examples of one sentence. One logistic
regression a type over the features of ``annotate/events/classifier/features.py``; scikit-learn is
needed here only.

``--folds 5`` writes nothing: it prints how often rules alone and rules with the classifier are
right in the sentences of the last folder, whose articles are scored in five parts, each by what all
others teach. Let it be a folder that the authors of the rules have not read.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from typing import Any, cast

import click
import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from custody_records.annotate.events.classifier.classifier import load_settings, logit
from custody_records.annotate.events.classifier.features import features, masked
from custody_records.annotate.events.classifier.weights import SCALE, Weights
from custody_records.annotate.events.event_types import ALL
from custody_records.annotate.events.rules import rules_by_type
from custody_records.annotate.events.sentences import EventTriggers
from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.text import text_of
from custody_records.articles.read import is_article, read
from custody_records.contract.values import EventType
from custody_records.rulebook.examples import annotate, examples

LEAST = 2  # sentences in which a feature must stand
INVERSE_REGULARISATION = 30.0
_INT16 = np.iinfo(np.int16)


@dataclass(frozen=True)
class Example:
    """A sentence: its article, its features, the types that gold and rules tell in it."""

    article: str
    features: tuple[str, ...]
    gold: frozenset[EventType]
    read: frozenset[EventType]
    in_article: bool = True
    is_scored: bool = False


def _of_rules_alone(rules: Path) -> Annotator:
    """Return an annotator whose classifier neither refuses nor proposes."""
    annotator = Annotator(rules=str(rules))
    classifier = cast(EventTriggers, annotator.full.get_pipe("event_triggers")).classifier
    classifier.refuse_below, classifier.propose_from = {}, np.array(np.inf)
    return annotator


def examples_of(folder: Path, annotator: Annotator) -> Iterator[Example]:
    """Yield the sentences of a folder's articles that have gold events."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {entry["article"]["id"]: entry for entry in map(json.loads, lines)}
    paths = sorted(path for path in folder.iterdir() if is_article(path.name))
    articles = [article for path in paths for article in read(path) if article.info.id in gold]
    for article, doc in zip(articles, annotator.annotate(articles), strict=True):
        told = list(_evidence(gold[article.info.id], text_of(doc)))
        found = [
            (mention.start, mention.end, event.type)
            for event in doc._.events
            for mention in event.mentions
        ]
        words = masked(doc)
        for sentence in doc.sents:
            start, end = sentence.start_char, sentence.end_char
            yield Example(
                article.info.id,
                _names(words[sentence.start : sentence.end]),
                frozenset(t for a, b, t in told if a < end - 1 and start < b - 1),
                frozenset(t for a, b, t in found if a < end - 1 and start < b - 1),
            )


def examples_of_rules(rules: Path, annotator: Annotator) -> Iterator[Example]:
    """Yield the examples of the event rules that are one sentence; a near miss tells nothing."""
    for file in rules_by_type(rules):
        for rule in file.rules:
            for told, example in examples(rule):
                doc = annotate(annotator.full, example)
                if len(list(doc.sents)) == 1:
                    gold = frozenset([file.type] if told else [])
                    yield Example(rule.id, _names(masked(doc)), gold, frozenset(), in_article=False)


def _names(words: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name for name, _ in features(words)}))


def _evidence(gold: dict[str, Any], text: str) -> Iterator[tuple[int, int, EventType]]:
    for event in gold.get("events", ()):
        evidence = event.get("evidence") or ()
        for part in [evidence] if isinstance(evidence, str) else evidence:
            start = text.find(part)
            if start >= 0:
                yield start, start + len(part), event["type"]


def train(told: Sequence[Example]) -> Weights:
    """Return the weights that the examples teach."""
    vectorizer = CountVectorizer(analyzer=lambda e: e.features, min_df=LEAST, binary=True)
    table = normalize(vectorizer.fit_transform(told))
    in_article = np.array([example.in_article for example in told])
    columns, bias, base = [], [], []
    for type_ in ALL:
        is_told = np.array([type_ in example.gold for example in told])
        base.append(logit(is_told[in_article].mean()))
        model = LogisticRegression(C=INVERSE_REGULARISATION, solver="liblinear", max_iter=300)
        model.fit(table, is_told)
        columns.append(model.coef_[0])
        bias.append(model.intercept_[0])
    weights = np.rint(np.array(columns).T * SCALE).clip(_INT16.min, _INT16.max)
    names = tuple(vectorizer.get_feature_names_out().tolist())
    return Weights(ALL, names, weights.astype(np.int16), _whole(bias), _whole(base))


def _whole(values: Sequence[float]) -> npt.NDArray[np.int32]:
    return np.array([round(value * SCALE) for value in values], np.int32)


def cross_validate(told: Sequence[Example], folds: int, refuse: float, propose: float) -> str:
    """Return precision and recall, by sentence and type, without and with the classifier."""
    fold_of = [zlib.crc32(example.article.encode()) % folds for example in told]
    counts = {"rules": np.zeros(3, int), "with the classifier": np.zeros(3, int)}
    for fold in range(folds):
        weights = train([e for e, f in zip(told, fold_of, strict=True) if f != fold])
        for example in (e for e, f in zip(told, fold_of, strict=True) if f == fold):
            if not example.is_scored:
                continue
            scores = dict(zip(ALL, weights.logits([example.features])[0].tolist(), strict=True))
            base = dict(zip(ALL, (weights.base / SCALE).tolist(), strict=True))
            kept = {t for t in example.read if scores[t] - base[t] >= refuse}
            kept |= {t for t, score in scores.items() if score >= propose}
            for name, types in (("rules", example.read), ("with the classifier", kept)):
                right = len(types & example.gold)
                counts[name] += [right, len(types) - right, len(example.gold) - right]
    lines = []
    for name, (right, wrong, missed) in counts.items():
        precision, recall = right / (right + wrong), right / (right + missed)
        f1 = 2 * right / (2 * right + wrong + missed)
        lines.append(f"{name}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return "\n".join(lines)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rules", default=Path("rules"), type=click.Path(path_type=Path))
@click.option("--folds", default=0, help="Cross-validate by article and write nothing.")
def main(folders: tuple[Path, ...], rules: Path, folds: int) -> None:
    """Train the classifier of events on the articles and gold of FOLDERS."""
    annotator = _of_rules_alone(rules)
    told = [e for folder in folders[:-1] for e in examples_of(folder, annotator)]
    told += [replace(e, is_scored=True) for e in examples_of(folders[-1], annotator)]
    told += examples_of_rules(rules, annotator)
    if folds:
        settings = load_settings(rules)
        thresholds = log(settings.refuse_below), logit(settings.propose_from)
        click.echo(cross_validate(told, folds, *thresholds))
        return
    train(told).write(rules / "events" / "classifier.npz")
    click.echo(f"{len(told)} sentences")


if __name__ == "__main__":
    main()

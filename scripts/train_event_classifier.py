"""Train ``rules/events/classifier.npz``: how like a sentence is to those that tell an event.

    T=tests/corpus_training; python -m scripts.train_event_classifier corpus $T/read $T/unread
    python -m scripts.train_event_classifier --language ru tests/corpus_ru $T/ru/read $T/ru/unread

Each folder holds articles and a ``gold.jsonl``. A sentence is an example of a type if the evidence
of one of its events lies in it; so are the rules' own examples of one sentence. One logistic
regression a type over the features of ``annotate/events/classifier/features.py``, and over what the
words mean where a language's words have vectors; scikit-learn is needed here only.

``reliability.csv`` is written beside it: how like a sentence must be for what a rule reads in it to
stand. That is learned from the same sentences, in five parts, each scored by what all others teach.

``--folds 5`` writes nothing: it prints how often rules alone and rules with the classifier are
right in the sentences of the last folder, scored in the same way. Let it be a folder that the
authors of the rules have not read.
"""

import csv
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from typing import Any

import click
import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize
from spacy.tokens import Doc, Span

from custody_records.annotate.events.classifier import proposals as english
from custody_records.annotate.events.classifier.classifier import (
    SentenceClassifier,
    Thresholds,
)
from custody_records.annotate.events.classifier.features import features, masked
from custody_records.annotate.events.classifier.reliability import Reliability
from custody_records.annotate.events.event_types import ALL
from custody_records.annotate.events.rules import rules_by_type
from custody_records.annotate.events.weights import SCALE, Floats, Weights, logit, whole
from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.russian.events import proposals as russian
from custody_records.annotate.russian.events import schema
from custody_records.contract.values import EventType
from custody_records.rulebook.examples import annotate, examples
from scripts.gold_folders import annotated

LEAST = 2  # sentences in which a feature must stand
INVERSE_REGULARISATION = 30.0
_OF_RULES = 0.3  # the same, of how often rules are right
FOLDS = 5  # in which sentences are scored by what others teach


@dataclass(frozen=True)
class Trained:
    """A language that has a classifier: where its weights lie, the component that holds it."""

    folder: str
    component: str
    rules: Callable[[Path], Sequence[Any]]  # files of rules, each with its type
    settings: Callable[[Path], Thresholds]


LANGUAGES = {
    "en": Trained("events", "event_triggers", rules_by_type, english.load_settings),
    "ru": Trained("events/ru", "russian_events", schema.load, russian.load_settings),
}


@dataclass(frozen=True)
class Example:
    """A sentence: its article, its features, the types that gold tells in it.

    ``read``: what rules read in it, as type and rule. ``meanings``: what its words mean, in
    numbers; none where they have no vectors.
    """

    article: str
    features: tuple[str, ...]
    gold: frozenset[EventType]
    read: frozenset[tuple[EventType, str]]
    meanings: tuple[float, ...] = ()
    in_article: bool = True
    is_scored: bool = False


class Reader:
    """Reads sentences as the classifier of a language sees them, and events by rules alone."""

    def __init__(self, rules: Path, language: str) -> None:
        self.trained, self.folder = LANGUAGES[language], rules
        self.annotator = Annotator(rules=str(rules))
        self.nlp = self.annotator.pipeline(language)
        component: Any = self.nlp.get_pipe(self.trained.component)
        self.classifier: SentenceClassifier = component.classifier
        self.classifier.refuse_below = {}
        self.classifier.least = {}
        self.classifier.propose_from = np.array(np.inf)

    def examples_of(self, folder: Path) -> Iterator[Example]:
        """Yield the sentences of a folder's articles that have gold events."""
        for article, doc, told in annotated(folder, self.annotator):
            found = [
                (mention.start, mention.end, (event.type, mention.rule))
                for event in doc._.events
                for mention in event.mentions
            ]
            for sentence, example in self._sentences(doc, article):
                start, end = sentence.start_char, sentence.end_char
                yield replace(
                    example,
                    gold=frozenset(e["type"] for a, b, e in told if a < end - 1 and start < b - 1),
                    read=frozenset(r for a, b, r in found if a < end - 1 and start < b - 1),
                )

    def examples_of_rules(self) -> Iterator[Example]:
        """Yield the examples of rules that are one sentence; a near miss tells nothing."""
        for file in self.trained.rules(self.folder):
            for rule in file.rules:
                for told, text in examples(rule):
                    seen = list(self._sentences(annotate(self.nlp, text), rule.id))
                    if len(seen) == 1:
                        gold = frozenset([file.type] if told else [])
                        yield replace(seen[0][1], gold=gold, in_article=False)

    def _sentences(self, doc: Doc, article: str) -> Iterator[tuple[Span, Example]]:
        words, sentences = masked(doc, self.classifier.words(doc)), list(doc.sents)
        meanings = self.classifier.meanings
        rows = meanings(doc, words).of(sentences).tolist() if meanings else [()] * len(sentences)
        for sentence, row in zip(sentences, rows, strict=True):
            names = _names(words[sentence.start : sentence.end])
            yield sentence, Example(article, names, frozenset(), frozenset(), tuple(row))


def _names(words: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name for name, _ in features(words)}))


def train(told: Sequence[Example]) -> Weights:
    """Return the weights that the examples teach."""
    vectorizer = CountVectorizer(analyzer=lambda e: e.features, min_df=LEAST, binary=True)
    counted = normalize(vectorizer.fit_transform(told))
    table = hstack([counted, csr_matrix(_meanings(told))]).tocsr()
    in_article = np.array([example.in_article for example in told])
    columns, bias, base = [], [], []
    for type_ in ALL:
        is_told = np.array([type_ in example.gold for example in told])
        base.append(logit(is_told[in_article].mean()))
        model = LogisticRegression(C=INVERSE_REGULARISATION, solver="liblinear", max_iter=300)
        model.fit(table, is_told)
        columns.append(model.coef_[0])
        bias.append(model.intercept_[0])
    rows = whole(np.array(columns).T, np.int16)
    names = tuple(vectorizer.get_feature_names_out().tolist())
    weights, meanings = rows[: len(names)], rows[len(names) :]
    return Weights(ALL, names, weights, whole(bias, np.int32), whole(base, np.int32), meanings)


def _meanings(told: Sequence[Example]) -> Floats:
    return np.array([example.meanings for example in told], np.float32)


def scored(told: Sequence[Example], of_articles: Sequence[Example], folds: int) -> Floats:
    """Return the log-odds of each type in each sentence of articles, above those of any sentence.

    The articles stand in folds, each scored by what all others and the rules' examples teach.
    """
    scores = np.zeros((len(of_articles), len(ALL)), np.float32)
    fold_of = np.array([_fold(example, folds) for example in of_articles])
    for fold in range(folds):
        weights = train([e for e in told if not e.in_article or _fold(e, folds) != fold])
        rows = np.flatnonzero(fold_of == fold)
        asked = [of_articles[int(row)] for row in rows]
        logits = weights.logits([weights.known(e.features) for e in asked], _meanings(asked))
        scores[rows] = logits - weights.base / SCALE
    return scores


def _fold(example: Example, folds: int) -> int:
    return zlib.crc32(example.article.encode()) % folds


def weigh(told: Sequence[Example], scores: Floats) -> list[Reliability]:
    """Return how like a sentence must be for what each rule reads in it, by scored sentences."""
    read = [
        (type_, rule, float(row[ALL.index(type_)]), type_ in example.gold)
        for example, row in zip(told, scores, strict=True)
        for type_, rule in sorted(example.read)
    ]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{"score": s, t: 1, r: 1} for t, r, s, _ in read])
    model = LogisticRegression(C=_OF_RULES, max_iter=500)
    model.fit(table, [is_told for *_, is_told in read])
    says = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    bias = float(model.intercept_[0])
    mentions = Counter((type_, rule) for type_, rule, *_ in read)
    right = Counter((type_, rule) for type_, rule, _, is_told in read if is_told)
    return [
        Reliability(
            rule=rule,
            mentions=number,
            told=right[type_, rule],
            least=round(-(bias + says[type_] + says[rule]) / says["score"], 2),
        )
        for (type_, rule), number in sorted(mentions.items(), key=lambda item: item[0][1])
    ]


def cross_validate(told: Sequence[Example], folds: int, refuse: float, propose: float) -> str:
    """Return precision and recall, by sentence and type, without and with the classifier."""
    articles = [example for example in told if example.in_article]
    scores = scored(told, articles, folds)
    base = {type_: logit(float(np.mean([type_ in e.gold for e in articles]))) for type_ in ALL}
    counts = {"rules": np.zeros(3, int), "with the classifier": np.zeros(3, int)}
    for fold in range(folds):
        others = [n for n, example in enumerate(articles) if _fold(example, folds) != fold]
        rows = weigh([articles[n] for n in others], scores[others])
        least = {row.rule: row.least + refuse for row in rows}
        for example, row in zip(articles, scores.tolist(), strict=True):
            if not example.is_scored or _fold(example, folds) != fold:
                continue
            above = dict(zip(ALL, row, strict=True))
            kept = {t for t, rule in example.read if above[t] >= least.get(rule, refuse)}
            kept |= {t for t, score in above.items() if score + base[t] >= propose}
            for name, types in (
                ("rules", {t for t, _ in example.read}),
                ("with the classifier", kept),
            ):
                right = len(types & example.gold)
                counts[name] += [right, len(types) - right, len(example.gold) - right]
    lines = []
    for name, (right, wrong, missed) in counts.items():
        precision, recall = right / (right + wrong), right / (right + missed)
        f1 = 2 * right / (2 * right + wrong + missed)
        lines.append(f"{name}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return "\n".join(lines)


def write(path: Path, rows: Sequence[Reliability]) -> None:
    """Write the table of rules."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(Reliability.model_fields)
        table.writerows(row.model_dump().values() for row in rows)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rules", default=Path("rules"), type=click.Path(path_type=Path))
@click.option("--language", default="en", type=click.Choice(sorted(LANGUAGES)))
@click.option("--folds", default=0, help="Cross-validate by article and write nothing.")
def main(folders: tuple[Path, ...], rules: Path, language: str, folds: int) -> None:
    """Train the classifier of events on the articles and gold of FOLDERS."""
    reader = Reader(rules, language)
    told = [e for folder in folders[:-1] for e in reader.examples_of(folder)]
    told += [replace(e, is_scored=True) for e in reader.examples_of(folders[-1])]
    told += reader.examples_of_rules()
    if folds:
        settings = reader.trained.settings(rules)
        thresholds = log(settings.refuse_below), logit(settings.propose_from)
        click.echo(cross_validate(told, folds, *thresholds))
        return
    folder = rules / reader.trained.folder
    train(told).write(folder / "classifier.npz")
    articles = [example for example in told if example.in_article]
    write(folder / "reliability.csv", weigh(articles, scored(told, articles, FOLDS)))
    click.echo(f"{len(told)} sentences")


if __name__ == "__main__":
    main()

"""Train ``weights.npz`` of ``rules/linking``: how likely who or where is linked to an event.

    T=tests/corpus_training; python -m scripts.train_event_linker corpus $T/read $T/unread
    python -m scripts.train_event_linker --language ru tests/corpus_ru $T/ru/read $T/ru/unread

Each folder holds articles and a ``gold.jsonl``. An event mention that gold tells, a role that the
rules leave open and an entity that may take it are an example; it is true if gold says so. One
logistic regression over the features of ``annotate/events/linking/features.py`` holds all roles:
each feature is of one role. scikit-learn is needed here only.

``--folds 5`` writes nothing: it prints, for each role, how often the rules and the rules with the
linker are right in the articles of the last folder, scored in five parts.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from custody_records.annotate.events.linking.component import Settings
from custody_records.annotate.events.linking.context import (
    ROLES,
    Candidate,
    Context,
    EventMention,
    Role,
)
from custody_records.annotate.events.linking.features import Features
from custody_records.annotate.events.linking.weights import LinkerWeights, names
from custody_records.annotate.events.weights import Weights, logit, whole
from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.readings import of_doc
from custody_records.compare.keys import folded
from custody_records.contract.values import EventType
from custody_records.rulebook import read as read_rules
from scripts.gold_folders import annotated

LEAST = 6  # examples in which a feature must stand
INVERSE_REGULARISATION = 5.0
# language → the component, and the folder of rules where its weights lie
LANGUAGES = {"en": ("linked_events", "linking"), "ru": ("russian_linked_events", "linking/ru")}


@dataclass(frozen=True)
class Asked:
    """A candidate's features, and whether the rules link it and gold names it."""

    features: tuple[str, ...]
    is_linked: bool
    is_gold: bool


@dataclass(frozen=True)
class Example:
    """A role that the rules leave open in an event mention.

    ``rules``: what they find, as a record has it, also if it is no entity's name; ``gold``: what
    gold names. ``may_go``: what the rules find is left out where it is unlikely.
    """

    article: str
    role: Role
    type: EventType
    candidates: tuple[Asked, ...]
    rules: frozenset[str]
    gold: frozenset[str]
    may_go: bool
    is_scored: bool = False


def examples_of(folder: Path, annotator: Annotator) -> Iterator[Example]:
    """Yield the examples of a folder's articles that have gold events."""
    for article, doc, told in annotated(folder, annotator):
        context = Context(doc, of_doc(doc, "event"))
        for index, mention in enumerate(context.events):
            reading = mention.reading
            events = [
                event
                for start, end, event in told
                if event["type"] == reading.type
                and start < reading.end - 1
                and reading.start < end - 1
            ]
            for role in ROLES:
                names = {_named(event, role) for event in events}
                if len(names) == 1 and context.candidates(mention, role):
                    example = _example(context, index, role, names.pop())
                    yield replace(example, article=article)


def _named(event: dict[str, Any], role: Role) -> frozenset[str]:
    values = event.get("subjects") if role == "subject" else [event.get(role)]
    return frozenset(name for value in values or () if (name := folded(value)))


def _example(context: Context, index: int, role: Role, gold: frozenset[str]) -> Example:
    event = context.events[index]
    linked, features = event.linked(role), Features(context, index, role)
    return Example(
        "",
        role,
        event.reading.type,
        tuple(
            Asked(
                tuple(features.of(one)),
                one in linked,
                not gold.isdisjoint(_names(context, event, one)),
            )
            for one in context.candidates(event, role)
        ),
        frozenset().union(*(_names(context, event, one) for one in linked)),
        gold,
        may_go=role != "subject" or event.is_lent,
    )


def _names(context: Context, event: EventMention, candidate: Candidate) -> frozenset[str]:
    """Return what a record calls a candidate."""
    if candidate is None:
        printed = event.reading.subjects_printed
    else:
        printed = (context.entities[candidate].canonical,)
    return frozenset(folded(name) or "" for name in printed)


def train(told: Sequence[Example]) -> Weights:
    """Return the weights that the examples teach."""
    vectorizer = CountVectorizer(analyzer=list, min_df=LEAST, binary=True)
    learned = [
        tuple(names(example.role, example.type, candidate.features))
        for example in told
        for candidate in example.candidates
    ]
    table = normalize(vectorizer.fit_transform(learned))
    model = LogisticRegression(C=INVERSE_REGULARISATION, solver="liblinear", max_iter=300)
    model.fit(table, [c.is_gold for example in told for c in example.candidates])
    weights, bias = whole(model.coef_.T, np.int16), whole(model.intercept_, np.int32)
    known = tuple(vectorizer.get_feature_names_out().tolist())
    return Weights(("link",), known, weights, bias, np.zeros_like(bias), weights[:0])


def cross_validate(told: Sequence[Example], folds: int, settings: Settings) -> str:
    """Return how often what is linked is right, wrong or missing, without and with the linker."""
    fold_of = [zlib.crc32(example.article.encode()) % folds for example in told]
    counts: dict[tuple[Role, str], Counter[str]] = {
        (role, way): Counter() for role in ROLES for way in ("rules", "with the linker")
    }
    for fold in range(folds):
        weights = LinkerWeights(train([e for e, f in zip(told, fold_of, strict=True) if f != fold]))
        for example in (e for e, f in zip(told, fold_of, strict=True) if f == fold):
            if example.is_scored:
                counts[example.role, "rules"][_outcome(example.rules, example.gold)] += 1
                linked = _linked(example, weights, settings)
                counts[example.role, "with the linker"][linked] += 1
    return "\n".join(f"{role}, {way}: {dict(found)}" for (role, way), found in counts.items())


def _linked(example: Example, weights: LinkerWeights, settings: Settings) -> str:
    role, type_ = example.role, example.type
    scored = [(weights.logit(role, type_, c.features), c) for c in example.candidates]
    least, above = _bounds(role, settings)
    likely = [c for score, c in scored if score >= logit(least)]
    if role == "date" and likely:  # one alone is linked
        likely = [max(scored, key=lambda one: one[0])[1]]
    if likely and not any(candidate.is_linked for candidate in likely):
        return "right" if any(c.is_gold for c in likely) else "wrong" if example.gold else "extra"
    own = [score for score, candidate in scored if candidate.is_linked]
    left_out = example.may_go and own and not likely and max(own) < logit(above)
    return _outcome(frozenset() if left_out else example.rules, example.gold)


def _bounds(role: Role, settings: Settings) -> tuple[float, float]:
    """Return from which probability an entity is linked, and above which a link stays."""
    if role == "subject":
        return settings.subject_from, settings.subject_above
    if role == "date":
        return settings.date_from, settings.date_above
    return settings.facility_above, settings.facility_above  # asked of the rules' own alone


def _outcome(found: frozenset[str], gold: frozenset[str]) -> str:
    if not gold:
        return "extra" if found else "none"
    return "missing" if not found else "right" if found & gold else "wrong"


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rules", default=Path("rules"), type=click.Path(path_type=Path))
@click.option("--language", default="en", type=click.Choice(list(LANGUAGES)))
@click.option("--folds", default=0, help="Cross-validate by article and write nothing.")
def main(folders: tuple[Path, ...], rules: Path, language: str, folds: int) -> None:
    """Train the linker of a language on the articles and gold of FOLDERS."""
    annotator = Annotator(rules=str(rules))
    component, folder_of_weights = LANGUAGES[language]
    annotator.pipeline(language).disable_pipe(component)
    told = [e for folder in folders[:-1] for e in examples_of(folder, annotator)]
    told += [replace(e, is_scored=True) for e in examples_of(folders[-1], annotator)]
    here = rules / folder_of_weights
    if folds:
        click.echo(cross_validate(told, folds, read_rules(here / "settings.yaml", Settings)))
        return
    train(told).write(here / "weights.npz")
    click.echo(f"{len(told)} examples")


if __name__ == "__main__":
    main()

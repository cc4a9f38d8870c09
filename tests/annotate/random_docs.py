"""Pipelines without a model: names, tags and trees are random, but the same for the same text."""

import json
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_package_path

from custody_records.annotate.model.installed import resolve
from custody_records.annotate.pipeline import BY_RULE, WITH_MODEL
from custody_records.annotate.syntax.component import SentenceSyntax
from custody_records.rulebook import rules_dir

_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d[\w.,:/-]*|[«»“”§№–—]")
_MOST_WORDS = 5_000  # of a folder of rules; a gazetteer has hundreds of thousands


def words(*names: str) -> list[str]:
    """Return the words of some files or folders of rules: keys, patterns and examples alike."""
    found: set[str] = set()
    for name in names:
        place = rules_dir() / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix in (".yaml", ".csv"):
                found |= set(_WORD.findall(path.read_text(encoding="utf-8")[:200_000]))
    listed = sorted(found)
    return random.Random(7).sample(listed, min(_MOST_WORDS, len(listed)))  # noqa: S311


def english() -> Language:
    """Return the default pipeline with random names, tags and trees in the model's place."""
    labels = json.loads((_model() / "meta.json").read_text(encoding="utf-8"))["labels"]
    nlp = spacy.blank("en")
    for name in BY_RULE:
        nlp.add_pipe(name)
    syntax = nlp.add_pipe("sentence_syntax")
    assert isinstance(syntax, SentenceSyntax)
    syntax.engine.pipes = (("random", RandomSyntax(labels["parser"], labels["tagger"])),)
    Language.component("random_entities", func=RandomEntities(labels["ner"]))
    nlp.add_pipe("random_entities")
    for name in WITH_MODEL:
        nlp.add_pipe(name)
    return nlp


def _model() -> Path:
    return next(get_package_path(resolve()).glob("*/meta.json")).parent


def chance(doc: Doc) -> random.Random:
    """Return random numbers that hang on the text alone."""
    return random.Random(zlib.crc32(doc.text.encode("utf-8", "surrogatepass")))  # noqa: S311


class RandomEntities:
    """Takes every so many runs of words for names of some kind."""

    def __init__(self, labels: list[str]) -> None:
        self.labels = labels

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        draw, spans, at = chance(doc), [], 0
        while at < len(doc):
            end = min(len(doc), at + draw.randint(1, 4))
            if draw.random() < 0.4:
                spans.append(doc[at:end])
                spans[-1].label_ = draw.choice(self.labels)
            at = end
        doc.ents = spans
        return doc


class RandomSyntax:
    """Gives every sentence a tree in which a word hangs on any word before it."""

    def __init__(self, labels: list[str], tags: list[str]) -> None:
        self.labels, self.tags = labels, tags
        self.coarse = ["NOUN", "VERB", "ADJ", "ADP", "PROPN", "PRON", "DET", "AUX", "NUM", "PUNCT"]

    def pipe(self, docs: Iterable[Doc], **options: Any) -> Iterator[Doc]:
        """Yield the docs with tags, parts of speech and trees."""
        for doc in docs:
            draw = chance(doc)
            count = len(doc)
            yield Doc(
                doc.vocab,
                words=[token.text for token in doc],
                spaces=[bool(token.whitespace_) for token in doc],
                heads=[draw.randrange(n) if n else 0 for n in range(count)],
                deps=[draw.choice(self.labels) if n else "ROOT" for n in range(count)],
                tags=[draw.choice(self.tags) for _ in range(count)],
                pos=[draw.choice(self.coarse) for _ in range(count)],
            )

"""Named spans of the whole pipeline and of the bare model, side by side, against a file of gold.

    python -m tests.benchmarks.ner FILE.jsonl [--model sm] [--language en] [--predictions OUT.jsonl]

Strict: a span counts if start, end and type are equal, after a leading determiner, a trailing
possessive and enclosing punctuation are dropped on both sides. The bare model's PERSON, ORG and
GPE or LOC are compared with the pipeline's people, organizations and places; ``spans_file`` has
the table of gold labels.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.languages import LANGUAGES
from custody_records.annotate.model import installed
from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.contract import ArticleInfo
from tests.benchmarks.spans_file import LABELS, TYPES, Example, read

Spans = frozenset[tuple[int, int, str]]

FIELDS = {"people": "PERSON", "organizations": "ORGANIZATION", "places": "LOCATION"}
_FRINGE = re.compile(r"^(?:[\W_]*(?:the|a|an)\s+)?[\W_]*(.*?)(?:['’]s|['’])?[\W_]*$", re.I | re.S)


def fold(text: str, spans: Spans) -> Spans:
    """Drop determiner, possessive and enclosing punctuation from each span."""
    folded = set()
    for start, end, kind in spans:
        inner = _FRINGE.match(text[start:end])
        if inner and inner[1]:
            folded.add((start + inner.start(1), start + inner.end(1), kind))
    return frozenset(folded)


def bare_spans(doc: Doc) -> Spans:
    """Return the model's own entities."""
    found = ((e.start_char, e.end_char, LABELS.get(e.label_.lower())) for e in doc.ents)
    return frozenset((s, e, t) for s, e, t in found if t)


def pipeline_spans(doc: Doc) -> Spans:
    """Return what the pipeline's components found, by exact offsets."""
    return frozenset(
        (reading.start, reading.end, kind)
        for field, kind in FIELDS.items()
        for span in doc.spans[field]
        for reading in [getattr(span._, {"people": "person"}.get(field, field[:-1]))]
    )


def bare_pipeline(language: str, model: str) -> Language:
    """Return what the pipeline starts from: spaCy's model, or a language's engine."""
    if language == "en":
        return spacy.load(installed.resolve(model))
    loaded: Language = LANGUAGES[language].engine()
    return loaded


def article(example: Example, language: str) -> Article:
    """Return the example as an article in a language."""
    return Article(info=info(example.id, language), body=example.text)


def info(name: str, language: str) -> ArticleInfo:
    """Return what is known of an example: nothing but its language."""
    return ArticleInfo(
        id=re.sub(r"[^A-Za-z0-9._-]", "-", name),
        source=name,
        title=None,
        publisher=None,
        author=None,
        url=None,
        published=None,
        published_basis="none",
        language=language,
        dateline=None,
        sha256="0" * 64,
    )


def score(gold: list[Spans], found: list[Spans]) -> dict[str, tuple[float, float, float]]:
    """Return (precision, recall, F1) a type and over all types, pooled over the examples."""
    counts: Counter[tuple[str, str]] = Counter()
    for g, f in zip(gold, found, strict=True):
        for name, spans in (("tp", g & f), ("fp", f - g), ("fn", g - f)):
            for _, _, kind in spans:
                counts[kind, name] += 1
                counts["all", name] += 1
    table = {}
    for kind in (*TYPES, "all"):
        tp, fp, fn = (counts[kind, name] for name in ("tp", "fp", "fn"))
        p, r = tp / (tp + fp) if tp else 0.0, tp / (tp + fn) if tp else 0.0
        table[kind] = (p, r, 2 * p * r / (p + r) if tp else 0.0)
    return table


def main() -> None:
    """Run both systems over the file and print their scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", default=installed.DEFAULT)
    parser.add_argument("--language", default="en")
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    examples = read(options.file)
    gold = [fold(e.text, e.spans) for e in examples]
    bare_model = bare_pipeline(options.language, options.model)
    texts = [e.text for e in examples]
    bare = [fold(t, bare_spans(d)) for t, d in zip(texts, bare_model.pipe(texts), strict=True)]
    annotator = Annotator(options.model)
    docs = list(annotator.annotate(article(e, options.language) for e in examples))
    whole = [fold(t, pipeline_spans(d)) for t, d in zip(texts, docs, strict=True)]
    print(f"{'':14}{'gold':>6}  {'bare P':>7}{'R':>7}{'F1':>7}  {'whole P':>8}{'R':>7}{'F1':>7}")
    scores = score(gold, bare), score(gold, whole)
    for kind in (*TYPES, "all"):
        number = sum(kind in ("all", t) for spans in gold for _, _, t in spans)
        b, w = (" ".join(f"{x:6.3f}" for x in s[kind]) for s in scores)
        print(f"{kind:14}{number:6}  {b}    {w}")
    if options.predictions:
        with options.predictions.open("w", encoding="utf-8") as out:
            for e, g, b, w in zip(examples, gold, bare, whole, strict=True):
                row = {"id": e.id, "text": e.text, "gold": sorted(g), "bare": sorted(b)}
                out.write(json.dumps(row | {"pipeline": sorted(w)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

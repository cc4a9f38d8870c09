"""What the timex component costs, and whether it grows with the number of publication dates.

    python -m tests.benchmarks.timex_rate FILE.jsonl [--articles 2000]

FILE has lines with a ``text``. Prints the component's time as a share of that of the bare stock
pipeline (all components) on the same texts, in interleaved rounds of one run, and then rate and
memory over many articles that all have different publication dates, a tenth at a time.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import spacy
from spacy.tokens import Doc

from custody_records.annotate.model import installed
from custody_records.annotate.timex.tagger import TimexTagger
from custody_records.rulebook import rules_dir

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    nlp, tagger = spacy.load(installed.resolve()), TimexTagger(rules_dir())
    docs = list(nlp.pipe(texts))
    for doc in docs:
        doc._.published = date(2019, 4, 24)

    def tag(some: list[Doc]) -> None:
        for doc in some:
            tagger(doc)

    tag(docs)
    rounds = [
        (seconds(lambda: list(nlp.pipe(texts))), seconds(lambda: tag(docs))) for _ in range(ROUNDS)
    ]
    shares = sorted(own / stock for stock, own in rounds)
    print(f"share of the bare stock pipeline: median {shares[ROUNDS // 2]:.1%}", end="")
    print(f" (of {ROUNDS} rounds: {shares[0]:.1%} to {shares[-1]:.1%})")

    tenth = options.articles // 10
    for part in range(10):
        copies = [docs[i % len(docs)].copy() for i in range(tenth)]
        for i, doc in enumerate(copies):
            doc._.published = date(1990, 1, 1) + timedelta(days=part * tenth + i)
        took = seconds(lambda some=copies: tag(some))  # type: ignore[misc]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"articles to {(part + 1) * tenth:5}: {tenth / took:7.0f} a second, peak {peak:.0f} MB"
        )


if __name__ == "__main__":
    main()

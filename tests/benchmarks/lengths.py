"""What a character costs in a long article, against a short one: the same stories, joined.

``python -m tests.benchmarks.lengths [--rounds N] [--json]`` reads the shipped corpus as articles of
about 3,000 characters and as one of 100,000, in turn, and prints the processor time a character of
the second as a multiple of that of the first: the median over the rounds, and their range.
"""

import argparse
import json
import statistics
import time
from typing import Any

from custody_records.run.process import one_thread

one_thread()

from custody_records.annotate.pipeline import Annotator  # noqa: E402 - after the threads are set
from custody_records.articles.read import from_text, read  # noqa: E402
from custody_records.outputs.rendered import Rendered  # noqa: E402
from custody_records.records.assemble import assemble  # noqa: E402
from tests.benchmarks.throughput import CORPUS  # noqa: E402

SHORT, LONG = 3_000, 100_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measure(options.rounds)
    shown = ", ".join(f"{key} {value}" for key, value in result.items())
    print(json.dumps(result) if options.json else shown)


def measure(rounds: int) -> dict[str, Any]:
    """Return the ratio of the times a character: [median, lowest, highest]."""
    annotator = Annotator()
    bodies = [article.body for path in sorted(CORPUS.glob("d*.txt")) for article in read(path)]
    whole = "\n\n".join(bodies)
    whole = (whole * (LONG // len(whole) + 1))[:LONG]
    short = [whole[at : at + SHORT] for at in range(0, LONG - SHORT, SHORT)]
    ratios = [seconds(annotator, [whole]) / seconds(annotator, short) for _ in range(rounds + 1)]
    kept = ratios[1:]  # the first learns the words
    return {
        "characters": [SHORT, LONG],
        "ratio": [round(v, 2) for v in (statistics.median(kept), min(kept), max(kept))],
    }


def seconds(annotator: Annotator, texts: list[str]) -> float:
    """Return the processor time a character from texts to rendered records."""
    articles = [from_text(text, id=f"{n}") for n, text in enumerate(texts)]
    begin = time.process_time()
    for article, doc in zip(articles, annotator.annotate(articles), strict=True):
        Rendered.of(assemble(article, doc), article.body)
        doc.user_data.clear()
    return (time.process_time() - begin) / sum(len(article.body) for article in articles)


if __name__ == "__main__":
    main()

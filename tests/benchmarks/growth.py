"""How the time of one article grows with its length, on texts that make bad steps explode.

    python -m tests.benchmarks.growth [--sizes 3000 30000 300000] [--kinds NAME ...]

Prints, for each kind of text, the seconds of every size, the exponent between the last two
(1.0 is linear) and the component that took most of the largest; at last how much more 10 kB of the
worst kind cost at the largest size than at the first size of the first kind. Processor time;
reading the text (cleaning, furniture) counts as the step "articles". With one thread and the
collector's settings of a run.
"""

from custody_records.run.process import one_thread

one_thread()  # before numpy is imported

# ruff: noqa: E402
import argparse
import math
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.compose import Origin
from custody_records.articles.formats.page.draft import draft
from custody_records.articles.read import composer, from_text
from custody_records.records.assemble import assemble
from custody_records.run.process import collect_seldom

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August")

# Each makes the n-th part of a text.
KINDS = {
    "ordinary": lambda n: (
        f"Two inmates of colony LA-155/{n % 9 + 1} in Almaty were beaten by guards on "
        f"{n % 28 + 1} {MONTHS[n % 8]} 2019, their lawyer Anna Ivanova said. The Interior Ministry "
        f"denied it.\n" + ("\n" if n % 3 == 0 else "")
    ),
    "detained": lambda n: "detained ",
    "dates": lambda n: f"{n % 28 + 1} {MONTHS[n % 8]} {1990 + n % 30}, ",
    "days ago": lambda n: f"{n % 50 + 2} days ago ",
    "years": lambda n: f"{1950 + n % 70} ",
    "no full stop": lambda n: "the guards of the colony beat the inmates and then they left and ",
    "capitals": lambda n: f"Anna Maria Ivanova{'abcdefgh'[n % 8]} Petrova ",
    "events in one sentence": lambda n: "guards beat an inmate and police arrested a man and ",
    "facilities": lambda n: f"colony LA-155/{n % 9 + 1}, colony IK-{n % 60 + 1}, ",
    "organizations": lambda n: f"the Ministry of Justice of Region{n}, the Court of Town{n}, ",
    "figures": lambda n: f"{n % 900 + 2} inmates, ",
    "deaths": lambda n: "seven died, ",
    "number words": lambda n: "twenty seven hundred and ",
    "numbers": lambda n: f"{n % 90 + 2}, ",
    "statutes": lambda n: f"Article {n % 400 + 1} of the Criminal Code, ",
    "quotations": lambda n: "“They beat us,” said Anna Ivanova. ",
    "interview": lambda n: (
        f"Anna Ivanova{'abcdefgh'[n % 8]} was released in {1990 + n % 30}.\n"
        "“They beat us,” he said. “We saw it,” she said.\n"
    ),
    "headings": lambda n: (
        f"Guards beat inmates in colony LA-155/{n % 9 + 1}\n\n"
        f"Guards beat two inmates in {MONTHS[n % 8]}, their lawyer said.\n\n"
    ),
    "lines": lambda n: f"- inmate Anna Ivanova, {n % 60 + 18}\n",
    "digits": lambda n: f"{n}",
    "letters": lambda n: "a",
}

# The same of pages, of which the reading alone is measured.
PAGES = {
    "page: spans": lambda n: "<span>inmates</span> ",
    "page: items": lambda n: f"{'' if n else '<ul>'}<li>inmate {n}</li>",
    "page: paragraphs": lambda n: f"<p>Inmate {n} was beaten in the colony, his lawyer said.</p>",
    "page: links": lambda n: f"<a href='/{n}'>inmate {n}</a> ",
    "page: nested": lambda n: "<div>a",
    "page: cells": lambda n: f"<tr><td>inmate</td><td>{n}</td></tr>",
    "page: line breaks": lambda n: "inmate<br>",
    "page: headings": lambda n: f"<h1>Inmate {n}</h1>",
    "page: captions": lambda n: f"<figure><figcaption>Colony {n}</figcaption></figure>",
}
_PAGE = "<html><body><article><h1>Riot</h1><p>Two inmates died on Friday, the ministry said.</p>"
_LONG = 2.0  # seconds
EVERY = (*KINDS, *PAGES)


def text_of(kind: str, size: int) -> str:
    """Return a text, or a page, of about ``size`` characters."""
    make = KINDS.get(kind) or PAGES[kind]
    parts: list[str] = [_PAGE if kind in PAGES else "Prison news\n\n"]
    length, n = len(parts[0]), 0
    while length < size:
        parts.append(make(n))
        length += len(parts[-1])
        n += 1
    return "".join(parts)


def seconds_of_page(html: str) -> Counter[str]:
    """Return the processor time of reading one page."""
    before = time.process_time()
    found = draft(html, "it")
    drafted = time.process_time()
    composer().compose(found, Origin("it", "it", "it", "0" * 64))
    return Counter({"page": drafted - before, "articles": time.process_time() - drafted})


def seconds(annotator: Annotator, text: str) -> Counter[str]:
    """Return the processor time of every step over one text."""
    spent: Counter[str] = Counter()
    before = time.process_time()

    def done(step: str) -> None:
        nonlocal before
        now = time.process_time()
        spent[step] += now - before
        before = now

    article = from_text(text, published=date(2020, 1, 1).isoformat(), language="en")
    done("articles")
    doc, components = annotator.components(article)
    done("tokens")
    for name, component in components:
        doc = component(doc)
        done(name)
    assemble(article, doc)
    done("records")
    return spent


def least(measure: Callable[[], Counter[str]]) -> Counter[str]:
    """Return the smallest of three measurements; of one that takes long, the first."""
    taken = [measure()]
    while len(taken) < 3 and taken[0].total() < _LONG:
        taken.append(measure())
    return min(taken, key=Counter.total)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[3_000, 30_000, 300_000])
    parser.add_argument("--kinds", nargs="+", choices=list(EVERY), default=list(EVERY))
    asked = parser.parse_args()
    annotator = Annotator()
    seconds(annotator, text_of("ordinary", 3_000))  # what is loaded at the first article
    seconds_of_page(text_of("page: paragraphs", 3_000))
    collect_seldom()
    first: float | None = None
    worst = ("", 0.0)
    print(f"{'kind':24}" + "".join(f"{size:>12,}" for size in asked.sizes) + "  exponent  most")
    for kind in asked.kinds:
        texts = [text_of(kind, size) for size in asked.sizes]
        page = kind in PAGES
        measure = seconds_of_page if page else partial(seconds, annotator)
        taken = [least(partial(measure, text)) for text in texts]
        totals = [max(t.total(), 1e-3) for t in taken]
        step = math.log(totals[-1] / totals[-2]) / math.log(asked.sizes[-1] / asked.sizes[-2])
        name, most = taken[-1].most_common(1)[0]
        figures = "".join(f"{total:12.2f}" for total in totals)
        print(f"{kind:24}{figures}{step:10.2f}  {name} {most:.2f}", flush=True)
        first = first or totals[0] / asked.sizes[0]
        worst = max(worst, (kind, totals[-1] / asked.sizes[-1]), key=lambda pair: pair[1])
    if first:
        print(f"worst: {worst[0]}, {worst[1] / first:.1f} times {asked.kinds[0]} at the first size")


if __name__ == "__main__":
    main()

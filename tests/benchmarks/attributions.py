"""Who says what in news, with every sentence read, against a file of gold.

    python -m tests.benchmarks.attributions FILE.jsonl [--differences]

A line of gold has ``text``, ``dct`` (the day it appeared) and ``attributions``, each with the spans
``source``, ``cue`` and ``content`` as lists of [start, end, text]. Quoted attributions are those
whose content holds a quotation mark; one of ours is right if its content and its source share a
character with one of gold; what one cue says of several sentences is one attribution, and its
source is the name as well as the pronoun beside the cue. A cue is right if it shares a character
with one of gold.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.contract import ArticleInfo

Spans = tuple[tuple[int, int], ...]
_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: where source, cue and content stand in the text."""

    source: Spans
    cue: Spans
    content: Spans

    def is_quoted(self, text: str) -> bool:
        """Tell whether a quotation mark stands in the content, or right beside it."""
        return any(
            mark in text[max(0, start - 1) : end + 1]
            for start, end in self.content
            for mark in _MARKS
        )


@dataclass(slots=True)
class Score:
    """Counts of right and wrong."""

    right: int = 0
    ours: int = 0
    gold: int = 0

    def __str__(self) -> str:
        precision = self.right / self.ours if self.ours else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right} of {self.gold})"


def share(one: Spans, other: Spans) -> bool:
    """Tell whether two sets of spans share a character."""
    return any(s < f and t < e for s, e in one for t, f in other)


def gold_of(row: dict[str, Any]) -> list[Statement]:
    """Return the attributions of a line of gold that name a source."""
    made = (
        Statement(
            *(tuple((s, e) for s, e, _ in one[part]) for part in ("source", "cue", "content"))
        )
        for one in row["attributions"]
    )
    return [said for said in made if said.source and said.content]


def ours_of(annotator: Annotator, row: dict[str, Any]) -> list[Statement]:
    """Return what the component finds in a line's text."""
    info = ArticleInfo(
        id="x",
        source="x",
        title=None,
        publisher=None,
        author=None,
        url=None,
        published=row["dct"],
        published_basis="option",
        language="en",
        dateline=None,
        sha256="0" * 64,
    )
    [doc] = annotator.annotate([Article(info=info, body=row["text"])])
    found: dict[tuple[int, int], tuple[set[tuple[int, int]], list[tuple[int, int]]]] = {}
    for span in doc.spans["attributions"]:
        for one in span._.attribution:
            if one.source is not None:
                sources, contents = found.setdefault(one.cue, (set(), []))
                sources |= {one.source_at or (one.source.start, one.source.end)}
                sources |= {(one.source.start, one.source.end)}
                contents.append((one.start, one.end))
    return [
        Statement(tuple(sorted(sources)), (cue,), tuple(sorted(contents)))
        for cue, (sources, contents) in found.items()
    ]


def matched(
    ours: Iterable[Statement], gold: Iterable[Statement]
) -> list[tuple[Statement, Statement]]:
    """Pair attributions one to one, in text order."""
    rest, pairs = list(gold), []
    for one in ours:
        found = next(
            (g for g in rest if share(one.content, g.content) and share(one.source, g.source)), None
        )
        if found is not None:
            rest.remove(found)
            pairs.append((one, found))
    return pairs


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--differences", action="store_true", help="print what is missing or wrong")
    options = parser.parse_args()
    annotator = Annotator()
    annotator.full.replace_pipe("attributions", "attributions", config={"sentences": "all"})
    quoted, cues = Score(), Score()
    for line in options.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, gold, ours = row["text"], gold_of(row), ours_of(annotator, row)
        gold_quoted = [said for said in gold if said.is_quoted(text)]
        ours_quoted = [said for said in ours if said.is_quoted(text)]
        pairs = matched(ours_quoted, gold_quoted)
        quoted.right += len(pairs)
        quoted.ours += len(ours_quoted)
        quoted.gold += len(gold_quoted)
        gold_cues = {said.cue for said in gold if said.cue}
        our_cues = {said.cue for said in ours}
        cues.right += sum(any(share(cue, other) for other in our_cues) for cue in gold_cues)
        cues.ours += len(our_cues)
        cues.gold += len(gold_cues)
        if options.differences:
            show(text, ours_quoted, gold_quoted, pairs)
    print(f"quoted, speaker overlaps gold  {quoted}")
    print(f"cues                           {cues}")


def show(
    text: str,
    ours: list[Statement],
    gold: list[Statement],
    pairs: list[tuple[Statement, Statement]],
) -> None:
    """Print the attributions that are only ours or only gold's."""
    for name, only in (
        ("missing", [g for g in gold if g not in [pair[1] for pair in pairs]]),
        ("wrong", [o for o in ours if o not in [pair[0] for pair in pairs]]),
    ):
        for said in only:
            source = " … ".join(text[s:e] for s, e in said.source)
            start, end = said.content[0]
            print(f"{name:8} {source!r}: {text[max(0, start - 40) : min(end + 40, start + 200)]!r}")


if __name__ == "__main__":
    main()

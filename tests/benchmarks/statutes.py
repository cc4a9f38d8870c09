"""Score the statute rules on passages with marked references: overlap F1 of each label.

    python -m tests.benchmarks.statutes ../shared/bench/statute/inlegalner_dev_first_half.jsonl

Label mapping. PROVISION: a citation's span without the name of its instrument ("Section 14(3)
of the" -> "Section 14(3)"). STATUTE: the span that names an instrument, beside an article or
alone; "the Act" is none. ``usc``: PROVISION and STATUTE of one citation together. Our contract
counts articles, sections, paragraphs and rules alone: chapters, schedules and parts of an act are
not in it and count as misses. A predicted and a gold span match if they share a character,
one to one in text order.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy

from custody_records.annotate.statutes.component import StatuteReferences
from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.rulebook import rules_dir

Range = tuple[int, int]
PREAMBLE = {"PETITIONER", "RESPONDENT", "LAWYER"}
ALL = "--all" in sys.argv
LABELS = {"PROVISION": "provision", "STATUTE": "statute", "usc": "whole"}


def cited(reading: StatuteReading) -> Range | None:
    """Return the span of the citation without its instrument."""
    if reading.article is None:
        return None
    start, end = reading.start, reading.end
    if reading.named_at is None or not start <= reading.named_at[0] < end:
        return start, end
    if reading.named_at[0] <= start:
        return min(reading.named_at[1], end), end
    return start, reading.named_at[0]


def ranges(readings: list[StatuteReading], kind: str) -> list[Range]:
    """Return the spans of one kind: provision, statute or whole."""
    if kind == "provision":
        found = {cited(reading) for reading in readings}
    elif kind == "statute":
        found = {reading.named_at for reading in readings}
    else:
        found = {(reading.start, reading.end) for reading in readings if reading.article}
    return sorted(range_ for range_ in found if range_ is not None)


def matches(ours: list[Range], gold: list[Range]) -> int:
    """Return how many pairs share a character, one to one, first come first served."""
    taken: set[Range] = set()
    count = 0
    for start, end in ours:
        hit = next((g for g in gold if g not in taken and g[0] < end and start < g[1]), None)
        if hit:
            taken.add(hit)
            count += 1
    return count


def rows(path: Path) -> Iterator[dict]:
    """Yield the passages of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def judged(row: dict) -> bool:
    """Tell a passage of a judgment from its preamble, whose laws the set leaves unmarked."""
    return not {entity["label"] for entity in row.get("entities", ())} & PREAMBLE or ALL


def main() -> None:
    """Print precision, recall and F1 of each label of each file; ``-v`` lists the errors."""
    verbose = "-v" in sys.argv
    nlp = spacy.blank("en")
    component = StatuteReferences(rules_dir())
    for name in (argument for argument in sys.argv[1:] if not argument.startswith("-")):
        scores = {label: [0, 0, 0] for label in LABELS}
        for row in rows(Path(name)):
            doc = component(nlp.make_doc(row["text"]))
            readings = [r for span in doc.spans["statutes"] for r in span._.statute]
            if not judged(row):
                continue
            for label, kind in LABELS.items():
                gold = [(r["start"], r["end"]) for r in row["references"] if r["label"] == label]
                ours = ranges(readings, kind)
                hit = matches(ours, gold)
                for index, number in enumerate((hit, len(ours), len(gold))):
                    scores[label][index] += number
                if verbose and hit < max(len(ours), len(gold)):
                    text = row["text"]
                    print(label, "ours", [text[slice(*s)] for s in ours])
                    print("  gold", [text[slice(*s)] for s in gold])
        for label, (hit, ours_count, gold_count) in scores.items():
            if gold_count:
                precision, recall = hit / max(ours_count, 1), hit / gold_count
                f1 = 2 * hit / (ours_count + gold_count)
                print(f"{Path(name).stem} {label}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()

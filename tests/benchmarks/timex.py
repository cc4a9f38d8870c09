"""Score the timex component on a file of annotated texts.

    python -m tests.benchmarks.timex FILE.jsonl [--predictions OUT.jsonl] [--errors]

FILE has lines ``{doc_id, dct, text, timexes: [{start, end, type, value, text}]}``. As in
TempEval-3: relaxed = spans overlap, strict = same tokens; precision over system, recall over gold,
pooled; value F1 = relaxed F1 x share of relaxed matches whose value is string-equal. The creation
time's own row is skipped. "calendar" are values that the record contract would carry as dates.
"""

import argparse
import json
import re
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.readings import of_doc

_DAY = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"|(?P<day_first>\d\d)-(?P<month_2>\d\d)-(?P<year_last>\d{4})"
)
_CALENDAR = re.compile(r"\d{2,4}(?:-.*)?|XXXX-\d\d(?:-\d\d)?")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def day_of(dct: str | None) -> date | None:
    """Return the creation date of a row, written year first or day first; None if there is none."""
    found = _DAY.search(dct or "")
    if not found:
        return None
    if found["year"]:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    return date(int(found["year_last"]), int(found["month_2"]), int(found["day_first"]))


def gold_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the row's expressions, but for that of the creation time itself.

    A row of specs may give several possible values under ``timex`` and no type: the first counts.
    """
    return [
        {**t, "type": t.get("type"), "value": t.get("value") or str((t.get("timex") or [""])[0])}
        for t in row["timexes"]
        if "CREATION_TIME" not in (t.get("fid"), t.get("functionInDocument"))
        and t["end"] > t["start"]
    ]


def tokens(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the words and marks of a span, so that white space at its edges does not count."""
    return tuple(_TOKEN.findall(text[start:end]))


def predict(rows: list[dict[str, Any]], annotator: Annotator) -> Iterator[list[dict[str, Any]]]:
    """Yield the component's expressions of each row."""

    def docs() -> Iterator[Doc]:
        for row in rows:
            doc = annotator.full.make_doc(row["text"])
            doc._.published = day_of(row.get("dct"))
            doc._.language = "en"
            yield doc

    for doc in annotator.full.pipe(docs()):
        found = of_doc(doc, "timex")
        yield [
            {
                "start": r.start,
                "end": r.end,
                "type": r.type,
                "value": r.value,
                "mod": r.mod,
                "text": doc.text[r.start : r.end],
                "rule": r.rule,
                "anchor": r.anchor,
            }
            for r in found
        ]


def pair(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    """Return (gold, found) pairs that overlap, one to one, the longest overlap first."""
    overlaps = sorted(
        (
            (min(g["end"], f["end"]) - max(g["start"], f["start"]), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g["start"] < f["end"] and f["start"] < g["end"]
        ),
        reverse=True,
    )
    pairs, seen_gold, seen_found = [], set(), set()
    for _, i, j in overlaps:
        if i not in seen_gold and j not in seen_found:
            seen_gold.add(i)
            seen_found.add(j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def f1(true: float, system: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision, recall = true / system if system else 0.0, true / gold if gold else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def score(rows: list[dict[str, Any]], found: Iterable[list[dict[str, Any]]]) -> dict[str, float]:
    """Return the scores of pooled predictions."""
    n_gold = n_found = relaxed = strict = typed = valued = 0
    cal_gold = cal_found = cal_true = 0
    for row, predicted in zip(rows, found, strict=True):
        gold = gold_of(row)
        n_gold += len(gold)
        n_found += len(predicted)
        pairs = pair(gold, predicted)
        relaxed += len(pairs)
        for g, f in pairs:
            text = row["text"]
            strict += tokens(text, g["start"], g["end"]) == tokens(text, f["start"], f["end"])
            typed += g["type"] == f["type"]
            valued += g["value"] == f["value"]
            cal_true += g["value"] == f["value"] and _is_calendar(g)
        cal_gold += sum(map(_is_calendar, gold))
        cal_found += sum(map(_is_calendar, predicted))
    p, r, relaxed_f1 = f1(relaxed, n_found, n_gold)
    return {
        "expressions in gold": n_gold,
        "expressions found": n_found,
        "relaxed precision": p,
        "relaxed recall": r,
        "relaxed F1": relaxed_f1,
        "strict F1": f1(strict, n_found, n_gold)[2],
        "type F1": f1(typed, n_found, n_gold)[2],
        "value F1": f1(valued, n_found, n_gold)[2],
        "value accuracy given a match": valued / relaxed if relaxed else 0.0,
        "calendar value F1": f1(cal_true, cal_found, cal_gold)[2],
    }


def _is_calendar(timex: dict[str, Any]) -> bool:
    return bool(_CALENDAR.fullmatch(timex["value"]))


def errors(rows: list[dict[str, Any]], found: list[list[dict[str, Any]]]) -> Iterator[str]:
    """Yield a line for every miss, spurious expression, and wrong value."""
    for row, predicted in zip(rows, found, strict=True):
        gold = gold_of(row)
        pairs = pair(gold, predicted)
        matched_gold = [id(g) for g, _ in pairs]
        matched_found = [id(f) for _, f in pairs]
        text = row["text"].replace("\n", " ")

        def show(t: dict[str, Any], text: str = text) -> str:
            left, right = text[max(t["start"] - 45, 0) : t["start"]], text[t["end"] : t["end"] + 30]
            return f"{left}[{text[t['start'] : t['end']]}]{right}"

        for g in gold:
            if id(g) not in matched_gold:
                yield f"miss   {g['value']:12} {show(g)}"
        for f in predicted:
            if id(f) not in matched_found:
                yield f"extra  {f['value']:12} {show(f)} {f['rule']}"
        for g, f in pairs:
            if g["value"] != f["value"]:
                got = f"got {f['value']:12} dct {row['dct']}"
                yield f"value  {g['value']:12} {got} {show(f)} {f['rule']}"
            if tokens(text, g["start"], g["end"]) != tokens(text, f["start"], f["end"]):
                yield f"extent [{text[g['start'] : g['end']]}] got {show(f)} {f['rule']}"


def main() -> None:
    """Read the file named on the command line, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--predictions", type=Path, help="write the predictions in the same form")
    parser.add_argument("--errors", action="store_true", help="list every difference")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    annotator = Annotator()
    list(predict(rows[:5], annotator))  # warm up
    began = time.perf_counter()
    found = list(predict(rows, annotator))
    seconds = time.perf_counter() - began
    if options.errors:
        print("\n".join(errors(rows, found)))
    for name, figure in score(rows, found).items():
        print(f"{name:30} {figure:.3f}" if isinstance(figure, float) else f"{name:30} {figure}")
    n_tokens = sum(len(_TOKEN.findall(row["text"])) for row in rows)
    print(f"{'tokens a second (whole way)':30} {n_tokens / seconds:.0f}")
    if options.predictions:
        lines = [
            json.dumps({**row, "timexes": timexes}, ensure_ascii=False)
            for row, timexes in zip(rows, found, strict=True)
        ]
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

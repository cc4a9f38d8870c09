"""How many gold events are found only by rules whose examples come from that same article.

For each article, the event rules of which an example names it (``article: d015``) and none names
another are left out, and the article is read again. A gold event that is matched with them and
not without them was found only by what was written for it. The second figure needs no marks: of
the matched gold events, those all of whose rules tell an event in no other article of the folder.

Run: ``python -m tests.benchmarks.events_leave_one_out ../shared/dev``
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.events.merging.component import MergedEvents
from custody_records.annotate.events.rules import rules_by_type
from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.articles.read import read
from custody_records.compare.match import match
from custody_records.records.assemble import assemble
from custody_records.rulebook import rules_dir
from custody_records.run.plan import sources


def own_rules() -> dict[str, set[str]]:
    """Return article → ids of the rules whose marked examples are all of that article."""
    found: dict[str, set[str]] = defaultdict(set)
    for rule in (rule for file in rules_by_type(rules_dir()) for rule in file.rules):
        marked = {example.article for example in rule.match if example.article}
        if len(marked) == 1:
            found[marked.pop()].add(rule.id)
    return found


def events(article: Article, doc: Doc, without: set[str]) -> list[dict[str, Any]]:
    """Return the record's events as if the rules ``without`` were not there."""
    kept = []
    for span in doc.spans["events"]:
        readings = tuple(r for r in span._.event if r.rule not in without)
        span._.event = readings
        if readings:
            kept.append(span)
    doc.spans["events"] = kept
    doc = MergedEvents(rules_dir())(doc)
    found: list[dict[str, Any]] = assemble(article, doc).dump()["events"]
    return found


def main(folder: Path) -> None:
    """Print the two counts and what they are made of."""
    gold = {
        record["article"]["id"]: record["events"]
        for path in sorted(folder.glob("*.gold.json"))
        for record in [json.loads(path.read_text(encoding="utf-8"))]
        if "events" in record
    }
    annotator, own = Annotator(), own_rules()
    fires_in: dict[str, set[str]] = defaultdict(set)
    matched: list[tuple[str, dict[str, Any]]] = []
    lost = []
    for source in sources([str(folder)]):
        for article in read(source.path, source=source.name):
            id_ = article.info.id
            (doc,) = annotator.annotate([article])
            ours = events(article, doc, set())
            for event in ours:
                for made in event["provenance"]:
                    fires_in[made["id"]].add(id_)
            pairs = match("events", ours, gold.get(id_, []))
            matched += [(id_, ours[pair[0]]) for pair in pairs]
            less = events(article, doc, own[id_])
            rest = {pair[1] for pair in match("events", less, gold.get(id_, []))}
            lost += [(id_, gold[id_][pair[1]]) for pair in pairs if pair[1] not in rest]
    alone = [
        (id_, event)
        for id_, event in matched
        if all(fires_in[made["id"]] == {id_} for made in event["provenance"])
    ]
    print(f"gold events {sum(map(len, gold.values()))}, matched {len(matched)}")
    print(f"found only by rules whose marked examples are of that article: {len(lost)}")
    for id_, event in lost:
        print(f"  {id_} {event['type']} {event['evidence']}")
    print(f"found only by rules that tell nothing in any other article: {len(alone)}")
    for id_, event in alone:
        print(f"  {id_} {event['type']} {[made['id'] for made in event['provenance']]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

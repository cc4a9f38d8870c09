"""One review: the articles, what is proposed for them, what a person decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from custody_records.compare.context import Bodies
from custody_records.compare.gold.check import contract_faults
from custody_records.compare.gold.read import State
from custody_records.compare.likeness import alike
from custody_records.compare.match import assign
from custody_records.contract import FIELDS
from custody_records.review.document import ARTICLE, Decision, Document
from custody_records.review.doubt import Doubt
from custody_records.review.explain import Explainer
from custody_records.review.gold_file import GoldFile, assemble
from custody_records.review.mentions import first, misplaced
from custody_records.review.proposals import Proposal, proposals
from custody_records.review.settle import from_gold, rejections, settled
from custody_records.review.store import DecisionStore

Keyed = Mapping[str, Any]  # {"key", "field", "value", "by"}


def groups(entries: Sequence[Keyed]) -> dict[str, str]:
    """Return the key of each entry that has an alternative, with the name of its group.

    Two entries are alternatives where different people or programs propose them, and they are
    one thing to the comparison or nearly so.
    """
    found: dict[str, str] = {}
    for name in FIELDS:
        held = [e for e in entries if e["field"] == name]
        sides = sorted({tuple(e["by"]) for e in held})
        for n, side in enumerate(sides):
            for other in sides[n + 1 :]:
                if set(side).isdisjoint(other):
                    _pair(name, held, side, other, found)
    return found


def _pair(
    field: str, held: Sequence[Keyed], side: tuple[str, ...], other: tuple[str, ...],
    found: dict[str, str],
) -> None:  # fmt: skip
    left = [i for i, e in enumerate(held) if tuple(e["by"]) == side]
    right = [i for i, e in enumerate(held) if tuple(e["by"]) == other]
    values = [e["value"] for e in held]
    pairs = assign(left, right, lambda i, j: alike(field, values[i], values[j]), values, values)
    for one, two in pairs:
        name: str = found.get(held[one]["key"]) or held[one]["key"]
        found[held[one]["key"]] = found[held[two]["key"]] = name


Loaded = Mapping[str, dict[str, Any]]


class RefusedError(ValueError):
    """A change that cannot be made; the message tells a person why."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who proposes entries: the extraction, or an annotator whose gold is compared."""

    name: str
    records: Loaded


@dataclass
class Review:
    """What the page shows and changes. ``ids`` are the articles in the order of review."""

    records: Loaded
    bodies: Bodies
    sides: Sequence[Side]
    store: DecisionStore
    gold: GoldFile
    explainer: Explainer
    ids: Sequence[str]
    fields: tuple[str, ...] = (ARTICLE, *FIELDS)
    name: str | None = None
    doubt: Doubt = field(default_factory=lambda: Doubt({}, {}))

    def __post_init__(self) -> None:
        """Keep the last articles' proposals: each decision asks for them again."""
        self.proposed = lru_cache(maxsize=8)(self._proposed)
        self.record = lru_cache(maxsize=8)(self.records.__getitem__)

    def _proposed(self, id_: str) -> tuple[Proposal, ...]:
        """Return what the sides propose; entries that all write alike are one proposal."""
        body = self.body(id_)
        found: dict[str, Proposal] = {}
        for side in self.sides:
            if id_ not in side.records:
                continue
            record = self.record(id_) if side.records is self.records else side.records[id_]
            for one in proposals(record, body, self.fields, side.name):
                known = found.get(one.key)
                by = (*known.by, *one.by) if known else one.by
                found[one.key] = replace(one, by=by)
        return tuple(found.values())

    def body(self, id_: str) -> str:
        """Return an article's text."""
        return self.bodies.body(id_) or ""

    def document(self, id_: str) -> Document:
        """Return what is decided on an article, by today's proposals. Raises StoreError."""
        stored = self.store.load(id_)
        proposed = self.proposed(id_)
        if stored:
            decisions = settled(stored.decisions, proposed)
            if stored.state == "reviewed":  # what the extraction finds since is not in gold
                decisions |= rejections(decisions, proposed, stored.fields)
            fields = [f for f in (ARTICLE, *FIELDS) if f in self.fields or f in stored.fields]
            return stored.model_copy(update={"decisions": decisions, "fields": fields})
        gold = self.gold.get(id_)
        if gold is not None:
            return from_gold(gold, self.body(id_), self.fields, proposed)
        return self._agreed(id_, proposed)

    def _agreed(self, id_: str, proposed: Sequence[Proposal]) -> Document:
        """Return a new document, in which what several people propose alike is accepted."""
        everybody = {side.name for side in self.sides if id_ in side.records}
        decisions = {
            one.key: Decision(field=one.field, verdict="accepted", value=one.value)
            for one in proposed
            if len(everybody) > 1 and set(one.by) == everybody
        }
        return Document(article=id_, fields=list(self.fields), decisions=decisions)

    def entries(self, id_: str, document: Document) -> list[dict[str, Any]]:
        """Return what the page lists: proposals and additions, in the order of the text."""
        proposed = {one.key: one for one in self.proposed(id_)}
        listed = [self._entry(p, document.decisions.get(p.key)) for p in proposed.values()]
        listed += [
            {"key": k, "field": d.field, "value": d.value, "by": ["gold"], "verdict": d.verdict}
            for k, d in document.decisions.items()
            if k not in proposed and d.field in self.fields
        ]
        grouped = groups(listed)
        for entry in listed:
            entry["group"] = grouped.get(entry["key"])
        order = {name: number for number, name in enumerate((ARTICLE, *FIELDS))}
        listed.sort(key=lambda e: (order[e["field"]], _place(e["value"]), e["key"]))
        return listed

    def _entry(self, one: Proposal, decision: Decision | None) -> dict[str, Any]:
        return {
            "key": one.key,
            "field": one.field,
            "value": decision.value if decision and decision.kept else one.value,
            "proposed": one.value,
            "by": list(one.by),
            "verdict": decision.verdict if decision else None,
            "made": list(one.made),
            "inferred": list(one.inferred),
            "doubt": round(self.doubt.of_entry(one.made, bool(one.inferred)), 3),
        }

    def decide(self, id_: str, version: int, changes: Mapping[str, Any]) -> Document:
        """Set or take back decisions; return what was written.

        Raises ConflictError if somebody wrote since ``version``, RefusedError for a change that
        the contract or the text contradicts.
        """
        document = self.document(id_)
        checked = {key: self._checked(id_, key, change) for key, change in changes.items()}
        after = document.model_copy(update={"version": version}).with_decisions(checked)
        if after.state == "reviewed" and self.open_keys(after):
            after = after.model_copy(update={"state": "in_work"})
        return self._write(after)

    def mark(self, id_: str, version: int, state: State) -> Document:
        """Set an article's state. Raises RefusedError while entries are undecided."""
        document = self.document(id_)
        if state == "reviewed" and (open_ := len(self.open_keys(document))):
            raise RefusedError(f"{open_} entries are undecided: decide them first")
        return self._write(document.model_copy(update={"version": version}).with_state(state))

    def open_keys(self, document: Document) -> list[str]:
        """Return the proposals that nobody has decided on."""
        return [p.key for p in self.proposed(document.article) if p.key not in document.decisions]

    def _write(self, document: Document) -> Document:
        self.store.save(document)
        before = self.gold.get(document.article)
        if document.state == "reviewed" or before is not None:
            self.gold.put(assemble(document, before))
        return document

    def _checked(self, id_: str, key: str, change: Mapping[str, Any] | None) -> Decision | None:
        if change is None:
            return None
        try:
            decision = Decision.model_validate({**change, "by": self.name})
        except (ValueError, TypeError) as error:
            raise RefusedError(f"{key}: not a decision") from error
        if decision.field not in self.fields:
            raise RefusedError(f"{decision.field}: not a field of this review")
        if decision.field == ARTICLE and not decision.kept:
            raise RefusedError("the article's own data can be corrected, not rejected")
        if decision.kept and (fault := self._fault(id_, decision)):
            raise RefusedError(fault)
        return decision

    def _fault(self, id_: str, decision: Decision) -> str | None:
        if wrong := misplaced(decision.value, self.body(id_)):
            return wrong
        if decision.field == ARTICLE:
            return None
        return "; ".join(contract_faults(decision.field, decision.value)) or None


def _place(value: Mapping[str, Any]) -> float:
    start = first(dict(value))
    return float("inf") if start is None else start

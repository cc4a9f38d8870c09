"""Bring decisions and proposals together: the extraction may have changed since, or gold is older.

A decision is kept under the key of the proposal it was made on. Where the proposal is gone (a
newer extraction) or never was (gold made by hand), the decision's value is matched with the
proposals as records are matched with gold.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from custody_records.compare.gold.draft import gold_entry
from custody_records.compare.gold.read import state_of
from custody_records.compare.match import match
from custody_records.contract import FIELDS
from custody_records.review.document import ARTICLE, Decision, Document
from custody_records.review.mentions import located
from custody_records.review.proposals import ABOUT, Proposal

Decisions = dict[str, Decision]


def settled(decisions: Mapping[str, Decision], proposed: Iterable[Proposal]) -> Decisions:
    """Return the decisions under the keys of today's proposals, where they match one."""
    by_key = {one.key: one for one in proposed}
    result = {key: decision for key, decision in decisions.items() if key in by_key}
    for field in (ARTICLE, *FIELDS):
        open_ = [p for p in by_key.values() if p.field == field and p.key not in result]
        loose = [
            (key, decision)
            for key, decision in decisions.items()
            if key not in by_key and decision.field == field
        ]
        for (key, decision), proposal in _pairs(field, loose, open_):
            result[proposal.key if proposal else key] = _on(decision, proposal)
    return result


def _pairs(
    field: str, loose: list[tuple[str, Decision]], open_: list[Proposal]
) -> list[tuple[tuple[str, Decision], Proposal | None]]:
    if field == ARTICLE:
        return [(pair, open_[0] if open_ else None) for pair in loose]
    ours = [p.value for p in open_]
    found = {j: i for i, j in match(field, ours, [d.value for _, d in loose])}
    return [(pair, open_[found[n]] if n in found else None) for n, pair in enumerate(loose)]


def _on(decision: Decision, proposal: Proposal | None) -> Decision:
    """Return what a decision is on a proposal that means the same."""
    if proposal is None or not decision.kept:
        return decision
    same = gold_entry(proposal.value) == gold_entry(decision.value)
    return decision.model_copy(update={"verdict": "accepted" if same else "corrected"})


def rejections(
    decisions: Mapping[str, Decision], proposed: Iterable[Proposal], fields: Sequence[str]
) -> Decisions:
    """Return what finished gold says of proposals that it does not have: they are wrong."""
    return {
        one.key: Decision(field=one.field, verdict="rejected", value=one.value)
        for one in proposed
        if one.field in fields and one.key not in decisions
    }


def from_gold(
    gold: Mapping[str, Any], body: str, fields: Sequence[str], proposed: Sequence[Proposal]
) -> Document:
    """Return what older gold of an article amounts to: its entries in, all others out."""
    known = [name for name in fields if name == ARTICLE or name in gold]
    decisions: Decisions = {}
    if ARTICLE in known:
        # A key that gold leaves out is not said to be wrong: the extraction's stands.
        shown = next((p.value for p in proposed if p.field == ARTICLE), {})
        about = {name: gold["article"].get(name, shown.get(name)) for name in ABOUT}
        decisions["gold-article"] = Decision(field=ARTICLE, verdict="added", value=about)
    for field in (name for name in known if name != ARTICLE):
        for number, entry in enumerate(gold[field], start=1):
            value = located(entry, body)
            key = f"gold-{field}-{number}"
            decisions[key] = Decision(field=field, verdict="added", value=value)
    decisions = settled(decisions, proposed)
    whole = set(known) == set(fields)
    if gold.get("state") in (None, "reviewed"):
        decisions |= rejections(decisions, proposed, known)
    state = state_of(gold) or ("reviewed" if whole else "in_work")
    return Document(
        article=gold["article"]["id"], state=state, fields=list(fields), decisions=decisions
    )

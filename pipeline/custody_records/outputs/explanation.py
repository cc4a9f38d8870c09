"""Why a span of an article became an entry of its record, or did not."""

from collections.abc import Iterator

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision
from custody_records.contract import Record
from custody_records.contract.fold import fold

# Fields of the record whose decisions stand in the decision log under another name as well.
_DECISIONS = {"dates": ("dates", "timex"), "events": ("events", "event_context")}
_NAMES = ("people", "organizations", "places")
_AROUND = 40


def of_field(doc: Doc, field: str, value: str | None) -> Iterator[tuple[Decision, str]]:
    """Yield (decision, the text around) about a field, in text order.

    With ``value`` those about it alone.
    """
    names = _DECISIONS.get(field, (field, "names") if field in _NAMES else (field,))
    seen: set[Decision] = set()
    text = doc.text
    wanted = fold(value) if value else ""
    decisions = [d for d in doc._.decisions if d.field in names and d.end > d.start]
    for decision in sorted(decisions, key=lambda d: (d.start, d.end)):
        printed = text[decision.start : decision.end]
        told = wanted in fold(printed) or wanted in fold(decision.by or "")
        if decision in seen or not told:
            continue
        seen.add(decision)
        yield decision, _context(text, decision.start, decision.end)


def entries(record: Record, field: str, value: str | None) -> Iterator[tuple[str, str]]:
    """Yield (what the entry is, where its mentions are) for every entry of a field."""
    for entry in getattr(record, field) or ():
        data = entry.model_dump(mode="json")
        mentions = data.pop("mentions", None) or data.pop("evidence", [])
        rules = ", ".join(made["id"] for made in data.pop("provenance"))
        shown = ", ".join(f"{k} {_shown(v)}" for k, v in data.items() if v not in (None, [], {}))
        printed = " | ".join(f"{m['text']!r} at {m['start']}" for m in mentions)
        if value is None or fold(value) in fold(f"{shown} {printed}"):
            yield shown, f"{printed} by {rules}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("id", value))
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value)
    return str(value)


def _context(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())

"""Mentions with their offsets: gold knows a mention by its text alone, the page needs its place."""

from typing import Any

from custody_records.compare.context import places, printed
from custody_records.contract import Mention

Entry = dict[str, Any]
Located = dict[str, Any]  # {"text", "start", "end"}; both offsets are None if it is nowhere


def located(entry: Entry, body: str) -> Entry:
    """Return an entry whose mentions (or evidence) have offsets, wherever gold's text stands."""
    result = dict(entry)
    for name in ("mentions", "evidence"):
        given = entry.get(name)
        if given is not None:
            texts = [given] if isinstance(given, str) else given
            result[name] = [place for text in texts for place in _places(text, body)]
    return result


def _places(mention: str | Located, body: str) -> list[Located]:
    if isinstance(mention, dict):
        return [mention]
    found = [
        {"text": body[start:end], "start": start, "end": end}
        for start, end in places(body, {"mentions": [mention]})
    ]
    return found or [{"text": mention, "start": None, "end": None}]


def misplaced(entry: Entry, body: str) -> str | None:
    """Return what is wrong with an entry's mentions: offsets at which the text is another."""
    for name in ("mentions", "evidence"):
        for mention in entry.get(name) or ():
            if not isinstance(mention, dict) or mention.keys() != Mention.model_fields.keys():
                return f"{name}: each has text, start and end"
            start, end, text = mention["start"], mention["end"], mention["text"]
            if (start, end) == (None, None):
                continue
            if not (isinstance(start, int) and isinstance(end, int) and body[start:end] == text):
                return f"{name}: {text!r} does not stand at {start}"
    return None


def first(entry: Entry) -> int | None:
    """Return where an entry's first mention starts, None if none was found in the text."""
    return min((m["start"] for m in printed(entry) if m["start"] is not None), default=None)

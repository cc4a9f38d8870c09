"""RSS and Atom feeds: the addresses of their entries, with what the feed says of each."""

import io
import re
from dataclasses import dataclass

from custody_records.ingest.errors import RefusedError, need
from custody_records.ingest.piece import Hints

_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An address to fetch, and what the feed says of what stands there."""

    url: str
    hints: Hints


def entries(data: bytes) -> list[Entry]:
    """Return a feed's entries in its order. Raises RefusedError if it is no feed.

    A document type or an entity has no place in a feed: it would be an attempt at expansion.
    """
    parser = need("feedparser", "a feed")
    if _ENTITY.search(data):
        raise RefusedError("a feed with a document type or entities; not read for safety")
    try:
        # As a stream: a bare string would be taken for an address or a file's name.
        feed = parser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser catches most, not all
        raise RefusedError(f"not a readable feed ({type(error).__name__}); check it") from error
    found = []
    for entry in feed.entries:
        link = entry.get("link")
        if isinstance(link, str) and link.startswith(("http://", "https://")):
            found.append(Entry(link, Hints(title=_text(entry), url=link, published=_day(entry))))
    if not found:
        raise RefusedError("no address in it; check that it is a feed")
    return found


def _text(entry: "dict[str, object]") -> str | None:
    title = entry.get("title")
    if not isinstance(title, str):
        return None
    return " ".join(re.sub(r"<[^<>]*>", "", title).split()) or None


def _day(entry: "dict[str, object]") -> str | None:
    when = entry.get("published_parsed")
    try:
        return f"{when[0]:04d}-{when[1]:02d}-{when[2]:02d}" if when else None  # type: ignore[index]
    except (TypeError, IndexError, ValueError):
        return None

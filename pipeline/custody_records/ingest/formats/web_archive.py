"""WARC files: the pages that a crawler kept, with their addresses."""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from custody_records.ingest.errors import RefusedError, need
from custody_records.ingest.limits import Budget
from custody_records.ingest.piece import Hints, Piece, Refusal

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+")


def pieces(piece: Piece, budget: Budget) -> Iterator[Piece | Refusal]:
    """Yield the pages of a WARC file: answers with status 200 that are no pictures or scripts.

    The day of the crawl says nothing of the article and is not used. Raises RefusedError if the
    file cannot be read from some record on.
    """
    archives = need("warcio.archiveiterator", "a web archive")
    number = 0
    try:
        for record in archives.ArchiveIterator(io.BytesIO(piece.data)):
            number += 1
            if number > budget.limits.entries * 10:  # requests, pictures, scripts are records too
                raise RefusedError("too many records; raise --max-entries")
            page = _page(record)
            if page is not None:
                budget.entry()
                yield _unpacked(piece, record, page, budget)
    except RefusedError:
        raise
    except Exception as error:  # warcio raises its own errors, zlib's and the parser's
        what = " ".join(str(error).split())[:80] or type(error).__name__
        raise RefusedError(
            f"a damaged web archive, from record {number + 1} on ({what})"
        ) from error


@dataclass(frozen=True, slots=True)
class _Page:
    address: str
    media_type: str
    coding: str


def _page(record: Any) -> _Page | None:
    """Return what a record's headers say of a page, None if it holds none."""
    headers = record.http_headers
    answered = headers is None or headers.get_statuscode() == "200"
    if record.rec_type not in {"response", "resource"} or not answered:
        return None
    source = headers if headers is not None else record.rec_headers
    media_type = (source.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    # What the crawler notes of itself has no address.
    if media_type not in _PAGES or not _ADDRESS.fullmatch(address):
        return None
    return _Page(address, media_type, (source.get_header("Content-Encoding") or "").strip().lower())


def _unpacked(piece: Piece, record: Any, page: _Page, budget: Budget) -> Piece | Refusal:
    """Return a page's bytes, or why they cannot be had. Raises RefusedError if all is too much."""
    name = page.address[:200]
    if page.coding == "br" and not _has_brotli():
        reason = "packed with Brotli: pip install brotli, and ingest the archive again"
        return Refusal(f"{piece.name}/{name}", reason)
    try:
        data = _read(record.content_stream(), budget)
    except RefusedError as error:
        if "unpacks" in str(error):
            raise
        return Refusal(f"{piece.name}/{name}", str(error))
    return piece.inside(name, data, media_type=page.media_type, hints=Hints(url=page.address))


def _has_brotli() -> bool:
    """Tell whether warcio can unpack Brotli: by the one of two packages that it knows."""
    return any(find_spec(name) is not None for name in ("brotli", "brotlicffi"))


def _read(stream: io.BufferedIOBase, budget: Budget) -> bytes:
    data = bytearray()
    try:
        while block := stream.read(1 << 16):
            data += block
            budget.spend(len(block))
            budget.limits.check_size(len(data))
    except (zlib.error, OSError, EOFError) as error:
        raise RefusedError(f"damaged in the web archive ({error})") from error
    return bytes(data)

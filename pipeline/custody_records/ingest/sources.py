"""What a user names: files, folders, addresses, lists of addresses, feeds, standard input."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from custody_records.articles.read import is_about_articles
from custody_records.ingest.errors import RefusedError
from custody_records.ingest.fetch.client import fetch
from custody_records.ingest.formats import feed
from custody_records.ingest.kind import is_ingested, kind_of
from custody_records.ingest.limits import Limits
from custody_records.ingest.piece import Hints, Piece, Refusal, Skipped

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
STDIN = "-"


def pieces(named: str, limits: Limits) -> Iterator[Piece | Refusal | Skipped]:
    """Yield the documents that a source gives; what cannot be had is a Refusal."""
    try:
        if named == STDIN:
            data = _standard_input(limits)
            yield from _expand(Piece("standard input", data, media_type="text/plain"), limits)
        elif _ADDRESS.match(named):
            yield from _expand(_fetched(named, Hints(url=named), limits), limits)
        elif not named:
            raise RefusedError("a source without a name; check the command")
        elif Path(named).is_dir():
            yield from _folder(Path(named), limits)
        else:
            yield from _expand(Piece(named, _file(Path(named), limits)), limits)
    except RefusedError as error:
        yield Refusal(named, str(error))
    except (OSError, ValueError) as error:  # a name too long for the system, or with a null in it
        yield Refusal(named[:200], f"cannot be read ({type(error).__name__}); check the name")


def _expand(piece: Piece, limits: Limits) -> Iterator[Piece | Refusal]:
    """Yield the piece, or what the addresses in it lead to if it is a feed or a list of them."""
    kind = kind_of(piece.data, piece.name, piece.media_type)
    if kind == "feed":
        entries = feed.entries(piece.data)
    elif kind == "addresses":
        lines = [line.strip() for line in piece.data.decode("utf-8", "replace").splitlines()]
        urls = dict.fromkeys(line for line in lines if line and not line.startswith("#"))
        entries = [feed.Entry(url, Hints(url=url)) for url in urls]
    else:
        yield piece
        return
    for number, entry in enumerate(entries, 1):
        if number > limits.entries:
            reason = f"more than {limits.entries:,} addresses; raise --max-entries"
            yield Refusal(piece.name, reason)
            return
        try:
            yield _fetched(entry.url, entry.hints, limits)
        except RefusedError as error:
            yield Refusal(entry.url, str(error))


def _fetched(url: str, hints: Hints, limits: Limits) -> Piece:
    answer = fetch(url, limits)
    # A redirect's end is where the article is; the feed may have named a counter in between.
    return Piece(
        url,
        answer.data,
        media_type=answer.media_type,
        hints=Hints(title=hints.title, url=answer.url, published=hints.published),
    )


def _folder(folder: Path, limits: Limits) -> Iterator[Piece | Refusal | Skipped]:
    """Yield a folder's documents. Links that lead out of it are refused, hidden files left out."""
    inside = folder.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if is_about_articles(name):  # and hidden ones
                continue
            if not is_ingested(name):
                yield Skipped(str(path))
                continue
            if not path.resolve().is_relative_to(inside):
                yield Refusal(str(path), "a link that leads out of the folder; name its target")
                continue
            try:
                yield from _expand(Piece(str(path), _file(path, limits)), limits)
            except RefusedError as error:
                yield Refusal(str(path), str(error))


def _file(path: Path, limits: Limits) -> bytes:
    try:
        if not path.exists():
            raise RefusedError("no such file; check the path")
        if not path.is_file():
            raise RefusedError("not a regular file; copy its content into one")
        limits.check_size(path.stat().st_size)
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(f"cannot be read: {reason}; check its rights") from error
    limits.check_size(len(data))
    return data


def _standard_input(limits: Limits) -> bytes:
    data = sys.stdin.buffer.read(limits.size + 1)
    limits.check_size(len(data))
    return data

"""What becomes of an input: a rendered article, or a failure."""

import json
import re
import zlib
from dataclasses import asdict, dataclass, replace
from typing import Self

from custody_records.outputs.rendered import Rendered
from custody_records.outputs.tables import TABLES

_ID = re.compile(r"[\w-][\w.-]*")  # never a path, never hidden


class DamagedResultError(Exception):
    """Something in the place of a result that no run has left there."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no record, and why: ``reason`` is one line that tells the remedy."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run needs to know of a result to put all of them together.

    ``text`` is the digest of the body without regard to white space; ``counts`` has the number
    of entries of every field that was extracted; ``dated`` whether the publication date is
    known, ``doubts`` what a person should look at.
    """

    id: str
    source: str
    sha256: str
    language: str
    text: str
    counts: dict[str, int]
    dated: bool = True
    doubts: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the summary as one line."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Return what ``to_json`` was called on. Raises DamagedResultError."""
        try:
            data = json.loads(line)
            found = cls(**{**data, "doubts": tuple(data["doubts"])})
            known = _ID.fullmatch(found.id) and set(map(type, found.counts.values())) <= {int}
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise DamagedResultError(str(error)) from error
        if not known:
            raise DamagedResultError(found.id)
        return found


@dataclass(frozen=True, slots=True)
class Done:
    """One article's result, small enough to be sent between processes and kept in the store.

    ``key`` identifies what went in (see ``keys``), ``packed`` is the compressed Rendered;
    ``row`` is the key of a row of a file of many, None else.
    """

    key: bytes
    summary: Summary
    packed: bytes
    row: bytes | None = None

    def in_file(self, key: bytes, sha256: str) -> Self:
        """Return the result of the same row in a file with another hash."""
        rendered = unpack(self.packed).with_article(sha256=sha256)
        return replace(
            self, key=key, summary=replace(self.summary, sha256=sha256), packed=pack(rendered)
        )


Result = Done | Failure


def pack(rendered: Rendered) -> bytes:
    """Return a rendered article as compressed bytes: a fifth of the size."""
    data = [rendered.record, rendered.body, rendered.tables]
    return zlib.compress(json.dumps(data, ensure_ascii=False).encode(), level=1)


def unpack(packed: bytes) -> Rendered:
    """Return what ``pack`` was given. Raises DamagedResultError."""
    try:
        record, body, tables = json.loads(zlib.decompress(packed))
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise DamagedResultError(str(error)) from error
    texts = [record, body, *(tables.values() if isinstance(tables, dict) else [None])]
    if not all(isinstance(text, str) for text in texts) or set(tables) != set(TABLES):
        raise DamagedResultError("no rendered article")
    return Rendered(record, body, tables)

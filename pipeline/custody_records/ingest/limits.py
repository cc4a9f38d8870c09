"""How much is taken from anybody. Each limit is an option, which the message names."""

from dataclasses import dataclass, field

from custody_records.articles.limits import Limits as ArticleLimits
from custody_records.ingest.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; sizes in bytes, times in seconds.

    ``size``: one document or download. ``unpacked``: all that one archive holds, with the archives
    in it. ``entries``: members of an archive, rows of a table, addresses of a list or a feed.
    ``depth``: archives within archives. ``time``: one download with its redirects, or the reading
    of one document. ``allow_private``: addresses in private networks too.
    """

    size: int = 50_000_000
    unpacked: int = 1_000_000_000
    entries: int = 10_000
    depth: int = 3
    pages: int = 500
    redirects: int = 5
    time: float = 30.0
    allow_private: bool = False
    article: ArticleLimits = field(default_factory=ArticleLimits)

    def check_size(self, size: int) -> None:
        """Raise RefusedError if a document is too large."""
        if size > self.size:
            raise RefusedError(f"more than {self.size:,} bytes; raise --max-size")

    def check_depth(self, depth: int) -> None:
        """Raise RefusedError if archives are nested too deeply."""
        if depth > self.depth:
            raise RefusedError(f"archives nested deeper than {self.depth}; raise --max-depth")


@dataclass(slots=True)
class Budget:
    """What is left of an archive's allowance while it is unpacked."""

    limits: Limits
    bytes: int = 0
    entries: int = 0

    def entry(self) -> None:
        """Count one more member. Raises RefusedError."""
        self.entries += 1
        if self.entries > self.limits.entries:
            raise RefusedError(f"more than {self.limits.entries:,} entries; raise --max-entries")

    def spend(self, size: int) -> None:
        """Count unpacked bytes. Raises RefusedError."""
        self.bytes += size
        if self.bytes > self.limits.unpacked:
            raise RefusedError(
                f"unpacks to more than {self.limits.unpacked:,} bytes; raise --max-unpacked"
            )

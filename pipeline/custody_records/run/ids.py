"""Which id each article of a run has: what two files would share is told apart by their folders."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from custody_records.articles.identity import stem_id

_DIGITS = 6


@dataclass(slots=True)
class Ids:
    """Ids given so far, without regard to case: on some systems Riot.txt and riot.txt are one."""

    owners: dict[str, str] = field(default_factory=dict)

    def give(self, wanted: str, source: str, place: str) -> str | None:
        """Return the id of an article, None if somebody wrote it down and another has it.

        ``source`` is the file's path within the corpus, ``place`` the path that the user gave.
        An id made of a file's name gets the folder in front if it is taken; one that still
        differs from another in case alone, or only in signs that no id has, gets a suffix of the
        source's own.
        """
        for candidate in self._candidates(wanted, source):
            if candidate.casefold() not in self.owners:
                self.owners[candidate.casefold()] = place
                return candidate
        return None

    def owner(self, wanted: str) -> str:
        """Return who has taken an id. Raises KeyError."""
        return self.owners[wanted.casefold()]

    @staticmethod
    def _candidates(wanted: str, source: str) -> Iterator[str]:
        path = PurePosixPath(source)
        yield wanted
        stem = stem_id(path.stem)
        if wanted != stem and not wanted.startswith(f"{stem}-"):
            return  # written in the article: its own id, or a mistake that must be told
        folders = [part for part in path.parent.parts if part not in (".", "/")]
        if folders:
            yield "-".join([*map(stem_id, folders), wanted])
        digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        yield f"{wanted}-{digest}"

"""The review files on disk: written at once and whole, never over somebody else's decision."""

import os
from pathlib import Path

from pydantic import ValidationError

from custody_records.errors import UserError
from custody_records.lock import alone
from custody_records.outputs.write import write_text
from custody_records.review.document import Document


class ConflictError(Exception):
    """Somebody wrote since the version that a change is based on; ``current`` is what they left."""

    def __init__(self, current: Document) -> None:
        super().__init__(f"{current.article}: version {current.version} was written meanwhile")
        self.current = current


class StoreError(UserError, ValueError):
    """A review file that cannot be read; the message names it and the remedy."""


class DecisionStore:
    """One JSON file an article in a folder; safe for several tabs, threads and servers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, id_: str) -> Document | None:
        """Return an article's document, None if there is none yet. Raises StoreError."""
        path = self._path(id_)
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        try:
            return Document.model_validate_json(text)
        except ValidationError as error:
            problem = error.errors()[0]
            raise StoreError(
                f"{path}: not a review file ({problem['msg']}); mend it or move it away"
            ) from error

    def save(self, document: Document) -> None:
        """Write a document's next version.

        Raises ConflictError if the version before it is not the one on disk.
        """
        with alone(self.folder):
            current = self.load(document.article)
            if current and current.version != document.version - 1:
                raise ConflictError(current)
            text = document.model_dump_json(indent=1) + "\n"
            write_text(self._path(document.article), text)

    def _path(self, id_: str) -> Path:
        return self.folder / os.fsdecode(f"{id_}.json".encode())  # in any locale

"""What comes in: a document's bytes, where they come from, and what was found in them."""

from dataclasses import dataclass, field, replace
from typing import Self

from custody_records.articles.article import Draft


@dataclass(frozen=True, slots=True)
class Hints:
    """What the container of a document says of it: used where the document itself is silent.

    ``sender`` and ``sent`` (ISO date) are of the mail that brought it; ``whole``: the container
    itself, not the part that was read, is the original to keep.
    """

    title: str | None = None
    url: str | None = None
    published: str | None = None
    sender: str | None = None
    sent: str | None = None
    whole: bool = False

    def complete(self, draft: Draft) -> Draft:
        """Return the draft with what only the container knows."""
        published = draft.published or self.published
        return replace(
            draft,
            title=draft.title or self.title,
            url=draft.url or self.url,
            published=published,
            basis=draft.basis if draft.published or not published else "metadata",
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A document or an archive, not yet read.

    ``container`` are the bytes of the mail that it is the text of, which are kept as the original.
    ``name`` says in messages where it comes from ("news.zip/a.html"); ``depth`` counts the
    archives it was in; ``media_type`` is what a server or a mail called it, if anything.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str = ""
    hints: Hints = Hints()
    depth: int = 0
    container: bytes | None = field(default=None, repr=False)

    def inside(
        self, name: str, data: bytes, *, media_type: str = "", hints: Hints = Hints()
    ) -> Self:
        """Return a part of this piece."""
        return replace(
            self,
            name=f"{self.name}/{name}",
            data=data,
            media_type=media_type,
            hints=hints,
            depth=self.depth + 1,
            container=self.data if hints.whole else None,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """An article in a piece: its draft, and the row it stood in if the piece is a table."""

    piece: Piece
    suffix: str
    draft: Draft
    row: int = 0

    @property
    def original(self) -> tuple[bytes, str]:
        """The bytes to keep, and the suffix of their file."""
        if self.piece.container is not None:
            return self.piece.container, ".eml"
        return self.piece.data, self.suffix

    @property
    def name(self) -> str:
        """Where it comes from, for messages."""
        return f"{self.piece.name}, row {self.row}" if self.row else self.piece.name


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source or a part of one that was not taken, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that is of no kind that is read."""

    name: str

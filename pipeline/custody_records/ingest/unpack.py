"""From pieces to articles: every kind of document has one reader here."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from custody_records import deadline as limits
from custody_records.articles.article import Draft
from custody_records.articles.decode import decode
from custody_records.articles.errors import ArticleError
from custody_records.articles.formats import plain, rows
from custody_records.ingest.errors import RefusedError
from custody_records.ingest.formats import docx, mail, pdf, web_archive, zipped
from custody_records.ingest.kind import kind_of
from custody_records.ingest.limits import Budget
from custody_records.ingest.piece import Found, Piece, Refusal

_LIBRARIES = 256_000_000  # bytes of memory that a parser may need for itself


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise RefusedError if the block takes longer."""
    try:
        with limits.deadline(seconds):
            yield
    except limits.DeadlineError as error:
        raise RefusedError(f"takes longer than {seconds:g} s to read; raise --timeout") from error


@contextmanager
def memory(most: int) -> Iterator[None]:
    """Raise RefusedError if the block unpacks more than so many bytes at once.

    The libraries themselves get room beside that: a process without any is no longer able to
    tell what is wrong.
    A stream of a PDF is unpacked by its library in one go, and fifty megabytes can hold fifty
    gigabytes of zeros. Only on Linux; elsewhere the block has all there is.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    wanted = pages * resource.getpagesize() + _LIBRARIES + most
    resource.setrlimit(resource.RLIMIT_AS, (wanted if soft < 0 else min(wanted, soft), hard))
    try:
        yield
    except MemoryError as error:
        raise RefusedError(f"unpacks to more than {most:,} bytes; raise --max-unpacked") from error
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


_ARCHIVES: dict[str, Callable[[Piece, Budget], Iterator[Piece | Refusal]]] = {
    "zip": zipped.pieces,
    "warc": web_archive.pieces,
    "mail": mail.pieces,
}
_SUFFIX = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "docx": ".docx",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
}


def articles(piece: Piece, budget: Budget) -> Iterator[Found | Refusal]:
    """Yield the articles in a piece and in the archives within it, and what was refused.

    Never raises for what is in the piece: a document that cannot be read is a Refusal.
    """
    try:
        budget.limits.check_size(len(piece.data))
        budget.limits.check_depth(piece.depth)
        kind = kind_of(piece.data, piece.name, piece.media_type)
        if kind in _ARCHIVES:
            for part in _guarded(_ARCHIVES[kind](piece, budget), budget.limits.time):
                if isinstance(part, Refusal):
                    yield part
                else:
                    yield from articles(part, budget)
        elif kind in _SUFFIX:
            yield from _read(piece, kind, budget)
        elif kind in {"feed", "addresses"}:
            raise RefusedError(f"a list of {kind} within an archive; pass it by itself")
        else:
            raise RefusedError("not a kind of document that is read; convert it to text")
    except RefusedError as error:
        yield Refusal(piece.name, str(error))
    except (MemoryError, RecursionError) as error:
        yield Refusal(piece.name, f"too large or too deep to read ({type(error).__name__})")


def _guarded(parts: Iterator[Piece | Refusal], seconds: float) -> Iterator[Piece | Refusal]:
    """Yield the parts, each found within the time limit."""
    while True:
        with deadline(seconds):
            part = next(parts, None)
        if part is None:
            return
        yield part


def _read(piece: Piece, kind: str, budget: Budget) -> Iterator[Found | Refusal]:
    limits = budget.limits
    if kind in {"json", "jsonl", "csv"}:
        yield from _rows(piece, kind, budget)
        return
    try:
        with deadline(limits.time):
            draft = _draft(piece, kind, budget)
        limits.article.check_text("it", draft.text)
    except ArticleError as error:
        raise RefusedError(str(error).partition(": ")[2] or str(error)) from error
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError) as error:
        # lxml's and trafilatura's own trouble with a hostile page.
        raise RefusedError(f"cannot be read ({type(error).__name__}); save it again") from error
    except etree.LxmlError as error:
        raise RefusedError(f"not a readable page ({error}); save it again") from error
    yield Found(piece, _SUFFIX[kind], piece.hints.complete(draft))


def _draft(piece: Piece, kind: str, budget: Budget) -> Draft:
    if kind in {"pdf", "docx"}:  # what these hold is packed
        with memory(budget.limits.unpacked):
            packed = pdf.draft if kind == "pdf" else docx.draft
            return packed(piece.data, budget.limits)
    text = decode(piece.data, "it", html=kind == "html")
    if not text.strip():
        raise RefusedError("empty; check it")
    if kind == "html":
        from custody_records.articles.formats.page import draft as page

        return page.draft(text, "it")
    return plain.draft(text, "it", markdown=kind == "markdown")


def _rows(piece: Piece, kind: str, budget: Budget) -> Iterator[Found | Refusal]:
    try:
        text = decode(piece.data, "it")
        if kind == "json":
            found = rows.of_json(text, "it")
        else:
            reader = rows.of_jsonl if kind == "jsonl" else rows.of_csv
            found = reader(io.StringIO(text, newline=""), "it", budget.limits.article)
        for number, draft in found:
            budget.entry()
            if isinstance(draft, ArticleError):
                label = f"{piece.name}, row {number}" if number else piece.name
                yield Refusal(label, str(draft).partition(": ")[2])
            else:
                yield Found(piece, _SUFFIX[kind], piece.hints.complete(draft), number)
    except ArticleError as error:
        raise RefusedError(str(error).partition(": ")[2] or str(error)) from error

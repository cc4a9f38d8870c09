"""PDF: lines with their places on the page, made paragraphs again."""

import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise
from statistics import median
from typing import Any

from custody_records.articles.article import Draft
from custody_records.ingest.errors import RefusedError, need
from custody_records.ingest.formats.columns import Box, regions
from custody_records.ingest.limits import Limits

_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_URL = re.compile(r"https?://\S+")
_HYPHEN = re.compile(r"(?<=[a-zа-я])-$")
_SYMBOL = re.compile(r"^[\ue000-\uf8ff](?=\s)")  # a bullet of a symbol font
_MARGIN = 0.09  # share of a page's height, above and below, in which headers and footers stand
_GAP = 1.35  # times the usual distance of two lines begins a paragraph
_A_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_VERSIONS = 10  # of a page in a file that was edited: each is written anew
_LARGER = 1.15  # times the usual size of letters is a heading


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    column: int
    top: float
    bottom: float
    left: float
    right: float
    size: float
    margin: bool


def draft(data: bytes, limits: Limits) -> Draft:
    """Return the article of a PDF. Raises RefusedError if it has no text or cannot be read."""
    plumber = need("pdfplumber", "a PDF")
    pdf_pages = need("pdfminer.pdfpage", "a PDF").PDFPage.create_pages
    _check_pages(data, limits)
    try:
        with plumber.open(io.BytesIO(data)) as document:
            # Counted one by one: the number that a document says of itself may be a lie.
            pages = sum(1 for _ in islice(pdf_pages(document.doc), limits.pages + 1))
            if pages > limits.pages:
                raise _too_many(limits)
            lines = [line for n, page in enumerate(document.pages) for line in _lines(page, n)]
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # the library raises whatever it stumbles over
        if "allocate" in str(error) or isinstance(error.__context__, MemoryError):
            raise MemoryError from error  # it wraps that one, too
        what = " ".join(str(error).split())[:80] or type(error).__name__
        raise RefusedError(
            f"not a readable PDF ({what}); save it again or paste its text"
        ) from error
    url = next((u[0] for line in lines if line.margin and (u := _URL.search(line.text))), None)
    lines = _without_margins(lines)
    if not lines:
        raise RefusedError("a PDF without text, perhaps a scan; recognise its text first")
    return Draft(text="\n\n".join(_paragraphs(lines)), title=_title(lines), url=url)


def _check_pages(data: bytes, limits: Limits) -> None:
    """Raise RefusedError for too many pages before a slower library makes objects of them."""
    pdfium = need("pypdfium2", "a PDF")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return  # the other library may be able to read it
    with document:
        pages = len(document)
    written = sum(1 for _ in islice(_A_PAGE.finditer(data), limits.pages * _VERSIONS + 1))
    if pages > limits.pages or written > limits.pages * _VERSIONS:
        raise _too_many(limits)


def _too_many(limits: Limits) -> RefusedError:
    return RefusedError(f"more than {limits.pages} pages; raise --max-pages")


def _lines(page: Any, number: int) -> list[_Line]:
    height = float(page.height) or 1.0
    lines = []
    for column, part in enumerate(_parts(page)):
        for line in part.extract_text_lines(return_chars=True):
            sizes = [float(char["size"]) for char in line["chars"]]
            top, bottom = float(line["top"]), float(line["bottom"])
            lines.append(
                _Line(
                    text=_SYMBOL.sub("•", " ".join(line["text"].split())),
                    page=number,
                    column=column,
                    top=top,
                    bottom=bottom,
                    left=float(line["x0"]),
                    right=float(line["x1"]),
                    size=round(median(sizes), 1) if sizes else 0.0,
                    margin=top < height * _MARGIN or bottom > height * (1 - _MARGIN),
                )
            )
    return lines


def _parts(page: Any) -> list[Any]:
    """Return the page's columns in reading order, or the page itself."""
    words = [
        Box(float(w["x0"]), float(w["top"]), float(w["x1"]), float(w["bottom"]))
        for w in page.extract_words()
    ]
    left, top, right, bottom = map(float, page.bbox)
    found = regions(words, Box(left, top, right, bottom))
    if len(found) == 1:
        return [page]
    return [page.crop((part.left, part.top, part.right, part.bottom)) for part in found]


def _without_margins(lines: list[_Line]) -> list[_Line]:
    """Drop page numbers, and what stands in the margins of several pages."""
    pages = {line.page for line in lines}
    shown = Counter(_NUMBER.sub("0", line.text) for line in lines if line.margin)
    return [
        line
        for line in lines
        if line.text
        and not (
            line.margin
            and (
                _PAGE.fullmatch(line.text)
                or _URL.fullmatch(line.text.split(" ")[0])
                or (len(pages) > 1 and shown[_NUMBER.sub("0", line.text)] > len(pages) / 2)
            )
        )
    ]


def _paragraphs(lines: list[_Line]) -> list[str]:
    steps = [
        after.top - before.top
        for before, after in pairwise(lines)
        if (before.page, before.column) == (after.page, after.column)
        and 0 < after.top - before.top < 3 * (before.size or 12)
    ]
    # The usual distance of two lines is that of a paragraph's, of which short stories have few.
    step = sorted(steps)[len(steps) // 4] if steps else 0.0
    usual = median(line.size for line in lines) or 1.0
    bounds = _bounds(lines)
    paragraphs = [lines[0].text]
    for before, after in pairwise(lines):
        # The lines of a heading are as much farther apart as its letters are larger.
        if _breaks(before, after, step * max(1.0, before.size / usual), bounds):
            paragraphs.append(after.text)
        else:
            joint = "" if _HYPHEN.search(paragraphs[-1]) and after.text[0].islower() else " "
            text = paragraphs[-1][:-1] if not joint else paragraphs[-1]
            paragraphs[-1] = text + joint + after.text
    return paragraphs


def _bounds(lines: list[_Line]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of each column; of pages without columns all are one."""
    bounds: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = bounds.get(line.column, (line.left, line.right))
        bounds[line.column] = min(left, line.left), max(right, line.right)
    return bounds


def _breaks(
    before: _Line, after: _Line, step: float, bounds: dict[int, tuple[float, float]]
) -> bool:
    if abs(after.size - before.size) > 0.8:
        return True
    ended = before.text.endswith((".", "!", "?", "”", '"', ":", "»"))
    left, right = bounds[before.column]
    short = before.right < right - 0.15 * (right - left)
    if (before.page, before.column) != (after.page, after.column):
        return ended and (short or after.left > bounds[after.column][0] + 8)
    return (
        after.top - before.top > step * _GAP
        or (ended and short)
        or (after.left > before.left + 8 and ended)
    )


def _title(lines: list[_Line]) -> str | None:
    """Return the lines in the largest letters of the first page, if they are larger than usual."""
    usual = median(line.size for line in lines)
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest < usual * _LARGER:
        return None
    start = next(n for n, line in enumerate(first) if line.size == largest)
    parts = []
    for line in first[start : start + 5]:
        if abs(line.size - largest) > 0.5:
            break
        parts.append(line.text)
    return " ".join(parts)

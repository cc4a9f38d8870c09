"""Word documents: paragraphs, list items and tables in their order."""

import io
import zipfile
from typing import Any

from custody_records.articles.article import Draft
from custody_records.ingest.errors import RefusedError, need
from custody_records.ingest.limits import Limits

_LARGEST = 10  # an unpacked document may be so many times --max-size; XML packs well


def _is_numbered(paragraph: Any) -> bool:
    """Tell a list item by its numbering: programs other than Word give it no style of its own."""
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _check_unpacked(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raise RefusedError if the parts unpack to too much; what they declare may be a lie."""
    most, unpacked = limits.size * _LARGEST, 0
    for member in archive.infolist():
        with archive.open(member) as part:
            while block := part.read(1 << 20):
                unpacked += len(block)
                if unpacked > most:
                    raise RefusedError(
                        f"its part {member.filename!r} unpacks to more than {most:,} bytes; "
                        "raise --max-size"
                    )


def draft(data: bytes, limits: Limits) -> Draft:
    """Return the article of a .docx. Raises RefusedError if it has no text or cannot be read."""
    docx = need("docx", "a Word document")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_unpacked(archive, limits)
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        title = None
        for block in document.iter_inner_content():
            if hasattr(block, "rows"):
                for row in block.rows:
                    cells = [" ".join(cell.text.split()) for cell in row.cells]
                    lines.append(" | ".join(cell for cell in cells if cell))
                lines.append("")
                continue
            text = block.text.strip()
            style = (block.style.name or "") if block.style is not None else ""
            if text and title is None and style in {"Title", "Heading 1"}:
                title = " ".join(text.split())
            if text and (style.startswith("List") or _is_numbered(block)):
                lines.append(f"• {text}")
            elif text:
                lines += [text, ""]
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # the library raises whatever it stumbles over
        what = " ".join(str(error).split())[:80] or type(error).__name__
        raise RefusedError(f"not a readable .docx ({what}); save it again") from error
    if not any(lines):
        raise RefusedError("a document without text; check it")
    return Draft(text="\n".join(lines), title=title)

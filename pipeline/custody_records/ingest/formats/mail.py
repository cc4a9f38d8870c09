"""Mails (.eml) and pages saved as one file (.mhtml), which have the form of a mail."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from custody_records.ingest.errors import RefusedError
from custody_records.ingest.limits import Budget
from custody_records.ingest.piece import Hints, Piece

_SUBJECT = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|ответ|пересл)\s*:)+\s*", re.IGNORECASE)


def pieces(piece: Piece, budget: Budget) -> Iterator[Piece]:
    """Yield the mail's text (HTML if it has both) and what is attached. Raises RefusedError.

    A page saved by a browser has its address and title in the header; the day in it is the day
    on which it was saved and says nothing of the article.
    """
    message = email.message_from_bytes(piece.data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - the default policy's class
    saved = _header(message, "Snapshot-Content-Location")
    hints = Hints(
        title=_SUBJECT.sub("", _header(message, "Subject") or "") or None if not saved else None,
        url=saved,
        published=None if saved else _day(message),
    )
    body: Piece | None = None
    for number, part in enumerate(message.walk()):
        if number > budget.limits.entries:
            raise RefusedError(f"more than {budget.limits.entries:,} parts; raise --max-entries")
        if part.is_multipart():
            continue
        data = _content(part)
        budget.spend(len(data))
        name = _name(part)
        media_type = part.get_content_type()
        if saved is None and part.get_content_disposition() == "attachment":
            if name:
                budget.entry()
                yield piece.inside(name, data, media_type=media_type)
        elif media_type == "text/html" and (body is None or body.media_type != "text/html"):
            body = piece.inside("page.html", data, media_type=media_type, hints=hints)
        elif media_type == "text/plain" and body is None:
            body = piece.inside("text.txt", data, media_type=media_type, hints=hints)
    if body is None:
        raise RefusedError("a mail without text; save its attachment")
    yield body


def _content(part: EmailMessage) -> bytes:
    """Return a part's bytes; a text's in UTF-8, since its own charset stands in its header."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() == "text" and charset:
        try:
            return data.decode(charset, "replace").encode("utf-8", "replace")
        except LookupError:
            pass  # a charset that does not exist: told from the bytes later
    return data


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, TypeError, IndexError, AttributeError):  # a header that breaks the parser
        return None
    return " ".join(str(value).split()) or None if value else None


def _name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, TypeError, IndexError, AttributeError):
        return ""


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None

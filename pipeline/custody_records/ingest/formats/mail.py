"""Mails (.eml) and pages saved as one file (.mhtml), which have the form of a mail."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from custody_records.articles.decode import decode
from custody_records.articles.errors import ArticleError
from custody_records.articles.formats.page.lines import lines_of
from custody_records.ingest.errors import RefusedError
from custody_records.ingest.formats.forwarded import forwarded_in, subject_of
from custody_records.ingest.limits import Budget
from custody_records.ingest.piece import Hints, Piece

_LONGEST = 2_000  # characters; the library takes gigabytes for encoded words without end


def header(message: EmailMessage, name: str) -> str | None:
    """Return a header's value in one line, None if it has none that can be read."""
    raw = next((v for k, v in message.raw_items() if k.casefold() == name.casefold()), None)
    if raw is None or len(str(raw)) > _LONGEST:
        return None
    try:
        data = str(raw).encode("ascii", "surrogateescape")
        # Bytes beyond ASCII are no mail's, but written all the same: in the text's encoding.
        value = str(message[name]) if data.isascii() else _decoded(data, message)
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        return None  # a header that breaks the parser
    return " ".join(value.split()) or None


def _decoded(data: bytes, message: EmailMessage) -> str:
    charset = message.get_content_charset()
    try:
        if charset:
            return data.decode(charset)
    except (LookupError, ValueError):
        pass  # no such encoding, or another one than it says
    try:
        return decode(data, "header")
    except ArticleError:
        return data.decode("ascii", "replace")


def file_name(part: EmailMessage) -> str:
    """Return the name of an attached file, "" if it has none that can be read."""
    raw = (value for name, value in part.raw_items() if name == "Content-Disposition")
    if len(str(next(raw, ""))) > _LONGEST:
        return ""
    try:
        return part.get_filename() or ""
    except (ValueError, TypeError, IndexError, AttributeError, LookupError):
        return ""


def sent(message: EmailMessage) -> str | None:
    """Return the ISO date of the header, None for one that no calendar has."""
    try:
        return parsedate_to_datetime(header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_MESSAGE = "message/rfc822"
_NAMES = {"text/html": "page.html", "text/plain": "text.txt"}  # of bodies, the preferred first


def pieces(piece: Piece, budget: Budget) -> Iterator[Piece]:
    """Yield the mail's text (HTML if it has both) and what is attached. Raises RefusedError.

    An attached message is a mail of its own. A page saved by a browser has its address and title
    in the header; the day in it is the day on which it was saved and says nothing of the article.
    """
    message = email.message_from_bytes(piece.data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise RefusedError("not a readable mail; save it again")
    saved = header(message, "Snapshot-Content-Location")
    hints = _hints(message, saved)
    bodies: dict[str, Piece] = {}
    attached = 0
    for part in _parts(message, budget):
        media_type = part.get_content_type()
        if media_type == _MESSAGE:
            budget.entry()
            attached += 1
            yield piece.inside(f"message-{attached}.eml", _message(part), media_type=_MESSAGE)
            continue
        data = _content(part)
        budget.spend(len(data))
        name = file_name(part)
        if saved is None and part.get_content_disposition() == "attachment":
            if name:
                budget.entry()
                attached += 1
                yield piece.inside(name, data, media_type=media_type)
        elif (named := _NAMES.get(media_type)) and media_type not in bodies:
            bodies[media_type] = piece.inside(named, data, media_type=media_type, hints=hints)
    if bodies:
        passed_on = _passed_on(piece, bodies) if saved is None else None
        yield passed_on or next(bodies[kind] for kind in _NAMES if kind in bodies)
    elif not attached:
        raise RefusedError("a mail without text; save its attachment")


def _hints(message: EmailMessage, saved: str | None) -> Hints:
    subject = header(message, "Subject")
    if saved:
        return Hints(title=subject, url=saved)
    day = sent(message)
    sender = header(message, "From")
    return Hints(title=subject_of(subject), published=day, sender=sender, sent=day, whole=True)


def _parts(message: EmailMessage, budget: Budget) -> Iterator[EmailMessage]:
    """Yield the parts of a mail, an attached message as one. Raises RefusedError if too many."""
    waiting = [message]
    number = 0
    while waiting:
        part = waiting.pop(0)
        number += 1
        if number > budget.limits.entries:
            raise RefusedError(f"more than {budget.limits.entries:,} parts; raise --max-entries")
        if part.is_multipart() and part.get_content_type() != _MESSAGE:
            waiting[:0] = [p for p in part.get_payload() if isinstance(p, EmailMessage)]
        else:
            yield part


def _message(part: EmailMessage) -> bytes:
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    try:
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise RefusedError(f"an attached message that cannot be read ({error})") from error


def _passed_on(piece: Piece, bodies: dict[str, Piece]) -> Piece | None:
    """Return the message that a mail passes on, if it does, with that message's own day."""
    body = bodies.get("text/plain") or bodies["text/html"]
    inner = forwarded_in(_text(body))
    if inner is None or not inner.text.strip():
        return None
    hints = replace(
        body.hints,
        title=inner.subject or body.hints.title,
        published=inner.published or body.hints.published,
        sender=inner.sender or body.hints.sender,
    )
    data = inner.text.encode("utf-8")
    return piece.inside(_NAMES["text/plain"], data, media_type="text/plain", hints=hints)


def _text(body: Piece) -> str:
    """Return a body's text in lines; of a page, "" if it cannot be read."""
    text = body.data.decode("utf-8", "replace")
    return text if body.media_type == "text/plain" else "\n\n".join(lines_of(text))


def _content(part: EmailMessage) -> bytes:
    """Return a part's bytes; a text's in UTF-8, since its own charset stands in its header."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() == "text" and charset:
        try:
            return data.decode(charset, "replace").encode("utf-8", "replace")
        except (LookupError, ValueError):  # "idna", "undefined", a NUL: no encoding of text
            pass  # told from the bytes later
    return data

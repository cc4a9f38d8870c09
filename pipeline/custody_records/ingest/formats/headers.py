"""Headers of a mail: short, decoded, also where a program wrote bytes of an old encoding."""

from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from custody_records.articles.decode import decode
from custody_records.articles.errors import ArticleError

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

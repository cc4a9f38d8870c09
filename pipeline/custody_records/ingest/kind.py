"""What kind of document some bytes are: by their first bytes, what they are called, their name."""

import re
from pathlib import PurePosixPath

# Suffix → kind. The kinds are those of ``unpack``'s table.
_SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mail",
    ".mht": "mail",
    ".eml": "mail",
    ".pdf": "pdf",
    ".docx": "docx",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".zip": "zip",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".urls": "addresses",
}
_MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "mail",
    "multipart/related": "mail",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "text/csv": "csv",
    "application/zip": "zip",
    "application/warc": "warc",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
}
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_MAIL = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}", re.MULTILINE
)
_MAIL_HEADER = re.compile(
    rb"^(?:MIME-Version|Content-Type|Message-ID|Received|From):", re.IGNORECASE | re.MULTILINE
)
_ADDRESS = re.compile(r"https?://\S+\Z")


def kind_of(data: bytes, name: str, media_type: str = "") -> str | None:
    """Return the kind of a document, None if it is none that can be read.

    What the bytes plainly are comes before what a server or a name says of them: servers call
    feeds text/html, and a PDF is no text because somebody named it .txt.
    """
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data[:200_000] and name.lower().endswith(".docx") else "zip"
    if head.startswith((b"WARC/1.", b"\x1f\x8b")):
        return "warc"
    by_name = _SUFFIXES.get(suffix_of(name)) or _MEDIA_TYPES.get(media_type)
    if by_name in {None, "text", "html", "feed"}:
        if _FEED.search(head):
            return "feed"
        if _HTML.search(head):
            return "html"
    if by_name == "text" and is_address_list(data):
        return "addresses"
    if by_name is None and _MAIL.match(head) and _MAIL_HEADER.search(head):
        return "mail"
    return by_name


def suffix_of(name: str) -> str:
    """Return a name's suffix in small letters (``.warc.gz`` whole), "" if it has none."""
    path = PurePosixPath(name.lower().replace("\\", "/"))
    return ".warc.gz" if path.name.endswith(".warc.gz") else path.suffix


def is_ingested(name: str) -> bool:
    """Tell whether ``extract ingest`` reads files of a name like this."""
    return suffix_of(name) in _SUFFIXES


def is_address_list(data: bytes) -> bool:
    """Tell whether a text consists of addresses alone, one a line; # begins a comment."""
    if len(data) > 5_000_000:
        return False
    lines = [line.strip() for line in data.decode("utf-8", "replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return bool(lines) and all(map(_ADDRESS.match, lines))

"""Archives, documents and records that are damaged or lie: each a refusal that names what is."""

import io
import struct
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.ingest.test_safety import DATA, page, reasons, take, zipped


@pytest.mark.parametrize(
    "compression",
    [
        pytest.param(zipfile.ZIP_DEFLATED, id="deflate"),
        pytest.param(zipfile.ZIP_BZIP2, id="bzip2"),
        pytest.param(zipfile.ZIP_LZMA, id="LZMA"),
    ],
)
def test_a_packed_member_that_is_broken(tmp_path: Path, compression: int) -> None:
    data = bytearray(zipped(("a.txt", page() * 50), compression=compression))
    begin = data.index(b"a.txt") + len(b"a.txt") + 6
    for at in range(begin, begin + 34):
        data[at] ^= 0x5A
    report = take(tmp_path, "a.zip", bytes(data))
    assert report.added == []
    assert "damaged in the archive" in reasons(report)


def _zip64(*, member: bool) -> bytes:
    """An archive whose 64-bit offset, of its member or of its list, lies beyond the file."""
    data = zipped(("a.txt", page()))
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    if not member:
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 2**62, 1)
        return data[:end] + locator + data[end:]
    extra = struct.pack("<HHQ", 1, 8, 2**62)
    entry, last = bytearray(data[at:end]), bytearray(data[end:])
    entry[30:32], entry[42:46] = struct.pack("<H", len(extra)), b"\xff" * 4
    last[12:16] = struct.pack("<I", len(entry) + len(extra))
    return data[:at] + bytes(entry) + extra + bytes(last)


@pytest.mark.parametrize("member", [True, False], ids=["of a member", "of the list"])
def test_a_zip64_offset_beyond_the_file(tmp_path: Path, member: bool) -> None:
    report = take(tmp_path, "a.zip", _zip64(member=member))
    assert report.added == []
    assert "archive (" in reasons(report)


def test_a_part_of_a_document_that_unpacks_to_very_much(tmp_path: Path) -> None:
    with zipfile.ZipFile(DATA / "libreoffice.docx") as source:
        members = [(name, source.read(name)) for name in source.namelist()]
    bomb = zipped(*members, ("word/media/picture.xml", bytes(12_000_000)))
    assert len(take(tmp_path, "sound.docx", zipped(*members)).added) == 1
    report = take(tmp_path, "bomb.docx", bomb, size=1_000_000)
    assert report.added == []
    assert "'word/media/picture.xml' unpacks to more than 10,000,000 bytes" in reasons(report)


def test_a_hundred_thousand_pages_of_a_pdf_that_tells_of_one(tmp_path: Path) -> None:
    pages = b"".join(b"%d 0 obj<</Type/Page/Parent 2 0 R>> endobj\n" % n for n in range(3, 100_003))
    kids = b" ".join(b"%d 0 R" % n for n in range(3, 100_003))
    pdf = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>> endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[%s]>> endobj\n%strailer<</Root 1 0 R>>\n%%%%EOF"
    ) % (kids, pages)
    assert "more than 500 pages" in reasons(take(tmp_path, "a.pdf", pdf))


@pytest.mark.skipif(
    any(find_spec(name) for name in ("brotli", "brotlicffi")), reason="Brotli can be read here"
)
def test_brotli_in_a_web_archive_names_its_package(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    for number, coding in enumerate(("br", "identity")):
        headers = [("Content-Type", "text/html"), ("Content-Encoding", coding)]
        writer.write_record(
            writer.create_warc_record(
                f"http://n.example/{number}",
                "response",
                payload=io.BytesIO((DATA / "story.html").read_bytes()),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            )
        )
    report = take(tmp_path, "a.warc.gz", file.getvalue())
    assert len(report.added) == 1
    assert "pip install brotli" in reasons(report)

"""Nothing that comes in is trusted: about its size, its names, its depth or its time."""

import io
import os
import stat
import sys
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from custody_records.articles.read import read
from custody_records.ingest.errors import RefusedError, need
from custody_records.ingest.ingest import Report, ingest
from custody_records.ingest.kind import kind_of
from custody_records.ingest.limits import Limits
from custody_records.ingest.name import slug
from custody_records.ingest.unpack import deadline

STORY = "Two inmates died in colony LA-155/14 on Friday, the ministry said in a statement."
DATA = Path(__file__).parent / "data"


def page(title: str = "Riot in a colony") -> bytes:
    return f"{title}\n\n{STORY}\n".encode()


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def take(folder: Path, name: str, data: bytes, **limits: int) -> Report:
    source = folder / name
    source.write_bytes(data)
    return ingest([str(source)], folder / "corpus", limits=Limits(**limits))


def reasons(report: Report) -> str:
    return " ".join(refusal.reason for refusal in report.refused)


def everything(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "C:\\evil.txt", "a/../../../evil.txt"],
)
def test_no_member_of_an_archive_leaves_the_corpus(tmp_path: Path, name: str) -> None:
    report = take(tmp_path, "a.zip", zipped((name, page())))
    assert len(report.added) == 1
    assert [n for n in everything(tmp_path) if "evil" in n] == []


@pytest.mark.parametrize(
    "title",
    [
        "../../../etc/passwd",
        "..",
        "/",
        "a\x00b\x1b[31m",
        ".hidden",
        "con",
        "x" * 5000,
        "\u202egnp.exe\u202c riot",
        "🔥🔥🔥",
        "Бунт в колонии",
        "監獄で暴動",
        "' ; rm -rf / ; '",
        "-rf *",
    ],
)
def test_no_title_makes_a_path_or_an_odd_name(tmp_path: Path, title: str) -> None:
    import json

    row = json.dumps({"title": title, "text": STORY, "publisher": title})
    report = take(tmp_path, "a.jsonl", row.encode("utf-8", "surrogatepass"))
    assert len(report.added) == 1
    file = report.added[0].file
    assert set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert file.startswith("undated-")
    assert len(file) < 140
    assert (tmp_path / "corpus" / file).is_file()
    (article,) = read(tmp_path / "corpus" / file)
    assert STORY in article.body


def test_a_slug_is_never_empty_of_what_it_was_given() -> None:
    assert slug("Kazakhstan’s prisons: “No one came”", 60) == "kazakhstans-prisons-no-one-came"
    assert slug("Бунт в колонии № 8", 60) == "bunt-v-kolonii-no-8"
    assert slug("Ақтөбедегі түрме", 60) == "aqtobedegi-turme"


def test_a_member_whose_name_begins_with_a_nul_is_told(tmp_path: Path) -> None:
    nameless = zipped(("a.txt", page())).replace(b"a.txt", b"\0.txt")
    report = take(tmp_path, "a.zip", nameless)
    assert [refusal.name.rpartition("/")[2] for refusal in report.refused] == ["unnamed"]


def test_a_zip_bomb_costs_no_more_than_the_limit(tmp_path: Path) -> None:
    bomb = zipped(*((f"{n}.txt", bytes(5_000_000)) for n in range(10)))
    assert len(bomb) < 100_000
    report = take(tmp_path, "bomb.zip", bomb, unpacked=20_000_000)
    assert "--max-unpacked" in reasons(report)
    report = take(tmp_path, "bomb.zip", bomb, size=1_000_000)
    assert "--max-size" in reasons(report)


def test_a_member_that_lies_about_its_size(tmp_path: Path) -> None:
    honest = zipped(("a.txt", b"x" * 3_000_000))
    size = (3_000_000).to_bytes(4, "little")
    assert honest.count(size) == 2
    report = take(tmp_path, "a.zip", honest.replace(size, b"\x05\0\0\0"), size=1_000_000)
    assert report.added == []
    assert len(report.refused) == 1


def test_archives_in_archives_have_a_depth(tmp_path: Path) -> None:
    data = page()
    name = "story.txt"
    for depth in range(5):
        data, name = zipped((name, data)), f"{depth}.zip"
    assert "--max-depth" in reasons(take(tmp_path, "deep.zip", data))
    assert len(take(tmp_path, "deep.zip", data, depth=10).added) == 1


def test_an_archive_of_too_many_members(tmp_path: Path) -> None:
    many = zipped(*((f"{n}.txt", page(f"Riot number {n}")) for n in range(20)))
    report = take(tmp_path, "many.zip", many, entries=5)
    assert len(report.added) == 5
    assert "--max-entries" in reasons(report)


def test_an_encrypted_member(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", page())))
    data[6] |= 1  # the flag, in the member's own head and in the archive's list
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in reasons(take(tmp_path, "a.zip", bytes(data)))


def test_links_in_an_archive_and_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in reasons(take(tmp_path, "a.zip", file.getvalue()))
    secret = tmp_path / "secret.txt"
    secret.write_bytes(page("A secret"))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "out.txt").symlink_to(secret)
    (folder / "whole").symlink_to(tmp_path, target_is_directory=True)
    report = ingest([str(folder)], tmp_path / "corpus2")
    assert report.added == []
    assert "leads out" in reasons(report)


def test_the_pages_of_a_pdf_are_counted(tmp_path: Path) -> None:
    data = (DATA / "chromium.pdf").read_bytes()
    assert len(take(tmp_path, "a.pdf", data).added) == 1
    assert "--max-pages" in reasons(take(tmp_path, "a.pdf", data, pages=0))


def test_the_pages_of_a_pdf_that_lies_about_their_number_are_counted(tmp_path: Path) -> None:
    pages = range(3, 10)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[%s]>>" % b" ".join(b"%d 0 R" % n for n in pages),
        *(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" for _ in pages),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % item for item in enumerate(objects, 1))
    report = take(
        tmp_path, "a.pdf", b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF", pages=5
    )
    assert "more than 5 pages" in reasons(report)


def test_a_tree_of_archives_has_as_many_members_as_one(tmp_path: Path) -> None:
    leaf = zipped(*((f"{n}.txt", page()) for n in range(9)))
    tree = zipped(*((f"{n}.zip", leaf) for n in range(9)))
    report = take(tmp_path, "a.zip", zipped(*((f"{n}.zip", tree) for n in range(9))), entries=30)
    assert len(report.added) + len(report.refused) + len(report.known) <= 31
    assert "--max-entries" in reasons(report)


def test_a_stream_of_a_pdf_that_unpacks_to_very_much(tmp_path: Path) -> None:
    stream = zlib.compress(bytes(400_000_000))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % item for item in enumerate(objects, 1))
    pdf = b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"
    report = take(tmp_path, "bomb.pdf", pdf, unpacked=50_000_000)
    assert "--max-unpacked" in reasons(report)


@pytest.mark.parametrize(
    "feed",
    [
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>'
        "<item><title>&x;</title><link>http://127.0.0.1/</link></item></channel></rss>",
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        "<rss><channel><title>&b;</title></channel></rss>",
    ],
)
def test_no_entity_of_a_feed_is_resolved(tmp_path: Path, feed: str) -> None:
    report = take(tmp_path, "a.rss", feed.encode())
    assert report.added == []
    assert "entities" in reasons(report)


def test_no_entity_of_a_document_is_resolved(tmp_path: Path) -> None:
    source = zipfile.ZipFile(DATA / "libreoffice.docx")
    evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    members = []
    for name in source.namelist():
        data = source.read(name)
        if name == "word/document.xml":
            text = data.decode()
            at = text.index("?>") + 2
            text = text[:at] + evil + text[at:].replace("Karabulak have", "Karabulak &e; have")
            data = text.encode()
        members.append((name, data))
    report = take(tmp_path, "a.docx", zipped(*members))
    host = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "x"
    for added in report.added:
        assert host not in (tmp_path / "corpus" / added.file).read_text()


def test_a_page_runs_no_script_and_asks_for_nothing(tmp_path: Path) -> None:
    html = (
        "<html><head><title>Riot in a colony</title><script>document.title='evil'</script>"
        f"</head><body><article><h1>Riot in a colony</h1><p>{STORY}</p><p onclick='x()'>{STORY}"
        "</p><script>document.write('evil words')</script><iframe src='http://127.0.0.1:9'>"
        "</iframe><img src='http://127.0.0.1:9/x'></article></body></html>"
    )
    report = take(tmp_path, "a.html", html.encode())
    assert "evil" not in (tmp_path / "corpus" / report.added[0].file).read_text()


def test_a_document_that_takes_too_long_to_read() -> None:
    def stubborn() -> None:
        while True:
            with suppress(Exception):  # as some parsers do with every error
                time.sleep(0.01)

    begun = time.monotonic()
    with pytest.raises(RefusedError, match="--timeout"), deadline(0.2):
        stubborn()
    assert time.monotonic() - begun < 5


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    report = ingest([str(tmp_path / "a.txt")], tmp_path / "corpus")
    assert "regular file" in reasons(report)


@pytest.mark.parametrize("name", ["missing.txt", "nul\0l.txt", "", "x" * 5000])
def test_a_name_that_leads_to_nothing(tmp_path: Path, name: str) -> None:
    report = ingest([name], tmp_path / "corpus")
    assert (report.added, len(report.refused)) == ([], 1)


def test_a_missing_library_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(RefusedError, match=r"custody-records\[ingest\]"):
        need("pdfplumber", "a PDF")


@pytest.mark.parametrize(
    ("data", "name", "media_type", "kind"),
    [
        pytest.param(b"%PDF-1.4", "a.txt", "text/html", "pdf", id="a PDF by its bytes"),
        pytest.param(b"PK\x03\x04....", "a.docx", "", "zip", id="an archive with a false name"),
        pytest.param(b"PK\x03\x04..word/document.xml", "a.docx", "", "docx", id="a Word file"),
        pytest.param(b"<!doctype html><html>", "a", "", "html", id="a page without an ending"),
        pytest.param(b"<!doctype html><html>", "a.txt", "", "html", id="a page named text"),
        pytest.param(
            b'<?xml version="1.0"?><rss version="2.0">',
            "a",
            "text/html",
            "feed",
            id="a feed named page",
        ),
        pytest.param(
            b"http://a.example/1\nhttp://a.example/2\n",
            "list.txt",
            "",
            "addresses",
            id="a list of addresses",
        ),
        pytest.param(
            b"A story about http://a.example/1\n", "a.txt", "", "text", id="a story with an address"
        ),
        pytest.param(
            b"From: a@b.c\nSubject: Riot\nMIME-Version: 1.0\n\nText", "a", "", "mail", id="a mail"
        ),
        pytest.param(
            b"Title: Riot\nDate: May\n\nText", "a", "", None, id="a header that is no mail"
        ),
        pytest.param(b"\x89PNG", "a.png", "image/png", None, id="an image"),
    ],
)
def test_the_bytes_tell_the_kind_before_the_name(
    data: bytes, name: str, media_type: str, kind: str | None
) -> None:
    assert kind_of(data, name, media_type) == kind

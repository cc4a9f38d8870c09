"""Fetching: what good servers give, and what bad ones cannot do."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from custody_records.articles.read import read
from custody_records.ingest.errors import RefusedError
from custody_records.ingest.fetch import address
from custody_records.ingest.fetch.client import fetch
from custody_records.ingest.ingest import ingest
from custody_records.ingest.limits import Limits
from tests.ingest.server import deaf, server

HERE = Limits(allow_private=True, time=5)
QUICK = Limits(allow_private=True, time=0.7)


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with server() as url:
        yield url


def refusal(url: str, limits: Limits) -> str:
    with pytest.raises(RefusedError) as error:
        fetch(url, limits)
    return str(error.value)


def test_a_page_comes_in_with_its_address(base: str, tmp_path: Path) -> None:
    report = ingest([f"{base}/page?one"], tmp_path, limits=HERE)
    (article,) = read(tmp_path / report.added[0].file)
    assert article.info.title == "Riot one in a colony"
    assert article.info.url == f"{base}/page?one"


def test_the_address_is_where_redirects_ended(base: str, tmp_path: Path) -> None:
    report = ingest([f"{base}/moved?3"], tmp_path, limits=HERE)
    (article,) = read(tmp_path / report.added[0].file)
    assert article.info.url == f"{base}/page?moved"


def test_redirects_have_an_end(base: str) -> None:
    assert fetch(f"{base}/moved?5", HERE).data
    assert "--max-redirects" in refusal(f"{base}/moved?6", HERE)


@pytest.mark.parametrize("path", ["hang", "dripheaders", "dripbody"])
def test_a_slow_server_costs_its_timeout_and_no_more(base: str, path: str) -> None:
    begun = time.monotonic()
    assert "--timeout" in refusal(f"{base}/{path}", QUICK)
    assert time.monotonic() - begun < 5 * QUICK.time


def test_a_server_that_never_answers_too() -> None:
    with deaf() as url:
        assert "--timeout" in refusal(url, QUICK)


@pytest.mark.parametrize("path", ["huge", "endless", "bomb"])
def test_nothing_larger_than_the_limit_is_taken(base: str, path: str) -> None:
    assert "--max-size" in refusal(f"{base}/{path}", Limits(allow_private=True, size=1_000_000))


@pytest.mark.parametrize("path", ["short", "halfgzip"])
def test_a_server_that_breaks_off_is_not_taken_for_a_whole_page(base: str, path: str) -> None:
    assert "broke off" in refusal(f"{base}/{path}", HERE)


@pytest.mark.parametrize("path", ["brokengzip", "nogzip"])
def test_a_packed_answer_that_is_damaged_is_named(base: str, path: str) -> None:
    assert "damaged" in refusal(f"{base}/{path}", HERE)


@pytest.mark.parametrize("path", ["nonsense", "manyheaders"])
def test_a_server_that_speaks_no_http(base: str, path: str) -> None:
    assert "the connection failed" in refusal(f"{base}/{path}", HERE)


def test_a_packed_answer_that_nobody_asked_for(base: str) -> None:
    assert b"Packed riot" in fetch(f"{base}/packed", HERE).data


def test_an_error_is_no_article(base: str, tmp_path: Path) -> None:
    report = ingest([f"{base}/missing", f"{base}/picture"], tmp_path, limits=HERE)
    assert report.added == []
    assert "404" in report.refused[0].reason
    assert "not a kind" in report.refused[1].reason


def test_a_port_where_nobody_listens() -> None:
    assert "the connection failed" in refusal("http://127.0.0.1:9", HERE)


def test_a_page_in_the_encoding_that_it_declares(base: str, tmp_path: Path) -> None:
    report = ingest([f"{base}/cyrillic"], tmp_path, limits=HERE)
    (article,) = read(tmp_path / report.added[0].file)
    assert article.info.title == "Бунт в колонии"
    assert report.added[0].file == "undated-127-0-0-1-bunt-v-kolonii.txt"


def test_a_feed_gives_its_entries_with_their_days(base: str, tmp_path: Path) -> None:
    report = ingest([f"{base}/feed"], tmp_path, limits=HERE)
    (article,) = read(tmp_path / report.added[0].file)
    assert (article.info.published, article.info.url) == ("2021-04-12", f"{base}/page?riot")
    assert [r.name for r in report.refused] == [
        f"{base}/missing",
        "http://169.254.169.254/latest/meta-data",
    ]


def test_an_atom_feed_too(base: str, tmp_path: Path) -> None:
    report = ingest([f"{base}/atom"], tmp_path, limits=HERE)
    assert report.added[0].file.startswith("2021-05-06-")


def test_a_list_of_addresses(base: str, tmp_path: Path) -> None:
    source = tmp_path / "list.txt"
    source.write_text(f"# two pages\n{base}/page?a\n{base}/page?b\n{base}/page?a\nhttp://[x\n")
    report = ingest([str(source)], tmp_path / "corpus", limits=HERE)
    assert (len(report.added), [r.name for r in report.refused]) == (2, ["http://[x"])
    few = Limits(allow_private=True, entries=1)
    assert "--max-entries" in ingest([str(source)], tmp_path / "few", limits=few).refused[0].reason


PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[ff02::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "https://127.0.0.1:8443/x",
    "http://127.0.0.1.:80/",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_no_way_of_writing_a_private_address_is_followed(url: str) -> None:
    assert refusal(url, Limits(time=2))


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"]
)
def test_public_numbers_are_public(number: str) -> None:
    assert address.is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http://user:secret@example.org/",
        "http://",
        "http:///path",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://" + "a" * 70 + ".org/",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert refusal(url, Limits(time=2))


def test_an_address_cannot_smuggle_a_header() -> None:
    target = address.parse("http://example.org/a\r\nX-Evil: 1?b=\r\nc")
    assert "\r" not in target.url + target.path
    assert "\n" not in target.url + target.path


def answers(monkeypatch: pytest.MonkeyPatch, *numbers: list[str]) -> None:
    """Let the name servers give these numbers, one list a question."""
    given = list(numbers)
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
        if host == "127.0.0.1":  # the test's own server
            return real(host, port, *rest, **more)
        return [(0, 0, 0, "", (number, port)) for number in given.pop(0)]

    monkeypatch.setattr(address.socket, "getaddrinfo", getaddrinfo)


def test_a_public_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, ["93.184.216.34", "10.0.0.1"])
    assert "--allow-private" in refusal("http://harmless.example/", Limits())


def test_the_number_that_was_checked_is_the_one_that_is_asked(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    connect = socket.create_connection

    def create_connection(where: tuple[str, int], *rest: Any, **more: Any) -> socket.socket:
        asked.append(where[0])
        return connect(("127.0.0.1", int(base.rpartition(":")[2])), *rest, **more)

    # The second answer of the name server would lead inside; it must never be asked for.
    answers(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    monkeypatch.setattr(socket, "create_connection", create_connection)
    assert b"Riot" in fetch("http://rebinding.example/page?x", Limits()).data
    assert asked == ["93.184.216.34"]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/",
        "http://169.254.169.254/",
        "//10.0.0.1/",
        "file:///etc/passwd",
        "ftp://x/",
    ],
)
def test_a_redirect_leads_nowhere_that_an_address_may_not(
    base: str, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setattr(address, "is_public", lambda number: number == "127.0.0.1")
    assert fetch(f"{base}/page", Limits()).data
    assert refusal(f"{base}/away?{target}", Limits(time=3))

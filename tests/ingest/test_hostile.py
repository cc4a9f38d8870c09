"""Damaged and hostile documents: every reader takes or refuses them, and none is slow."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custody_records.articles.compose import Origin
from custody_records.articles.errors import ArticleError
from custody_records.articles.limits import Limits as ArticleLimits
from custody_records.articles.read import composer
from custody_records.ingest.limits import Budget, Limits
from custody_records.ingest.piece import Found, Piece, Refusal
from custody_records.ingest.unpack import articles

DATA = Path(__file__).parent / "data"
SEEDS = {path.name: path.read_bytes() for path in sorted(DATA.iterdir()) if path.suffix != ".md"}
SEEDS |= {
    "a.txt": b"---\ntitle: Riot\npublished: 2020-01-02\n---\nRiot\n\nTwo inmates died on Friday.\n",
    "a.md": b"# Riot\n\n**Two** inmates [died](http://x.example) on Friday, it was said.\n",
    "a.jsonl": b'{"title": "Riot", "text": "Two inmates died on Friday."}\n{"text": "Three."}\n',
    "a.json": b'[{"title": "Riot", "text": "Two inmates died on Friday.", "date": "2020-01-02"}]',
    "a.csv": b'title,text,date\nRiot,"Two, or three\ninmates died.",2020-01-02\n',
    "a.rss": b'<?xml version="1.0"?><rss><channel><item><link>http://x.example/</link></item></rss>',
}
NAMES = sorted(SEEDS)
LIMITS = Limits(
    time=2.0, size=300_000, unpacked=1_000_000, article=ArticleLimits(characters=200_000)
)
# A sick document may cost its time limit for each of its few parts, and no more.
SECONDS = 10.0

pieces_of_text = st.sampled_from(
    [b"---\n", b"\0", b"\xff\xfe", b"<", b"<!--", b"]]>", b"\r\n\r\n", b"[" * 500, b"{" * 500,
     b"&amp;", b"%PDF-", b"PK\x03\x04", b"9" * 400, b"<div>" * 300, b"Content-Type: text/html\r\n",
     b"<table><tr>" * 100, b"a " * 2000, "й́".encode() * 50, b"\x1f\x8b", b"WARC/1.0\r\n",
     b"- " * 900]
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, bytes]:
    """A document of some name: a real one with damage done to it, or bytes out of nowhere."""
    name = draw(st.sampled_from(NAMES))
    data = bytearray(SEEDS[draw(st.sampled_from([name, name, name, *NAMES]))])
    if draw(st.integers(0, 19)) == 0:
        return name, draw(st.binary(max_size=600))
    for _ in range(draw(st.integers(0, 6))):
        if not data:
            break
        at = draw(st.integers(0, len(data) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                data[at] = draw(st.integers(0, 255))
            case 1:
                del data[at : at + draw(st.integers(1, 400))]
            case 2:
                data[at:at] = draw(pieces_of_text)
            case 3:
                data[at:at] = data[at : at + draw(st.integers(1, 2000))]
            case _:
                del data[at:]
    return name, bytes(data)


def is_taken_or_refused(document: tuple[str, bytes]) -> None:
    name, data = document
    begun = time.monotonic()
    for found in articles(Piece(name, data), Budget(LIMITS)):
        assert isinstance(found, (Found, Refusal))
        if isinstance(found, Refusal):
            assert found.reason
            assert "\n" not in found.reason
            continue
        with suppress(ArticleError):  # nothing but furniture is left of it
            article = composer().compose(found.draft, Origin("it", "it", "it", "0" * 64))
            article.body.encode("utf-8")
    assert time.monotonic() - begun < SECONDS, name


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_hostile_document_is_taken_or_refused(document: tuple[str, bytes]) -> None:
    is_taken_or_refused(document)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_ten_thousand_hostile_documents(document: tuple[str, bytes]) -> None:
    is_taken_or_refused(document)

"""A run's folder with three small articles, written by hand, and reviews of it."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from custody_records.contract import FIELDS
from custody_records.review.serve import prepared
from custody_records.review.session import Review
from custody_records.review.start import open_review
from tests.browser import Visit

BODIES = {
    "one": "Men held in Osh\n\nAnton Berg, 26, was held in IK-6 near Osh on May 3, 2019.",
    "two": "Guards deny it\n\nThe guards deny that 12 inmates were beaten, Vera Noll said.",
    "three": "Nothing here\n\nIt rained.",
}
_RULE = {"by": "rule", "id": "r", "base": None}


def mention(body: str, text: str) -> dict[str, Any]:
    start = body.index(text)
    return {"text": text, "start": start, "end": start + len(text)}


def entry(body: str, text: str, **value: Any) -> dict[str, Any]:
    return {**value, "mentions": [mention(body, text)], "provenance": [_RULE]}


def record(id_: str, body: str, **fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a record with every field, empty where none is given."""
    article = {
        "id": id_, "source": f"{id_}.txt", "title": body.split("\n", 1)[0], "publisher": None,
        "author": None, "url": None, "published": "2019-05-04", "published_basis": "metadata",
        "language": "en", "dateline": None, "sha256": "0" * 64,
    }  # fmt: skip
    return {"schema_version": "1.0", "article": article, **{n: fields.get(n, []) for n in FIELDS}}


def records() -> list[dict[str, Any]]:
    one, two = BODIES["one"], BODIES["two"]
    held = {
        "type": "arrest_or_detention", "status": "reported", "facility": "IK-6", "place": "Osh",
        "date": "2019-05-03", "subjects": ["Anton Berg"], "actors": [], "sources": [],
        "evidence": [mention(one, one.split("\n")[2])], "provenance": [_RULE],
    }  # fmt: skip
    facility = {"code": "IK-6", "name": None, "kind": None, "place": None, "country": None}
    date = {"value": "2019-05-03", "end": None, "modifier": None}
    figure = {"value": 12, "max": None, "qualifier": None, "unit": "inmates", "predicate": None}
    return [
        record(
            "one", one,
            facilities=[entry(one, "IK-6", **facility)],
            people=[entry(one, "Anton Berg", name="Anton Berg", roles=[], age=26)],
            places=[entry(one, "Osh", name="Osh")],
            dates=[entry(one, "May 3, 2019", **date)],
            events=[held],
        ),
        record(
            "two", two,
            people=[entry(two, "Vera Noll", name="Vera Noll", roles=[], age=None)],
            figures=[entry(two, "12 inmates", **figure)],
        ),
        record("three", BODIES["three"]),
    ]  # fmt: skip


def write_run(folder: Path, found: list[dict[str, Any]], bodies: dict[str, str]) -> Path:
    """Write records and bodies as a run does; return the records' path."""
    (folder / "bodies").mkdir(parents=True, exist_ok=True)
    for id_, body in bodies.items():
        (folder / "bodies" / f"{id_}.txt").write_text(body, encoding="utf-8", newline="")
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in found), encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The records of a run."""
    return write_run(tmp_path / "run", records(), BODIES)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Where gold goes."""
    return tmp_path / "my-gold.jsonl"


@pytest.fixture
def review(run: Path, gold: Path) -> Review:
    return open_review(run, gold)


def lines(path: Path) -> dict[str, Any]:
    """Return the records of a JSONL file by id."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {one["article"]["id"]: one for one in found}


def decide(review: Review, id_: str, verdict: str = "accepted", **values: Any) -> None:
    """Decide every undecided entry of an article the same way."""
    document = review.document(id_)
    changes = {
        e["key"]: {"field": e["field"], "verdict": verdict, "value": e["value"]}
        for e in review.entries(id_, document)
        if e["verdict"] is None
    }
    review.decide(id_, document.version, changes)


Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve reviews in threads of this process; returns each one's address."""
    stops: list[Callable[[], None]] = []

    def start(review: Review, port: int = 0) -> str:
        context = prepared(review, port)
        address, run_, server = context.__enter__()
        thread = threading.Thread(target=run_, daemon=True)
        thread.start()

        def stop() -> None:
            server.should_exit = True
            thread.join(10)
            context.__exit__(None, None, None)

        stops.append(stop)
        return address

    yield start
    for stop in stops:
        stop()


@pytest.fixture
def visit(serve: Serve, visit: Visit) -> Visit:
    """Pages are closed before their server stops: one that still asks would complain of it."""
    return visit

"""Shards: written anywhere, kept when nothing changed, mended by what other shards hold."""
# ruff: noqa: E402 - whether the extra is there is asked before its parts are imported

import io
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fsspec")
pq = pytest.importorskip("pyarrow.parquet")

from custody_records.annotate.pipeline import Annotator
from custody_records.contract import Record
from custody_records.run import worker
from custody_records.run.cluster.addresses import Folder, Remote, remotes
from custody_records.run.cluster.mend import mend
from custody_records.run.cluster.shard import Job, ShardWorker
from custody_records.run.options import Options

STORY = "Two held\n\nTwo employees of prison LA-155/8 were detained in Almaty on July 30.\n"


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Folder:
    """A folder in memory, of this test alone."""
    return Folder(f"memory://{request.node.name}")


@pytest.fixture
def shards(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> type[ShardWorker]:
    monkeypatch.setattr(worker, "Annotator", lambda model, rules: annotator)
    return ShardWorker


def put(place: Folder, **files: str) -> list[Remote]:
    for name, text in files.items():
        place.write(f"in/{name}.txt", text.encode())
    return remotes([f"{place.address}/in"])


def lines(place: Folder, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (place.read(name) or b"").decode().splitlines()]


def job(place: Folder, **changes: Any) -> Job:
    values = {"form": "jsonl", "force": False, **changes}
    return Job(Options(), "fingerprint", f"{place.address}/out", **values)


def test_sources_of_an_address_follow_the_rules_of_a_folder(place: Folder) -> None:
    for name in ("b.txt", "sub/a.html", "README.md", ".x.txt", "_d/e.txt", "gold.jsonl", "p.jpg"):
        place.write(f"in/{name}", b"text")
    assert [source.name for source in remotes([f"{place.address}/in"])] == ["b.txt", "sub/a.html"]
    assert [source.name for source in remotes([f"{place.address}/in/b.txt"])] == ["b.txt"]


def test_a_shard_has_a_line_a_record_and_one_a_body(
    place: Folder, shards: type[ShardWorker]
) -> None:
    sources = put(place, one=STORY, two=STORY.replace("8", "9"))
    summary = shards(job(place)).do(7, sources)
    records = lines(place, "out/records/part-000007.jsonl")
    bodies = lines(place, "out/bodies/part-000007.jsonl")
    assert [record["article"]["id"] for record in records] == ["one", "two"]
    for record, body in zip(records, bodies, strict=True):
        assert body["id"] == record["article"]["id"]
        Record.model_validate_json(json.dumps(record)).check_offsets(body["body"])
    assert [source["name"] for source in summary["sources"]] == ["one.txt", "two.txt"]


def test_what_fails_is_told_and_the_rest_is_written(
    place: Folder, shards: type[ShardWorker]
) -> None:
    sources = [*put(place, one=STORY, two=" "), Remote(f"{place.address}/in/no.txt", "no.txt")]
    summary = shards(job(place)).do(0, sources)
    told = [[one.get("reason") for one in source["results"]] for source in summary["sources"]]
    assert told[0] == [None]
    assert told[1][0].startswith("empty")
    assert told[2] == ["no such file; check the path"]


def test_an_unchanged_shard_is_kept_and_a_changed_one_is_not(
    place: Folder, shards: type[ShardWorker]
) -> None:
    sources = put(place, one=STORY)
    first = shards(job(place))
    assert "kept" not in first.do(0, sources)
    assert first.do(0, sources)["kept"]
    assert "kept" not in shards(job(place, force=True)).do(0, sources)
    put(place, one=STORY + "More.\n")
    assert "kept" not in first.do(0, sources)


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_mending_marks_duplicates_and_takes_rows_away(
    place: Folder, shards: type[ShardWorker], form: Any
) -> None:
    sources = put(place, a=STORY, b=STORY, c=STORY)
    summary = shards(job(place, form=form)).do(0, sources)
    out = Folder(f"{place.address}/out")
    mend(out, "part-000000", form, summary, {"1": {"duplicate_of": "a"}, "2": None})
    if form == "jsonl":
        articles = [record["article"] for record in lines(place, "out/records/part-000000.jsonl")]
        bodies = lines(place, "out/bodies/part-000000.jsonl")
    else:
        data = out.read("records/part-000000.parquet")
        rows = pq.read_table(io.BytesIO(data or b"")).to_pylist()
        articles, bodies = [row["article"] for row in rows], rows
    assert [(one["id"], one["duplicate_of"]) for one in articles] == [("a", None), ("b", "a")]
    assert len(bodies) == 2
    assert json.loads(out.read("summaries/part-000000.json") or b"")["mended"] == {
        "1": {"duplicate_of": "a"},
        "2": None,
    }


def test_parquet_has_the_record_in_columns(place: Folder, shards: type[ShardWorker]) -> None:
    shards(job(place, form="parquet")).do(0, put(place, one=STORY))
    shards(job(place)).do(1, put(place, one=STORY))
    data = place.read("out/records/part-000000.parquet")
    (row,) = pq.read_table(io.BytesIO(data or b"")).to_pylist()
    (record,) = lines(place, "out/records/part-000001.jsonl")
    assert [one["code"] for one in row["facilities"]] == ["LA-155/8"]
    assert row["article"]["id"] == record["article"]["id"]
    assert row["body"].startswith("Two held")


def test_files_of_a_folder_that_are_not_ours_any_more_are_removed(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    folder.write("records/part-000000.jsonl", b"a")
    folder.write("records/part-000001.jsonl", b"b")
    folder.keep_only(["part-000000.jsonl"], "records")
    assert [path.name for path in (tmp_path / "records").iterdir()] == ["part-000000.jsonl"]

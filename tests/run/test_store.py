"""The store: results by what went in, safe with several runs, forgetting what none uses."""

import sqlite3
from pathlib import Path
from typing import cast

import pytest

from custody_records.run import store as stores
from custody_records.run.result import Done, Summary
from custody_records.run.store import Store


def done(name: str) -> Done:
    summary = Summary(name, f"{name}.txt", "0" * 64, "en", "digest", {"people": 2})
    return Done(name.encode(), summary, b"packed " + name.encode())


def test_what_was_put_is_found_by_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store(path) as store:
        store.put([done("a"), done("b")], [(b"source", [b"a", b"b"])])
    with Store(path) as store:
        assert store.articles_of(b"source") == [b"a", b"b"]
        assert store.summary(b"a") == done("a").summary
        assert store.packed(b"b") == b"packed b"
        assert store.articles_of(b"other") is None


def test_a_source_with_a_result_missing_is_to_be_done_again(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.put([done("a")], [(b"source", [b"a", b"gone"])])
        assert store.articles_of(b"source") is None


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> None:
        def results():
            yield done("a")
            raise KeyboardInterrupt

        store.put(results())

    with Store(tmp_path / "store") as store:
        with pytest.raises(KeyboardInterrupt):
            broken()
        assert not store.has(b"a")


def test_results_that_no_recent_run_used_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store(path) as store:
        store.put([done("old"), done("used")], [(b"source", [b"old"])])
        store.finish({})
    for _ in range(5):
        with Store(path) as store:
            store.use([], [b"used"])
            store.finish({})
    with Store(path) as store:
        assert [store.has(b"old"), store.has(b"used")] == [False, True]
        assert store.articles_of(b"source") is None


def test_two_runs_add_to_one_store(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with Store(path) as one, Store(path) as two:
        one.put([done("a")])
        two.put([done("b"), done("a")])
        assert one.has(b"b")
        assert two.has(b"a")


def test_a_file_that_is_no_store_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "store"
    path.write_bytes(b"this is not a database, though somebody named it so\n" * 100)
    with Store(path) as store:
        assert store.renewed
        store.put([done("a")])
        assert store.has(b"a")


def test_a_store_of_another_layout_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "store"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE articles (something_else)")
    db.close()
    with Store(path) as store:
        assert store.renewed
        store.put([done("a")])
        assert store.has(b"a")


class _Busy:
    """A connection that is refused as often as it is told: two runs open a store at once."""

    def __init__(self, times: int, code: int) -> None:
        self.times, self.code = times, code

    def execute(self, _statement: str) -> None:
        if self.times:
            self.times -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = self.code
            raise error


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(sqlite3.SQLITE_BUSY, id="another run opens the store at the same time"),
        pytest.param(sqlite3.SQLITE_BUSY_RECOVERY, id="another run mends the store's log"),
    ],
)
def test_a_busy_store_is_asked_again(code: int) -> None:
    db = _Busy(3, code)
    stores._write_ahead(cast("sqlite3.Connection", db))
    assert db.times == 0


def test_a_store_that_fails_otherwise_is_not_asked_again() -> None:
    db = _Busy(3, sqlite3.SQLITE_READONLY)
    with pytest.raises(sqlite3.OperationalError):
        stores._write_ahead(cast("sqlite3.Connection", db))
    assert db.times == 2

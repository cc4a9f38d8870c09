"""What former runs made, in an SQLite database: results by what went in.

A result is found by its key, a hash of the input and of everything that shapes the record (see
``fingerprint``), so nothing in here can be out of date: a changed rule or text has another key.
Every batch is committed as it comes; a run that is killed leaves its finished articles to the
next. Several runs may share a store: results are only ever added, and ``alone`` lets one of
them write the outputs at a time.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from custody_records.run.result import DamagedResultError, Done, Summary

_TABLES = """
CREATE TABLE articles (key BLOB PRIMARY KEY, summary TEXT NOT NULL, used INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE rows (row BLOB PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE packed (key BLOB PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE sources (key BLOB PRIMARY KEY, articles TEXT NOT NULL, used INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
# A result that none of so many finished runs asked for is dropped.
_KEPT_RUNS = 5
_PATIENCE = 3600.0  # seconds that a run waits while another writes its outputs
_PAUSE = 0.02  # seconds between two tries


class Store:
    """The store of one output folder; a context manager that closes it.

    ``renewed``: something else lay in its place, and it was begun anew.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self.renewed = False
        try:
            self._db = _open(path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise  # locked, or no place to write: the store itself may be sound
            self.renew(opened=False)
        runs = self.state("runs") or "0"
        self.run = int(runs) + 1 if runs.isdecimal() and len(runs) < 10 else 1

    def renew(self, *, opened: bool = True) -> None:
        """Begin anew: what lies there is nothing that a run has left."""
        if opened:
            self._db.close()
        for part in self._path.parent.glob(f"{self._path.name}*"):
            part.unlink()
        self._db = _open(self._path)
        self.run, self.renewed = 1, True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._db.close()

    def articles_of(self, source: bytes) -> list[bytes] | None:
        """Return the keys of a source's articles, None if it is new or a result is missing.

        Raises DamagedResultError.
        """
        found = self._db.execute("SELECT articles FROM sources WHERE key = ?", [source]).fetchone()
        if found is None:
            return None
        try:
            keys = [bytes.fromhex(key) for key in json.loads(found[0])]
        except (ValueError, TypeError, RecursionError) as error:
            raise DamagedResultError(str(error)) from error
        return keys if all(self.has(key) for key in keys) else None

    def has(self, key: bytes) -> bool:
        """Tell whether there is a result."""
        found = self._db.execute("SELECT 1 FROM articles WHERE key = ?", [key]).fetchone()
        return found is not None

    def of_row(self, row: bytes) -> Done | None:
        """Return the last result of a row, whatever the hash of the file it stood in."""
        found = self._db.execute("SELECT key FROM rows WHERE row = ?", [row]).fetchone()
        if found is None or not self.has(found[0]):
            return None
        return Done(found[0], self.summary(found[0]), self.packed(found[0]), row)

    def put(
        self, results: Iterable[Done], sources: Iterable[tuple[bytes, Sequence[bytes]]] = ()
    ) -> None:
        """Keep results, and which articles whole sources hold (source key, article keys)."""
        with self.alone():
            for done in results:
                self._db.execute(
                    "INSERT OR REPLACE INTO articles VALUES (?, ?, ?)",
                    [done.key, done.summary.to_json(), self.run],
                )
                self._db.execute(
                    "INSERT OR REPLACE INTO packed VALUES (?, ?)", [done.key, done.packed]
                )
                if done.row is not None:
                    self._db.execute(
                        "INSERT OR REPLACE INTO rows VALUES (?, ?)", [done.row, done.key]
                    )
            for source, keys in sources:
                self._db.execute(
                    "INSERT OR REPLACE INTO sources VALUES (?, ?, ?)",
                    [source, json.dumps([key.hex() for key in keys]), self.run],
                )

    def use(self, sources: Iterable[bytes], articles: Iterable[bytes]) -> None:
        """Note that this run needs what a former one made, so that no other run drops it."""
        with self.alone():
            for table, keys in (("sources", sources), ("articles", articles)):
                self._db.executemany(
                    f"UPDATE {table} SET used = max(used, ?) WHERE key = ?",  # noqa: S608 - our own names
                    ([self.run, key] for key in keys),
                )

    def summary(self, key: bytes) -> Summary:
        """Return what a result is about. Raises KeyError."""
        found = self._db.execute("SELECT summary FROM articles WHERE key = ?", [key]).fetchone()
        if found is None:
            raise KeyError(key.hex())
        return Summary.from_json(found[0])

    def packed(self, key: bytes) -> bytes:
        """Return a result as ``result.pack`` made it. Raises KeyError."""
        found = self._db.execute("SELECT data FROM packed WHERE key = ?", [key]).fetchone()
        if found is None:
            raise KeyError(key.hex())
        data: bytes = found[0]
        return data

    def state(self, name: str) -> str | None:
        """Return a value that ``finish`` set."""
        found = self._db.execute("SELECT value FROM state WHERE name = ?", [name]).fetchone()
        return str(found[0]) if found else None

    def finish(self, state: dict[str, str]) -> None:
        """Set values, count the run, and drop what no recent run has used."""
        with self.alone():
            for name, value in {**state, "runs": str(self.run)}.items():
                self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", [name, value])
            old = [self.run - _KEPT_RUNS]
            self._db.execute(
                "DELETE FROM packed WHERE key IN (SELECT key FROM articles WHERE used <= ?)", old
            )
            self._db.execute("DELETE FROM articles WHERE used <= ?", old)
            self._db.execute("DELETE FROM rows WHERE key NOT IN (SELECT key FROM articles)")
            self._db.execute("DELETE FROM sources WHERE used <= ?", old)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the write lock: no other run writes to the store, or the outputs, meanwhile."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        _write_ahead(db)
        # A crash of the process loses nothing; a power cut may cost the last batches, no more.
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        held = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        wanted = [statement.strip() for statement in _TABLES.split(";") if statement.strip()]
        if not held:
            for statement in wanted:
                db.execute(statement)
        elif sorted(sql for (sql,) in held) != sorted(wanted):  # a former layout, or nobody's
            raise sqlite3.DatabaseError("another layout")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _write_ahead(db: sqlite3.Connection) -> None:
    """Switch to the write-ahead log: SQLite does not wait for another run that does so just now."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # or a kind of it
            if not busy or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return

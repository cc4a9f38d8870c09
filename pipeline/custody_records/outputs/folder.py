"""The output folder: ``records.jsonl``, ``bodies/``, a CSV a field, ``run.json``.

Every file appears whole or not at all. ``run.json`` is written last: where it stands, the others
are complete. Bodies that a former run wrote and this one did not are removed; files that are
not ours are left alone.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from custody_records.outputs.rendered import Rendered
from custody_records.outputs.tables import ENCODING, TABLES, header
from custody_records.outputs.write import whole, write_text

RECORDS = "records.jsonl"
RUN = "run.json"
BODIES = "bodies"


def check_writable(folder: Path) -> None:
    """Raise OSError where nothing can be written into the folder, or where it would be made."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    with tempfile.TemporaryFile(dir=there):
        pass


def body_path(folder: Path, article: str) -> Path:
    """Return where the body of an article lies below the output folder: named in UTF-8, always.

    In a locale without it Python would refuse to name a file "новость.txt". Raises ValueError for
    what is no id: records may be anybody's.
    """
    if not article or article.startswith(".") or set(article) & set("/\\\0"):
        raise ValueError(f"{article[:80]!r} is no id of an article")
    return folder / BODIES / os.fsdecode(f"{article}.txt".encode())


def write(folder: Path, articles: Iterable[tuple[str, Rendered]]) -> None:
    """Write everything but ``run.json`` for (id, rendered article)s, in the order given."""
    stale = _written_before(folder)
    with ExitStack() as files:
        # Renamed in reverse: the tables first, the records last.
        records = files.enter_context(whole(folder / RECORDS))
        tables = {
            name: files.enter_context(whole(folder / f"{name}.csv", encoding=ENCODING))
            for name in TABLES
        }
        for name, table in tables.items():
            table.write(header(name))
        for article, rendered in articles:
            _write_body(body_path(folder, article), rendered.body)
            stale.discard(article)
            records.write(rendered.record)
            for name, table in tables.items():
                table.write(rendered.tables[name])
    for article in stale:
        body_path(folder, article).unlink(missing_ok=True)


def write_run(folder: Path, run: dict[str, Any]) -> None:
    """Write ``run.json``: what was run on what, and what failed."""
    write_text(folder / RUN, json.dumps(run, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def seal(folder: Path) -> str:
    """Return a hash that changes when anybody touches the outputs: of names, sizes and times."""
    digest = hashlib.sha256()
    for place in (folder, folder / BODIES):
        with suppress(FileNotFoundError), os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.is_file() and not entry.name.startswith("."):
                    state = entry.stat()
                    line = f"{entry.name}\0{state.st_size}\0{state.st_mtime_ns}\n"
                    digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _write_body(path: Path, body: str) -> None:
    """Write a body unless it stands there already; thousands are not synced one by one."""
    with suppress(OSError):
        if path.read_bytes() == body.encode():
            return
    with whole(path, durable=False) as file:
        file.write(body)


def _written_before(folder: Path) -> set[str]:
    """Return the ids whose bodies the folder's last run wrote."""
    try:
        run = json.loads((folder / RUN).read_text(encoding="utf-8"))
        return {article for source in run["inputs"] for article in source["articles"]}
    except (OSError, ValueError, LookupError, TypeError):
        return set()

"""Read records and gold: JSONL files, JSON files, or folders that hold them among other things.

Records stay on disk: an index of ids and offsets is kept, and each is parsed when it is asked
for, so that memory does not grow with their size.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self, get_args

from custody_records.errors import UserError

State = Literal["untouched", "in_work", "reviewed"]
STATES: tuple[State, ...] = get_args(State)


def state_of(record: Mapping[str, Any]) -> State | None:
    """Return a gold record's state, None if it tells none. Raises ValueError for another word."""
    state = record.get("state")
    if state is not None and state not in STATES:
        raise ValueError(f"state {state!r} is none of {', '.join(STATES)}")
    return state


Loaded = dict[str, Any]


class GoldError(UserError, ValueError):
    """A gold or record file that cannot be compared; the message names file, line and remedy."""


class Place(NamedTuple):
    """Where a record stands: ``size`` bytes from ``offset`` on, in the file's ``line``."""

    path: Path
    offset: int
    size: int
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Records(Mapping[str, Loaded]):
    """Article id → record, in the order of the ids."""

    def __init__(self, *paths: Path) -> None:
        """Index JSONL files, JSON files and folders. Raises GoldError.

        Of a folder (and those within) these are read: ``*.gold.json``, ``*gold.jsonl``; where
        there are none, ``records.jsonl``. Articles may lie among them.
        """
        found: dict[str, Place] = {}
        self._states: dict[str, State | None] = {}
        for place in (place for path in paths for place in _places(path)):
            record = _parse(place)
            id_ = record["article"]["id"]
            if id_ in found:
                if found[id_] == place:  # the same file by two ways
                    continue
                raise GoldError(
                    f"{place}: article {id_!r} stands in {found[id_]} already; keep one"
                )
            try:
                self._states[id_] = state_of(record)
            except ValueError as error:
                raise GoldError(f"{place}: {error}") from error
            found[id_] = place
        self._index = dict(sorted(found.items()))

    def __getitem__(self, id_: str) -> Loaded:
        return _parse(self._index[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    @property
    def drafts(self) -> list[str]:
        """The articles that no person has finished yet."""
        return [id_ for id_ in self if self._states[id_] not in (None, "reviewed")]

    def reviewed(self) -> Self:
        """Return the records without the drafts: what counts as gold."""
        kept = type(self)()
        drafts = set(self.drafts)
        kept._index = {id_: place for id_, place in self._index.items() if id_ not in drafts}
        kept._states = self._states
        return kept

    def place(self, id_: str) -> Place | None:
        """Return where a record stands, None if there is no such record."""
        return self._index.get(id_)


def _parse(place: Place) -> Loaded:
    with place.path.open("rb") as file:
        file.seek(place.offset)
        text = file.read(place.size).rstrip()  # an error at the end is in the last line
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        line = place.line + error.lineno - 1
        raise GoldError(
            f"{place.path}:{line}: not JSON at column {error.colno}: {error.msg}; mend or remove it"
        ) from error
    except ValueError as error:  # not UTF-8
        raise GoldError(f"{place}: not JSON ({error}); mend or remove it") from error
    article = record.get("article") if isinstance(record, dict) else None
    if not isinstance(article, dict) or not isinstance(article.get("id"), str):
        raise GoldError(f"{place}: no article.id; every record names its article")
    return dict(record)


def _places(path: Path) -> Iterator[Place]:
    if path.is_dir():
        files = _inside(path)
        if not files:
            raise GoldError(f"{path}: no *.gold.json and no *gold.jsonl in this folder")
        for file in files:
            yield from _places(file)
    elif path.suffix == ".json":
        yield Place(path, 0, path.stat().st_size, 1)
    else:
        offset = 0
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield Place(path, offset, len(line), number)
                offset += len(line)


def _inside(folder: Path) -> list[Path]:
    patterns = ("*.gold.json", "*gold.jsonl")
    found = {file for pattern in patterns for file in folder.rglob(pattern)}
    shown = [f for f in found if not any(p.startswith(".") for p in f.relative_to(folder).parts)]
    records = folder / "records.jsonl"
    return sorted(shown) or ([records] if records.is_file() else [])

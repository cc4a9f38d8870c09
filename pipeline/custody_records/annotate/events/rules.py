"""Reads the files of ``rules/events``, each checked against the others."""

from pathlib import Path
from typing import Any

from custody_records.annotate.events.custody_words import Domain
from custody_records.annotate.events.event_types import ALL, load_types
from custody_records.annotate.events.schema import Cues, EventRules, Frame, Frames
from custody_records.annotate.events.word_lists import WordLists
from custody_records.rulebook import RuleError, read

_CONTEXT = ("refusals.yaml", "status.yaml")
_OTHERS = (
    "classifier.npz",
    "classifier.yaml",
    "domain.yaml",
    "frames.yaml",
    "reliability.csv",
    "types.yaml",
    "words.yaml",
    *_CONTEXT,
)


def load_context(folder: Path) -> list[Cues]:
    """Return the cues that refuse an event or give it a status. Raises RuleError."""
    return [load_cues(folder, name) for name in _CONTEXT]


def rules_by_type(folder: Path) -> list[EventRules]:
    """Return the rules of every event type, in the order of ``types.yaml``. Raises RuleError."""
    types = [row.type for row in load_types(folder).types]
    _check_files(folder / "events")
    context = _context(folder) | {"frames": frozenset(load_frames(folder))}
    found = []
    for type_ in types:
        path = folder / "events" / f"{type_}.yaml"
        file = read(path, EventRules, context)
        if file.type != type_:
            raise RuleError(f"{path}:1: type: this file's type is {type_!r}, not {file.type!r}")
        found.append(file)
    return found


def load_frames(folder: Path) -> dict[str, Frame]:
    """Return the frames by id. Raises RuleError."""
    return read(folder / "events" / "frames.yaml", Frames, _context(folder)).by_id()


def load_cues(folder: Path, name: str) -> Cues:
    """Return the cues of ``refusals.yaml`` or ``status.yaml``. Raises RuleError."""
    return read(folder / "events" / name, Cues, _context(folder))


def load_domain(folder: Path) -> Domain:
    """Return the words of custody. Raises RuleError."""
    return read(folder / "events" / "domain.yaml", Domain)


def load_lists(folder: Path) -> dict[str, frozenset[str]]:
    """Return the lists of words of ``words.yaml`` by name. Raises RuleError."""
    lists = read(folder / "events" / "words.yaml", WordLists).lists
    return {name: frozenset(words) for name, words in lists.items()}


def _context(folder: Path) -> dict[str, Any]:
    return {"lists": read(folder / "events" / "words.yaml", WordLists)}


def _check_files(folder: Path) -> None:
    """Raise RuleError for a file that nothing reads, and for a type without a file."""
    expected = {f"{type_}.yaml" for type_ in ALL} | set(_OTHERS)
    present = {path.name for path in folder.iterdir() if path.is_file()}
    unread = sorted(present - expected)
    if unread:
        raise RuleError(
            f"{folder / unread[0]}:1: nothing reads this file: name it after an event type of"
            f" the record contract ({', '.join(ALL)}), or remove it"
        )
    missing = sorted(expected - present)
    if missing:
        raise RuleError(f"{folder / missing[0]}:1: the file is missing")

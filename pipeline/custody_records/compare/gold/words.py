"""What the contract has against an entry, in words that tell a person what to write."""

from difflib import get_close_matches
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from custody_records.contract import ENTRIES

_TYPES = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "list_type": "a list in square brackets",
    "dict_type": "an object in braces",
    "model_type": "an object in braces",
    "model_attributes_type": "an object in braces",
}


def filled(field: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry with what may be missing put in: null, or an empty list."""
    empty = {
        name: default
        for name, info in ENTRIES[field].model_fields.items()
        if name not in entry and (default := _empty(info)) is not ...
    }
    return {**entry, **empty}


def _empty(info: FieldInfo) -> Any:
    """Return what a missing key stands for; ``...`` where it has to be written."""
    if not info.is_required() or (info.metadata and get_origin(info.annotation) is list):
        return ...
    if get_origin(info.annotation) is list:
        return []
    return None if NoneType in get_args(info.annotation) else ...


def complaints(field: str, error: ValidationError) -> list[str]:
    """Return one sentence for each key that is wrong."""
    found: dict[tuple[Any, ...], str] = {}
    for problem in error.errors():
        # A number may be whole or not: one of the two complaints is enough.
        place = tuple(part for part in problem["loc"] if part not in ("int", "float"))
        found.setdefault(place, _say(field, place, dict(problem)))
    return list(found.values())


def _say(field: str, place: tuple[Any, ...], problem: dict[str, Any]) -> str:
    name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
    given, kind = problem["input"], problem["type"]
    info = ENTRIES[field].model_fields.get(str(place[0])) if len(place) == 1 else None
    if kind == "missing":
        return f"has no {name}" + (f"; {_choices(info)}" if info and _choices(info) else "")
    if kind == "extra_forbidden":
        return f"{name}: no such key{_nearest(str(place[-1]), ENTRIES[field])}"
    if given == "":
        return f"{name} is empty"
    if kind in _TYPES:
        return f"{name} is {given!r}, where {_TYPES[kind]} belongs"
    if kind == "literal_error":
        return f"{name} is {given!r}; one of {problem['ctx']['expected']}"
    said = str(problem["msg"]).removeprefix("Value error, ")
    return f"{name}: {said}" if name else said


def _choices(info: FieldInfo) -> str:
    if get_origin(info.annotation) is not Literal:
        return ""
    return f"one of {', '.join(map(str, get_args(info.annotation)))}"


def _nearest(name: str, model: type[BaseModel]) -> str:
    keys = [key for key in model.model_fields if key != "provenance"]
    close = get_close_matches(name, keys, n=1)
    return f"; did you mean {close[0]}?" if close else f"; keys are {', '.join(keys)}"

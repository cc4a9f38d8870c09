"""How annotations of a doc are written with it: ``doc.to_bytes()``, ``DocBin``, ``n_process=2``.

spaCy writes ``doc.user_data`` with srsly's msgpack, which asks the encoders and decoders that are
registered with it for what it does not know. Readings and decisions are dataclasses of plain
values; each is written as the name of its class and its fields. Only classes of this package are
read back. The cache of a doc is left behind.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any

from pydantic import BaseModel
from srsly.msgpack import msgpack_decoders, msgpack_encoders

from custody_records.annotate.cache import DocCache

Chain = Callable[[Any], Any] | None

_PACKAGE = "custody_records"
_CLASS, _FIELDS = "__custody_class__", "fields"
_TUPLE, _SET, _DATE, _CACHE = (
    "__custody_tuple__",
    "__custody_set__",
    "__custody_date__",
    "__custody_cache__",
)


def encode(value: Any, chain: Chain = None) -> Any:
    """Return what msgpack can write for a value of this package; others go on to ``chain``."""
    plain = _plain(value)
    if plain is not value:
        return plain
    return chain(value) if chain else value


def decode(value: Any, chain: Chain = None) -> Any:
    """Return the value that ``encode`` wrote as a mapping. ValueError for a foreign class."""
    if isinstance(value, dict):
        if _CLASS in value:
            return _class(value[_CLASS])(**value[_FIELDS])
        if _TUPLE in value:
            return tuple(value[_TUPLE])
        if _SET in value:
            return frozenset(value[_SET])
        if _DATE in value:
            return date.fromisoformat(value[_DATE])
        if _CACHE in value:
            return DocCache()
    return chain(value) if chain else value


def register() -> None:
    """Make srsly write and read the annotations of this package; safe to call again."""
    msgpack_encoders.register(_PACKAGE, func=encode)
    msgpack_decoders.register(_PACKAGE, func=decode)


def _plain(value: Any) -> Any:
    if isinstance(value, DocCache):
        return {_CACHE: True}
    if is_dataclass(value) and not isinstance(value, type) and _is_ours(type(value)):
        inner = {f.name: _inner(getattr(value, f.name)) for f in fields(value) if f.init}
        return {_CLASS: _name(type(value)), _FIELDS: inner}
    if isinstance(value, BaseModel) and _is_ours(type(value)):
        return {_CLASS: _name(type(value)), _FIELDS: value.model_dump(mode="json")}
    if isinstance(value, (set, frozenset)):
        return {_SET: sorted(value)}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    return value


def _inner(value: Any) -> Any:
    """Return a field's value; msgpack would read a tuple back as a list."""
    if isinstance(value, tuple):
        return {_TUPLE: [_inner(item) for item in value]}
    return value


def _is_ours(kind: type) -> bool:
    return kind.__module__.partition(".")[0] == _PACKAGE


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@lru_cache(maxsize=256)
def _class(name: str) -> Any:
    module, _, cls = name.partition(":")
    if module.partition(".")[0] != _PACKAGE or "." in cls:
        raise ValueError(f"{name}: a doc may hold values of classes of {_PACKAGE} only")
    found = getattr(import_module(module), cls)
    if not (is_dataclass(found) or issubclass(found, BaseModel)):
        raise ValueError(f"{name}: not a class of annotations")
    return found

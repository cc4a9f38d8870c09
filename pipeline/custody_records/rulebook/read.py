"""Read one YAML file of rules into a pydantic model; an error names file, line and remedy."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError, create_model

from custody_records.rulebook.file import RuleError, text_of
from custody_records.rulebook.rule import Rule, RuleData, RuleFile

Schema = TypeVar("Schema", bound=BaseModel)
Row = TypeVar("Row", bound=RuleData)


class _Loader(yaml.CSafeLoader):
    """YAML in which only ``true`` and ``false`` are truth values.

    YAML 1.1 also takes ``no`` (Norway), ``on`` and ``yes`` for them, which are words here.
    """


_BOOL = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), list("tf"))


def read(path: Path, schema: type[Schema], context: object = None) -> Schema:
    """Return the file's content as ``schema``. Raises RuleError.

    ``context``: what its validators look up in other files (``info.context``).
    """
    text = text_of(path)
    loader = _Loader(text)
    try:  # parsed once, for the data and for the lines of what may be wrong with it
        root = loader.get_single_node()
        data = None if root is None else loader.construct_document(root)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date as 2019-13-45
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise RuleError(f"{path}:{line}: not valid YAML: {error}") from error
    finally:
        loader.dispose()
    _refuse_repeated_keys(path, root)
    try:
        found = schema.model_validate(data, context=context)
    except ValidationError as error:
        raise RuleError("\n".join(_complaints(path, root, error))) from error
    seen: dict[str, int] = {}
    for location, rule in _rules(found):
        line = _line(root, (*location, "id"))
        if rule.id in seen:
            message = f"the id {rule.id!r} is taken on line {seen[rule.id]}: choose another"
            raise RuleError(f"{path}:{line}: {message}")
        seen[rule.id] = line
    return found


def read_list(path: Path, kind: type[Row], key: str = "rules") -> tuple[Row, ...]:
    """Return what stands in a file that holds one list under ``key``. Raises RuleError."""
    fields: Any = {key: (tuple[kind, ...], ...)}  # type: ignore[valid-type]
    held = read(path, create_model(f"{kind.__name__}List", __base__=RuleFile, **fields))
    return cast(tuple[Row, ...], getattr(held, key))


def _refuse_repeated_keys(path: Path, root: Any) -> None:
    """Raise RuleError for a mapping with a key twice: YAML would keep the last in silence."""
    nodes, looked_at = [root], set[int]()  # aliases lead to one node many times
    while nodes:
        node = nodes.pop()
        if node is None or id(node) in looked_at:
            continue
        looked_at.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            nodes.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    line = key.start_mark.line + 1
                    raise RuleError(f"{path}:{line}: the key {key.value!r} is repeated: keep one")
                seen.add(str(key.value))
                nodes.append(value)


def _rules(found: BaseModel) -> Iterator[tuple[tuple[int | str, ...], Rule]]:
    """Yield every rule that stands in a list of the file, with where it stands."""
    for field in type(found).model_fields:
        held = getattr(found, field)
        if isinstance(held, (list, tuple)):
            for index, rule in enumerate(held):
                if isinstance(rule, Rule):
                    yield (field, index), rule


def _complaints(path: Path, root: Any, error: ValidationError) -> list[str]:
    return [
        f"{path}:{_line(root, problem['loc'])}: {'.'.join(map(str, problem['loc']))}: "
        f"{problem['msg']}"
        for problem in error.errors()
    ]


def _line(node: Any, location: tuple[int | str, ...]) -> int:
    """Follow a pydantic location down the YAML nodes as far as it goes; return its line."""
    line = node.start_mark.line + 1 if node else 1
    for key in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        elif isinstance(node, yaml.MappingNode):
            pairs = {name.value: (name, value) for name, value in node.value}
            if key not in pairs:
                return line
            line = pairs[str(key)][0].start_mark.line + 1
            node = pairs[str(key)][1]
            continue
        else:
            return line
        line = node.start_mark.line + 1
    return line

"""The fields of a record as tables, made from the models, within ``docs/contract.md``.

python -m tests.docs.contract    # rewrites the tables
"""

from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from custody_records.contract import ENTRIES, ArticleInfo
from custody_records.contract.record import SCHEMA_VERSION

PAGE = Path(__file__).resolve().parents[2] / "docs" / "contract.md"
BEGIN, END = "<!-- models: begin -->", "<!-- models: end -->"


def tables() -> str:
    """Return a table for each kind of entry: key, type, whether it may be missing."""
    parts = [f"The schema version is `{SCHEMA_VERSION}`; `extract schema` prints the JSON Schema."]
    for name, model in {"article": ArticleInfo, **ENTRIES}.items():
        rows = []
        for key, field in model.model_fields.items():
            missing = "" if field.is_required() else "may be missing"
            rows.append(f"| `{key}` | {_type(field.annotation)} | {missing} |")
        parts.append(f"### {name}\n\n| key | type | |\n| --- | --- | --- |\n" + "\n".join(rows))
    return "\n\n".join(parts)


def _type(annotation: Any) -> str:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " \\| ".join(f"`{value}`" for value in inner)
    if origin in (Union, UnionType):
        told = [_type(one) for one in inner if one is not NoneType]
        return " or ".join(told) + (" or null" if NoneType in inner else "")
    if origin is list:
        return f"list of {_type(inner[0])}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        keys = ", ".join(f"`{key}`" for key in annotation.model_fields)
        return f"{annotation.__name__} ({keys})"
    return {str: "text", int: "integer", float: "number", bool: "true or false"}.get(
        annotation, getattr(annotation, "__name__", str(annotation))
    )


def page() -> str:
    """Return the page with today's tables."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

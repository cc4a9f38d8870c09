"""The forms of the page, read from the contract: a key of it is a control here."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from custody_records.contract import ENTRIES, ArticleInfo, Penalty, Strict
from custody_records.review.document import ARTICLE
from custody_records.review.proposals import ABOUT

Control = dict[str, Any]

_NOT_ASKED = {"mentions", "evidence", "provenance", "link", "basis"}
# Values that are picked from what the article has already, by field and key.
_PICKED = {
    ("facilities", "place"): ["places"],
    ("events", "facility"): ["facilities"],
    ("events", "place"): ["places"],
    ("events", "date"): ["dates"],
    ("events", "subjects"): ["people", "organizations"],
    ("events", "actors"): ["people", "organizations"],
    ("events", "sources"): ["people", "organizations"],
}
_HINTS = {
    ("facilities", "code"): "LA-155/18, IK-6, SIZO-1, No. 72",
    ("facilities", "country"): "two letters, as KZ",
    ("statutes", "jurisdiction"): "two letters, UN or CoE",
    ("statutes", "article"): "as printed: 141-1, 405",
    ("dates", "value"): "2019-07-31, 2019-07, 2019-W16, XXXX-04-24",
    ("dates", "end"): "last day of a range",
    ("figures", "unit"): "the counted noun, as printed",
    ("figures", "max"): "upper end of a range",
    ("people", "roles"): "as printed, without an article",
    ("events", "sources"): "who says so",
}


def forms() -> dict[str, list[Control]]:
    """Return the controls of each field's form, in the contract's order."""
    found = {field: _controls(field, model) for field, model in ENTRIES.items()}
    about = {c["name"]: c for c in _controls(ARTICLE, ArticleInfo) if c["name"] in ABOUT}
    return {ARTICLE: [about[name] for name in ABOUT], **found}


def _controls(field: str, model: type[Strict]) -> list[Control]:
    return [
        {
            "name": name,
            "label": name.replace("_", " "),
            "required": _is_required(info),
            "from": _PICKED.get((field, name), []),
            "hint": _HINTS.get((field, name), ""),
            **_kind(field, name, info.annotation),
        }
        for name, info in model.model_fields.items()
        if name not in _NOT_ASKED
    ]


def _is_required(info: FieldInfo) -> bool:
    """Tell whether a value has to be given: null will not do, and an empty list is none."""
    nullable = NoneType in get_args(info.annotation) or get_origin(info.annotation) is list
    return info.is_required() and not nullable


def _kind(field: str, name: str, annotation: Any) -> Control:
    kinds = _parts(annotation)
    choices = [value for kind in kinds if get_origin(kind) is Literal for value in get_args(kind)]
    if get_origin(annotation) is list:
        inner = get_args(annotation)[0]
        return {"kind": "rows", "of": _controls(name, inner)} if inner is Penalty else {
            "kind": "list"
        }  # fmt: skip
    if choices and str in kinds:
        return {"kind": "text", "suggest": choices}
    if choices:
        return {"kind": "choice", "choices": choices}
    if int in kinds or float in kinds:
        return {"kind": "number", "whole": float not in kinds}
    if (field, name) in (("dates", "value"), ("dates", "end"), (ARTICLE, "published")):
        return {"kind": "date"}
    return {"kind": "text"}


def _parts(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return get_args(annotation)
    return (annotation,)

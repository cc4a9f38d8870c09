"""When two entries of a field are the same thing (contract, section 3)."""

import re
from typing import Any

from pipeline.compare.fold import fold

_HEAD_ENDS = re.compile(
    r"\b(?:of|in|at|from|for|with|on|by|to|under|against|about|between|among|who|whom|whose|"
    r"which|that|where|\w+ed|\w+ing)\b"
)


def _folded(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def head_noun(unit: str) -> str:
    """Return the lemma of a unit's last word before its first preposition or relative."""
    words = unit.split()
    for index, word in enumerate(words):
        if index and _HEAD_ENDS.fullmatch(word):
            words = words[:index]
            break
    return lemma(words[-1].casefold()) if words else ""


def lemma(noun: str) -> str:
    """Return the singular of an English noun."""
    irregular = {"men": "man", "women": "woman", "children": "child", "people": "person"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def equal(field: str, ours: dict[str, Any], gold: dict[str, Any]) -> bool:
    """Tell whether two entries of ``field`` are equal by the contract."""
    match field:
        case "facilities":
            if ours["code"] or gold["code"]:
                return bool(ours["code"] == gold["code"])
            return bool(_folded(ours["name"]) == _folded(gold["name"]))
        case "statutes":
            keys = ("instrument", "article", "part", "point")
            return all(_folded(ours[key]) == _folded(gold[key]) for key in keys)
        case "people" | "organizations" | "places":
            return bool(_folded(ours["name"]) == _folded(gold["name"]))
        case "dates":
            return (ours["value"], ours["end"]) == (gold["value"], gold["end"])
        case "figures":
            same = (ours["value"], ours["max"]) == (gold["value"], gold["max"])
            return same and head_noun(ours["unit"]) == head_noun(gold["unit"])
        case "events":
            if ours["type"] != gold["type"]:
                return False
            for key in ("facility", "date"):
                if ours[key] and gold[key] and _folded(ours[key]) != _folded(gold[key]):
                    return False
            shared = any(
                ours[key] and _folded(ours[key]) == _folded(gold[key])
                for key in ("facility", "place", "date")
            )
            subjects = {fold(s) for s in ours["subjects"]} & {fold(s) for s in gold["subjects"]}
            return shared or bool(subjects)
    raise ValueError(f"no such field: {field!r}")

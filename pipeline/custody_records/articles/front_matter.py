"""The YAML between two lines of dashes at the head of a text."""

import re
from typing import Any

import yaml

from custody_records.articles.errors import ArticleError

_OPENING = re.compile(r"\A\s*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LONGEST = 20_000  # characters; no front matter is longer, and YAML is slow
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:", re.MULTILINE)


class _Plain(yaml.CSafeLoader):
    """YAML whose every scalar is text: no dates, numbers or booleans (``language: no``)."""


_Plain.yaml_implicit_resolvers = {}


def split(text: str, name: object) -> tuple[dict[str, str], str]:
    """Return (front matter, rest of the text). Raises ArticleError if the front matter is broken.

    A text that opens with a rule of dashes and no ``key:`` line below it has no front matter.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, text
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        if not _KEY.match(text, opening.end()):
            return {}, text
        raise ArticleError(f"{name}: front matter without an end; close it with a line of ---")
    raw = text[opening.end() : closing.start()]
    if not _KEY.search(raw):
        if raw.strip():
            raise ArticleError(f"{name}: front matter without a single 'key: value' line; mend it")
        return {}, text[closing.end() :]
    if "&" in raw and "*" in raw and re.search(r"[:-]\s*[&*]\w", raw):
        raise ArticleError(f"{name}: front matter with YAML anchors; write its values out")
    try:
        data: Any = yaml.load(raw, Loader=_Plain)  # noqa: S506 - a SafeLoader without resolvers
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in its line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise ArticleError(
            f"{name}: front matter is not valid YAML{line}: {problem}; quote values with ': ' in "
            "them"
        ) from error
    except (RecursionError, ValueError) as error:
        raise ArticleError(f"{name}: front matter cannot be read; mend or remove it") from error
    if not isinstance(data, dict):
        raise ArticleError(f"{name}: front matter is no list of 'key: value' lines; mend it")
    return {str(key).casefold(): _text(value) for key, value in data.items()}, text[closing.end() :]


def _text(value: Any) -> str:
    """Return a value as text; a list (authors) joined with commas."""
    if isinstance(value, list):
        return ", ".join(item for item in map(_text, value) if item)
    return "" if value is None or isinstance(value, dict) else str(value)

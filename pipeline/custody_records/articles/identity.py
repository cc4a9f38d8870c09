"""What an article is called: letters, digits, dots, dashes and underscores, never a path."""

import re

from custody_records.articles.errors import ArticleError

_OTHER = re.compile(r"[^A-Za-z0-9._-]")
_LEAVES = re.compile(r"^[~.]|^[A-Za-z]:|^[/\\]|(?:^|[/\\])\.\.(?:$|[/\\])")
_LONGEST = 150  # characters; file systems take 255 bytes, and a suffix follows


def article_id(wanted: str, name: object) -> str:
    """Return the id for a wanted one. Raises ArticleError if it would leave the folder.

    >>> article_id("kazakh prison #5", "a.txt")
    'kazakh-prison--5'
    """
    if _LEAVES.search(wanted):
        raise ArticleError(
            f"{name}: id {wanted[:80]!r} would lead out of the output folder; use letters, "
            "digits and dashes"
        )
    if len(wanted) > _LONGEST:
        raise ArticleError(f"{name}: id of {len(wanted)} characters; shorten it to {_LONGEST}")
    return _OTHER.sub("-", wanted)


def stem_id(stem: str) -> str:
    """Return the id that a file's name gives; unlike a written id it cannot be wrong."""
    return _OTHER.sub("-", stem)[:_LONGEST].lstrip(".") or "-"

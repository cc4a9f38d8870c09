"""What an article is called: letters and digits of any script, dots, dashes, underscores.

An id names files on any system: never a path, hidden, or a name that Windows keeps for itself.
"""

import re
import unicodedata

from custody_records.articles.errors import ArticleError

_LEAVES = re.compile(r"^[~.]|^[A-Za-z]:|^[/\\]|(?:^|[/\\])\.\.(?:$|[/\\])")
_LONGEST = 150  # characters of an id that somebody wrote
_BYTES = 180  # of any id in UTF-8; file systems take 255, and a suffix follows
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_NAMELESS = "article"


def article_id(wanted: str, name: object) -> str:
    """Return the id for a wanted one. Raises ArticleError if it would leave the folder.

    >>> article_id("kazakh prison #5", "a.txt")
    'kazakh-prison--5'
    >>> article_id("новость", "a.txt")
    'новость'
    """
    if _LEAVES.search(wanted):
        raise ArticleError(
            f"{name}: id {wanted[:80]!r} would lead out of the output folder; use letters, "
            "digits and dashes"
        )
    if len(wanted) > _LONGEST:
        raise ArticleError(f"{name}: id of {len(wanted)} characters; shorten it to {_LONGEST}")
    return _portable(_plain(wanted))


def stem_id(stem: str) -> str:
    """Return the id that a file's name gives; unlike a written id it cannot be wrong."""
    return _portable(_plain(stem).lstrip("."))


def _plain(wanted: str) -> str:
    """Return the text in NFC with a dash for all but letters, marks, digits and ``._-``."""
    return "".join(
        character if character in "._-" or unicodedata.category(character)[0] in "LMN" else "-"
        for character in unicodedata.normalize("NFC", wanted)
    )


def _portable(wanted: str) -> str:
    """Return an id that every file system takes: a suffix for what Windows reserves."""
    wanted = wanted.encode()[:_BYTES].decode(errors="ignore").rstrip(".")
    if not any(character.isalnum() for character in wanted):
        return f"{wanted.strip('-')}{_NAMELESS}"
    if wanted.startswith("-"):  # an option of every command
        wanted = f"{_NAMELESS}{wanted}"
    if reserved := _RESERVED.match(wanted):
        at = reserved.end() - (1 if reserved[0].endswith(".") else 0)
        wanted = f"{wanted[:at]}-{_NAMELESS}{wanted[at:]}"
    return wanted

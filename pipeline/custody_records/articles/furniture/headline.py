"""Which line of a text is its headline."""

import re
from collections.abc import Sequence

from custody_records.articles.furniture.page import MENU_SHAPED
from custody_records.articles.furniture.rules import Furniture

_SIGNS = re.compile(r"[\W_]+")
# Rules that tell a menu, which stands above a headline; a share bar or a date may stand below it.
_ABOVE = frozenset(
    {"menu-words", MENU_SHAPED, "breadcrumbs", "rates-and-weather", "keyboard-search"}
)
_CUT_SHORT = 30  # characters of a headline that is printed only in part
_SECTION_WORDS = 4  # a shorter line among several is a masthead or a section, not the headline


def same(line: str, title: str) -> bool:
    """Tell whether a line prints a title: equal but for case and signs, or with a site's name.

    >>> same("Prison riot in Khujand | Asia-Plus", "Prison riot in Khujand")
    True
    """
    if len(line) > 2 * len(title) + 60:
        return False
    line_key, title_key = _key(line), _key(title)
    if line_key == title_key:
        return bool(title_key)
    if len(line_key) >= _CUT_SHORT and title_key.startswith(line_key + " "):
        return True  # "Prisoners of maximum security colony inflicted damages to ..."
    behind = line[len(title) :].strip()
    return bool(behind) and behind[0] in "|–—-:»" and line_key.startswith(title_key + " ")


def _key(text: str) -> str:
    return _SIGNS.sub(" ", text.casefold()).strip()


def find(
    lines: Sequence[str],
    cut: Sequence[str | None],
    start: int,
    title: str | None,
    rules: Furniture,
) -> int | None:
    """Return the number of the headline's line, None if the text has none.

    A known title is looked for down to the first paragraph of the story (line ``start``), and in
    it. An unknown one is the first long enough line below the last menu that is neither furniture
    nor a sentence.
    """
    if title:
        for n in range(min(start + 1, len(lines))):
            if lines[n] and same(lines[n], title):
                return n
        return None
    above = max(menus(lines, cut, start), default=-1)
    could_be = [
        n
        for n in range(start)
        if lines[n] and cut[n] is None and not lines[n].endswith((".", ",", ";"))
    ]
    candidates = [n for n in could_be if n > above] or could_be
    for n in candidates:
        if lines[n].count(" ") + 1 >= _SECTION_WORDS and rules.ending(lines[n]) is None:
            return n
    if candidates:
        return candidates[-1]
    return start if above < 0 and start < len(lines) and _could_be_one(lines, start) else None


def menus(lines: Sequence[str], cut: Sequence[str | None], start: int) -> list[int]:
    """Return the numbers of the menu lines above a story, up to its first sentence if short."""
    found = []
    for n in range(start):
        if cut[n] in _ABOVE:
            found.append(n)
        elif cut[n] is None and lines[n].endswith(".") and lines[n].count(" ") > 2:
            break
    return found


def _could_be_one(lines: Sequence[str], start: int) -> bool:
    """Tell whether a text's first line, long as a paragraph, is nevertheless its headline."""
    return not any(lines[:start]) and not lines[start].endswith(".") and len(lines[start]) < 250

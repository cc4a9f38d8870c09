"""Join lines that a mail program or a converter has wrapped at a fixed width.

A name that is broken over two lines ("Bauyrzhan / Qalymov") is one name again.
"""

import re
from itertools import pairwise

_WIDTHS = range(50, 101)  # characters at which programs wrap
_ITEM = re.compile(r"(?:[-*•–—>|#]|\(?\d{1,2}[.)]|[a-z][.)])\s|.*\t|.*\s{3,}")


def unwrap(lines: list[str]) -> list[str]:
    """Return the lines with every wrapped paragraph in one line; other lines stay as they are.

    Wrapped is a paragraph none of whose lines could have taken the next line's first word too.
    Of two lines alone that may be chance: the second must go on with a small letter.
    """
    result: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
            continue
        result += [" ".join(block)] if _is_wrapped(block) else block
        block = []
        result.append(line)
    return result[:-1]


def _is_wrapped(block: list[str]) -> bool:
    width = max(map(len, block), default=0)
    if len(block) < 2 or width not in _WIDTHS or any(map(_ITEM.match, block)):
        return False
    if len(block) == 2 and not (block[1][0].islower() and len(block[0]) == width):
        return False
    return all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
        for line, following in pairwise(block)
    )

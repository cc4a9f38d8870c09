"""Which line ends of a text only wrap a paragraph, by the width of its lines or by its words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from custody_records.articles.byline import is_given
from custody_records.articles.own import Pattern, PatternFile, own

_WIDTHS = range(50, 101)  # characters at which programs wrap
_ITEM = re.compile(r"(?:[-*•–—>|#]|\(?\d{1,2}[.)]|[a-z][.)])\s|.*\t|.*\s{3,}")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_STARTS_ANEW = re.compile(r"\w{4,}[.!?][\"”’]? [^\W\d_a-zа-яё]")  # a sentence, within a line


class Wraps(PatternFile):
    """``reading/wraps.yaml``: words that tell a line of prose from a heading."""

    opened: Pattern
    name_behind: Pattern
    prose: Pattern


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
        first = not any(result)
        result += [" ".join(block)] if _is_wrapped(block) else _mended(block, first=first)
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


def _mended(block: Sequence[str], *, first: bool) -> list[str]:
    """Return the lines of a block, those that break within a name or a phrase joined.

    ``first``: the block is the text's first, whose first line may be a headline.
    """
    if len(block) < 2 or not _SENTENCE_END.search(block[-1]) or any(map(_ITEM.match, block)):
        return list(block)
    result: list[str] = []
    opens = not first  # the line opens its block, or goes on with one that does
    for line in block:
        if result and _breaks(result[-1], line, opens=opens):
            result[-1] += f" {line}"
            continue
        opens = not (first or result)
        result.append(line)
    return result


def _breaks(line: str, following: str, *, opens: bool) -> bool:
    """Tell whether a line's end stands within a phrase: "held in | Osh", "said that Anna | Lipova".

    A heading ends with no preposition, has no articles and no auxiliaries, and what stands below
    it most often opens with a small word: "A riot in Osh | The men were beaten."
    """
    rules = own("wraps.yaml", Wraps)
    if not line[-1].isalnum():
        return False
    if rules.opened.search(line):
        return True
    if not following[0].isupper():
        return False
    last = line.rsplit(maxsplit=1)[-1]
    if not last[0].isupper() or not rules.name_behind.match(following):
        return False
    if _STARTS_ANEW.search(line):
        return True
    prose = opens and any(map(str.islower, line.split()))
    return prose and (is_given(last) or rules.prose.search(line) is not None)

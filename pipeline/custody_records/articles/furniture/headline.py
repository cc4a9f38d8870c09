"""Which line of a text is its headline."""

import re
from collections.abc import Collection, Sequence

from custody_records.articles.furniture.rules import Furniture
from custody_records.articles.publisher import is_masthead, is_name

_SIGNS = re.compile(r"[\W_]+")
_NO_ENDS = (".", ",", ";", ":")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_SENTENCES = re.compile(r"\w{4,}[.!?][\"”’]? [^\W\d_a-zа-яё]")  # the end of one within a line
_PARAGRAPH = 40  # lines within which the end of a paragraph is looked for
_SHORT_SENTENCE = 2  # blanks: "3 May 2019." stands above headlines
_ITEM = re.compile(r"[-*•–—·]\s")
_CUT_SHORT = 30  # characters of a headline that is printed only in part
_SECTION_MARK = re.compile(r"\s+[|>»/·•—–-]\s+")
_SMALL_WORD = 3  # letters of the "of", "the" or "les" of a name
_NAME_WORDS = 6  # an outlet's name is no longer
_BAR = re.compile(r"\s[|>»/·•]\s")
_ITEM_WORDS = 8  # the name of a body beside a section's
_LONG_HEADLINE = 140  # characters
_BELOW = 6  # lines below a headline within which its byline or day stands
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
    lines: Sequence[str], cut: Sequence[str | None], start: int, title: str | None, rules: Furniture
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
    above = max(menus(lines, cut, start, rules.menus), default=-1)
    prose = (n for n in range(start) if cut[n] is None and _is_prose(lines, n))
    could_be = [
        n
        for n in range(next(prose, start))  # no line goes up past a sentence
        if cut[n] is None and _has_shape(lines[n])
    ]
    candidates = [n for n in could_be if n > above] or could_be
    below = _below_mastheads(lines, cut, candidates)
    for n in below:
        if lines[n].count(" ") + 1 >= _SECTION_WORDS and rules.ending(lines[n]) is None:
            return n
    if candidates:
        if named := candidates[: len(candidates) - len(below)]:
            stopped = _stopped(lines, cut, range(named[-1] + 1, min(start + 1, len(lines))))
            if stopped is not None:
                return stopped
        return start if _asks(lines, start) else _first_of_block(lines, below or candidates)
    return start if above < 0 and start < len(lines) and _could_be_one(lines, start) else None


def _asks(lines: Sequence[str], start: int) -> bool:
    """Tell whether a text's first long line is a headline that asks: "Who guards the guards?"."""
    return start < len(lines) and lines[start].endswith("?") and _alone(lines, start)


def _stopped(lines: Sequence[str], cut: Sequence[str | None], below: range) -> int | None:
    """Return which of the lines below an outlet's name is a headline of whole sentences, signed.

    "The Ledger // They begged for water. Nobody came. // By Jane Doe"
    """
    for n in below:
        if cut[n] is None and lines[n].count(" ") + 1 >= _SECTION_WORDS:
            signed = any(cut[n + 1 : n + 1 + _BELOW])
            return n if signed and _alone(lines, n) else None
    return None


def _alone(lines: Sequence[str], n: int) -> bool:
    """Tell whether a line stands between blank ones and is short enough for a headline."""
    between = n > 0 and not lines[n - 1] and n + 1 < len(lines) and not lines[n + 1]
    return between and len(lines[n]) < _LONG_HEADLINE


def _below_mastheads(
    lines: Sequence[str], cut: Sequence[str | None], candidates: list[int]
) -> list[int]:
    """Return the candidates below the lines that name the outlet, its motto and its sections.

    "The Laurel Valley Ledger / Serving two counties / Two jailers plead guilty": what a line is
    counts down to the first that names none of them.
    """
    masthead = _masthead(lines, cut, candidates)
    left = [n for n in candidates if n > masthead]
    longest = max(left, key=lambda n: len(lines[n]), default=0)
    while left:
        line, more = lines[left[0]], len(left) > 1
        shouted = line.isupper() and not lines[longest].isupper() and not any(lines[: left[0]])
        named = more and is_name(line) and (shouted or _recurs(line, lines))
        if not (is_masthead(line) or named or (more and _names_section(line))):
            break
        left.pop(0)
    return left


def _recurs(name: str, lines: Sequence[str]) -> bool:
    """Tell whether a name stands within a longer line, as an outlet's does at the foot."""
    name = name.casefold()
    return any(name in line.casefold() and len(line) > len(name) for line in lines)


def _masthead(lines: Sequence[str], cut: Sequence[str | None], candidates: Sequence[int]) -> int:
    """Return the line right above the headline if a block names the outlet there, -1 if none does.

    "The Laurel Valley Ledger / Serving two counties // Two jailers plead guilty // By ...": a short
    name and its motto, or "The Ledger | Courts", stand alone at the top, then the headline alone;
    who wrote it and when stands below the headline or with the name.
    """
    first = next((n for n, line in enumerate(lines) if line), 0)
    last = first
    while last + 1 < len(lines) and lines[last + 1]:
        last += 1
    short = lines[first].count(" ") + 1 <= _NAME_WORDS
    named = (short and last in range(first + 1, first + 3)) or (
        last in range(first, first + 3) and _names_section(lines[first])
    )
    below = [n for n in candidates if n > last]
    above = range(first, last + 1)
    if not (named and below and all(n in candidates or cut[n] is not None for n in above)):
        return -1
    headline = next((n for n in below if not _names_section(lines[n])), below[0])
    alone = not lines[headline - 1] and lines[headline].count(" ") + 1 >= _SECTION_WORDS
    between = any(cut[n] for n in range(last + 1, headline))
    around = (above, range(headline + 1, min(headline + 1 + _BELOW, len(cut))))
    signed = any(cut[n] for lines_there in around for n in lines_there)
    return headline - 1 if alone and signed and not between else -1


def _names_section(line: str) -> bool:
    """Tell whether a line is an outlet's name with a section's: "Aravot Daily News | Society"."""
    items = [item.split() for item in _SECTION_MARK.split(line)]
    if len(items) not in (2, 3) or not all(0 < len(item) <= _ITEM_WORDS for item in items):
        return False
    short = all(len(item) < _SECTION_WORDS for item in items)
    if _BAR.search(line):
        return short or _named(items[0])
    # "COLUMN — The price of a mattress" is none
    return _named(items[0]) and (short or all(map(_named, items)))


def _named(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or len(word) <= _SMALL_WORD for word in words)


def _has_shape(line: str) -> bool:
    """Tell whether a line may be a headline: no sentence, no label, no item of a list."""
    return bool(line) and not line.endswith(_NO_ENDS) and not _ITEM.match(line)


def _is_prose(lines: Sequence[str], n: int) -> bool:
    line = lines[n]
    return bool(line) and (
        (line.endswith(".") and line.count(" ") > _SHORT_SENTENCE) or _goes_on(lines, n)
    )


def _goes_on(lines: Sequence[str], n: int) -> bool:
    """Tell whether a line is broken within a sentence of its paragraph.

    "Guards beat Bauyrzhan Qalymov / and two others on Friday.", "He died in 2020. His mother, Olga
    / Petrenko, wept."; a headline in two lines ends with no full stop.
    """
    following = lines[n + 1] if n + 1 < len(lines) else ""
    before = lines[n - 1] if n else ""
    broken = following[:1].islower() or (following and _SENTENCES.search(lines[n]))
    if not (broken or (before and lines[n][0].islower())):
        return False
    last = n
    while last + 1 < min(len(lines), n + _PARAGRAPH) and lines[last + 1]:
        last += 1
    return _SENTENCE_END.search(lines[last]) is not None


def _first_of_block(lines: Sequence[str], candidates: Sequence[int]) -> int:
    """Return the last of short lines; the first of those that stand together with the story.

    "The lawyer was / Anna / Ivanova. She was freed.": what stands first stays first.
    """
    n = candidates[-1]
    if n + 1 < len(lines) and lines[n + 1]:
        while n - 1 in candidates:
            n -= 1
    return n


def menus(
    lines: Sequence[str], cut: Sequence[str | None], start: int, told: Collection[str]
) -> list[int]:
    """Return the numbers of the menu lines above a story, up to its first sentence if short.

    ``told``: what is said of a line of a menu.
    """
    found = []
    for n in range(start):
        if cut[n] in told:
            found.append(n)
        elif cut[n] is None and lines[n].endswith(".") and lines[n].count(" ") > _SHORT_SENTENCE:
            break
    return found


def _could_be_one(lines: Sequence[str], start: int) -> bool:
    """Tell whether a text's first line, long as a paragraph, is nevertheless its headline."""
    alone = not any(lines[:start]) and _has_shape(lines[start]) and not _goes_on(lines, start)
    return alone and len(lines[start]) < 250

"""Who published an article, from the page's own furniture: its claim, its masthead, its address."""

import re
from collections.abc import Sequence

from custody_records.articles.own import Pattern, PatternFile, own
from custody_records.contract.fold import fold

_MASTHEAD = re.compile(r"(?P<name>[^|]{2,60}?)\s+(?:\||—|–)\s+.*|(?P<alone>[^|]{2,40})")
_POINTS = frozenset(',;:?!"“”')
_SMALL = 3  # letters of a small word in capitals: "HELL IN CELL BLOCK" is no name
_LONGEST_NAME = 7  # words of an outlet's name with its edition's
_TOWN = 2  # words of the town beside it
_ADDRESS = re.compile(
    r"(?P<name>[A-Z][^,\d]{3,60}),\s+\d{1,4}\s+[A-Z][\w’']+.*\b(?:[A-Z]{1,2}\d\w?\s\d[A-Z]{2}|\d{5})\b.*"
)


class Publishers(PatternFile):
    """``reading/publishers.yaml``."""

    claim: Pattern
    no_name: Pattern
    rights: Pattern
    small: frozenset[str]
    masthead: Pattern
    between: Pattern
    motto: Pattern


def _rules() -> Publishers:
    return own("publishers.yaml", Publishers)


def publisher_in(
    leading: Sequence[str], trailing: Sequence[str], *, has_menu: bool = False
) -> str | None:
    """Return the publisher that the furniture above and below a story names, or None.

    A masthead counts if it has a motto behind it, if the claim at the foot agrees with it, or if
    there is no claim and the page has a menu; a name is never put together from parts.
    """
    first = _MASTHEAD.fullmatch(leading[0]) if leading else None
    if first and first["name"] and len(leading) > 1:
        return first["name"].strip()  # "Refworld | The Leader in Refugee Decision Support"
    claims = [name for line in trailing for name in _claimed(line)]
    heads = [name for line in leading if (name := _head(line))]
    for claim in claims:
        for head in heads:
            if agree(claim, head):
                return max(claim, head, key=len)
    if claims:
        return claims[0]
    for line in trailing:
        if found := _ADDRESS.fullmatch(line):
            return found["name"].strip()
    return heads[0] if has_menu and heads and heads[0] == leading[0] else None


def _claimed(line: str) -> list[str]:
    rules = _rules()
    found = rules.claim.search(line)
    if not found:
        return []
    name = rules.rights.sub("", found["name"]).strip(" -–—")
    short = len(name) > 1 and len(name.split()) < 13
    return [name] if short and name[0].isupper() and not rules.no_name.search(name) else []


def _head(line: str) -> str | None:
    found = _MASTHEAD.fullmatch(line)
    if not found:
        return None
    name = (found["name"] or found["alone"]).strip()
    words = name.split()
    bare = [w.strip("“”«»\"'()") for w in words]
    capital = [w for w in bare if w[:1].isupper() or w in _rules().small]
    return name if words and len(capital) == len(words) and len(words) < 12 else None


def is_masthead(line: str) -> bool:
    """Tell whether a line is an outlet's name or its motto: "The Laurel Valley Ledger".

    A name has a word that outlets bear and begins every word with a capital, or a motto stands
    behind it in the line: "Le Fil de Kinshasa - English edition". Behind a comma no more than a
    town does.
    """
    rules = _rules()
    if rules.motto.fullmatch(line):
        return True
    name, *behind = rules.between.split(line)
    if len(name.split()) > _LONGEST_NAME or (", " in line and not _short(behind)):
        return False
    if any(rules.motto.fullmatch(part.strip(" ()")) for part in behind):
        return True
    return rules.masthead.search(name) is not None and is_name(name)


def is_signature(line: str) -> bool:
    """Tell whether a line between headline and story is an outlet's name, perhaps with a town.

    "The Kivu Post", "HALIFAX - Atlantic Press", "Steppe Wire, Astana".
    """
    first, *behind = _rules().between.split(line)
    led = bool(behind) and _short([first]) and is_masthead(" | ".join(behind))
    return is_masthead(line) or led


def _short(parts: Sequence[str]) -> bool:
    """Tell whether each part is a motto or one or two capitalised words, as a town's name."""
    return all(
        _rules().motto.fullmatch(part)
        or (len(part.split()) <= _TOWN and all(word[0].isupper() for word in part.split()))
        for part in parts
    )


def is_name(line: str) -> bool:
    """Tell whether a line may be a body's name: few words, all with a capital or small ones."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", line)
    if not _POINTS.isdisjoint(line):
        return False
    small = _rules().small
    return 1 < len(words) <= _LONGEST_NAME and all(
        word.casefold() in small
        or (word[0].isupper() and (len(word) > _SMALL or not word.isupper()))
        for word in words
    )


def agree(one: str, other: str) -> bool:
    """Tell whether two lines name the same publisher, one perhaps more fully."""
    a, b = (re.sub(r"\W+", "", fold(x)) for x in (one, other))
    return a == b or (min(len(a), len(b)) > 5 and (a in b or b in a))

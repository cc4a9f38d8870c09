"""Who wrote an article, from the line that says so."""

from custody_records.articles.days import days_in
from custody_records.articles.own import Pattern, compiled, own
from custody_records.rulebook import RuleFile


class Bylines(RuleFile):
    """``reading/bylines.yaml``."""

    byline: Pattern
    behind_agency: Pattern
    nobody: Pattern
    picture: Pattern
    particles: frozenset[str]


def author_in(line: str) -> str | None:
    """Return the author that a byline names, None if the line is no byline.

    Every word of a name is capitalised ("By the end of May" is none) but for particles.

    >>> author_in("By RFE/RL's Kazakh Service")
    "RFE/RL's Kazakh Service"
    """
    rules = own("bylines.yaml", Bylines)
    if len(line) > 120 or compiled(rules.picture).search(line):
        return None
    behind = compiled(rules.behind_agency).fullmatch(line)
    if behind:
        return behind["author"]
    days = days_in(line)
    if days and days[0][0] > 0:  # "By Jane Doe May 3, 2019"
        line = line[: days[0][0]].rstrip(" ,|·-–—")
    found = compiled(rules.byline).fullmatch(line.strip())
    if not found:
        return None
    author = " ".join(found["author"].split()).rstrip(",;")
    names, _, place = author.rpartition(", ")
    if " " in names and " " not in place:
        author = names  # "By Chinonso Alozie, Owerri"
    words = author.split()
    small = [w for w in words if w[0].islower()]
    if compiled(rules.nobody).match(author) or author.endswith(".") or len(words) > 10:
        return None
    return author if rules.particles.issuperset(small) else None

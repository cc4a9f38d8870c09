"""Who wrote an article, from the line that says so, and what its last line tells of him."""

from custody_records.articles.article import Cut
from custody_records.articles.days import days_in
from custody_records.articles.own import Pattern, own
from custody_records.rulebook import RuleFile

BIOGRAPHY = "author-biography"
_LONGEST = 500  # characters of what is told of an author


class Bylines(RuleFile):
    """``reading/bylines.yaml``."""

    byline: Pattern
    behind_agency: Pattern
    alone: Pattern
    office_behind: Pattern
    affiliation: Pattern
    nobody: Pattern
    picture: Pattern
    before_day: str
    between_authors: Pattern
    about_author: Pattern
    particles: frozenset[str]


def author_in(line: str) -> str | None:
    """Return the author that a byline names, None if the line is no byline.

    Every word of a name is capitalised ("By the end of May" is none) but for particles.

    >>> author_in("By RFE/RL's Kazakh Service")
    "RFE/RL's Kazakh Service"
    """
    rules = own("bylines.yaml", Bylines)
    if len(line) > 120 or rules.picture.search(line):
        return None
    day, bar, behind_bar = line.partition(" | ")
    if bar and days_in(day):  # "Wednesday, June 5, 2024 | By Jane Doe, Parliament House"
        return author_in(behind_bar)
    behind = rules.behind_agency.fullmatch(line) or rules.alone.fullmatch(line)
    if behind:
        return behind["author"]
    days = days_in(line)
    if days and days[0][0] > 0:  # "By Jane Doe May 3, 2019"
        line = line[: days[0][0]].rstrip(" ,|·-–—/")
        line = line.removesuffix(f" {rules.before_day}")
    line = line.strip()
    found = rules.byline.fullmatch(line) or rules.office_behind.fullmatch(line)
    if not found:
        return None
    author = _alone(" ".join(found["author"].split()).rstrip(",;:"), rules)
    words = author.split()
    small = [w for w in words if w[0].islower()]
    if rules.nobody.match(author) or author.endswith(".") or len(words) > 10:
        return None
    return _in_small_letters(author, rules.particles) if rules.particles.issuperset(small) else None


def _alone(author: str, rules: Bylines) -> str:
    """Return the names without the town or the outlet behind them.

    "Chinonso Alozie, Owerri", "Jane Doe, Example News"; not the last of several people.
    """
    names, _, behind = author.rpartition(", ")
    outlet = rules.affiliation.search(behind)
    return names if " " in names and (" " not in behind or outlet) else author


def _in_small_letters(author: str, particles: frozenset[str]) -> str:
    """Return "Jane Doe" for "JANE DOE"; one word in capitals is an abbreviation."""
    words = author.split()
    capitals = [len(word) > 1 and word.isupper() for word in words]
    if sum(capitals) < 2:
        return author
    named = (w.title() if big else w for w, big in zip(words, capitals, strict=True))
    return " ".join(w.lower() if w.lower() in particles else w for w in named)


def cut_biography(story: list[str], author: str | None) -> list[Cut]:
    """Blank the last line of the story if it is about its author, and return what was cut.

    "Rita Cheung is a Hong Kong-based correspondent."
    """
    last = max((n for n, line in enumerate(story) if line), default=0)
    if author is None or last == 0:
        return []
    rules = own("bylines.yaml", Bylines)
    authors = [name for name in rules.between_authors.split(author) if " " in name]
    name = next((name for name in authors if story[last].startswith(name)), None)
    about = name and rules.about_author.match(story[last], len(name))
    if not about or len(story[last]) > _LONGEST:
        return []
    cut = Cut(story[last], BIOGRAPHY)
    story[last] = ""
    return [cut]

"""Who wrote an article, from the line that says so, and what its last line tells of him."""

import re

from custody_records.articles.article import Cut
from custody_records.articles.days import days_in
from custody_records.articles.own import Pattern, own
from custody_records.rulebook import RuleFile

BIOGRAPHY = "author-biography"
_LONGEST = 500  # characters of what is told of an author


class Bylines(RuleFile):
    """``reading/bylines.yaml``."""

    byline: Pattern
    outlet_and_day: Pattern
    own_reporter: Pattern
    beside_day: Pattern
    outlet: Pattern
    office_before: Pattern
    reported: Pattern
    sent: Pattern
    town: Pattern
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
    generations: tuple[str, ...]

    @property
    def whole(self) -> tuple[re.Pattern[str], ...]:
        """The forms of a whole line that need no more said of their group "author"."""
        behind = (self.outlet_and_day, self.behind_agency)
        return (*behind, self.alone, self.reported, self.sent)


def author_in(line: str) -> str | None:
    """Return the author that a byline names, None if the line is no byline.

    Every word of a name is capitalised ("By the end of May" is none) but for particles.

    >>> author_in("By RFE/RL's Kazakh Service")
    "RFE/RL's Kazakh Service"
    """
    rules = own("bylines.yaml", Bylines)
    if len(line) > 120 or rules.picture.search(line):
        return None
    if rules.own_reporter.fullmatch(line):
        return line
    days = days_in(line)
    day, bar, behind_bar = line.partition(" | ")
    if bar and days_in(day):  # "Wednesday, June 5, 2024 | By Jane Doe, Parliament House"
        return author_in(behind_bar) or _beside_day(behind_bar, rules)
    for pattern in rules.whole:
        if found := pattern.fullmatch(line):
            return str(found["author"])
    behind_day = line[days[-1][1] :].strip(" ,|·•-–—/") if days else ""
    if behind_day and (name := author_in(behind_day)):
        return name  # "May 3, 2019, by Jane Doe"
    if days and days[0][0] > 0:  # "By Jane Doe May 3, 2019", "Jane Doe | May 3, 2019"
        before = line[: days[0][0]]
        line = before.rstrip(" ,|·•-–—/").removesuffix(f" {rules.before_day}")
        if before.endswith((" | ", " · ", " • ")) and (name := _beside_day(line, rules)):
            return name
    line = rules.town.sub("", line.strip())
    forms = (rules.byline, rules.office_behind, rules.office_before)
    matched = next(filter(None, (form.fullmatch(line) for form in forms)), None)
    return _name(matched["author"], rules) if matched else None


def authors(line: str) -> list[str]:
    """Return the names of several authors: "Jane Doe and John Roe"."""
    return own("bylines.yaml", Bylines).between_authors.split(line)


def names_outlet(line: str) -> bool:
    """Tell whether a line in capitals names an outlet or a section: "THE WEEKEND INTERVIEW"."""
    return own("bylines.yaml", Bylines).outlet.search(line) is not None


def _name(printed: str, rules: Bylines) -> str | None:
    """Return the author of what stands in a byline, None if it is nobody's name."""
    author = _alone(" ".join(printed.split()).rstrip(",;:"), rules)
    words = author.split()
    small = [w for w in words if w[0].islower() and not any(map(str.isupper, w))]
    pointed = author.endswith(".") and not author.endswith(rules.generations)
    if rules.nobody.match(author) or pointed or len(words) > 10:
        return None
    return author if rules.particles.issuperset(small) else None


def _beside_day(line: str, rules: Bylines) -> str | None:
    """Return a name that stands alone beside the day, None for an outlet's or a section's."""
    found = rules.beside_day.fullmatch(line.strip())
    return found["author"] if found and not names_outlet(line) else None


def _alone(author: str, rules: Bylines) -> str:
    """Return the names without the town or the outlet behind them.

    "Chinonso Alozie, Owerri", "Jane Doe, Example News"; not the last of several people.
    """
    names, _, behind = author.rpartition(", ")
    outlet = rules.affiliation.search(behind)
    return names if " " in names and (" " not in behind or outlet) else author


def cut_biography(story: list[str], author: str | None) -> list[Cut]:
    """Blank the last line of the story if it is about its author, and return what was cut.

    "Rita Cheung is a Hong Kong-based correspondent."
    """
    last = max((n for n, line in enumerate(story) if line), default=0)
    if author is None or last == 0:
        return []
    names = (name for name in authors(author) if " " in name)
    name = next((name for name in names if story[last].startswith(name)), None)
    about = name and own("bylines.yaml", Bylines).about_author.match(story[last], len(name))
    if not about or len(story[last]) > _LONGEST:
        return []
    cut = Cut(story[last], BIOGRAPHY)
    story[last] = ""
    return [cut]

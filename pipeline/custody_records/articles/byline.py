"""Who wrote an article, from the line that says so, and what its last line tells of him."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from custody_records.articles.article import Cut
from custody_records.articles.days import days_in, readings, without_moment
from custody_records.articles.own import Pattern, PatternFile, own
from custody_records.articles.publisher import is_masthead, is_name
from custody_records.rulebook import rules_dir
from custody_records.rulebook.file import text_of
from custody_records.rulebook.sorted_table import SortedTable

BIOGRAPHY = "author-biography"
_LONGEST = 500  # characters of what is told of an author
_LONGEST_LINE = 120  # characters of a byline
_LONGEST_NAMES = 70  # characters of several names
_BAR = re.compile(r"\s[|·•]\s")
_OUTLET_BEHIND = re.compile(r"^[^\d|,–—]{5,40}\s[-–—|]\s[A-Z][^\d|.:;,–—]{1,40}$")
_ONE_WORD = re.compile(r"[^\W\d_a-zа-яё][^\s,;:!?]*")  # a town, an agency
_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]{2,}")
_FOREIGN = re.compile(r"^[A-Z]\.|[à-öø-ÿā-ž]")
_POINTS = frozenset(",.;:")


class Bylines(PatternFile):
    """``reading/bylines.yaml``."""

    byline: Pattern
    desk: Pattern
    between_parts: Pattern
    lead: Pattern
    office: Pattern
    office_behind: Pattern
    outlet: Pattern
    reported: Pattern
    signed: Pattern
    gathered: Pattern
    told_behind: Pattern
    town: Pattern
    town_behind: Pattern
    beside_name: Pattern
    behind_agency: Pattern
    alone: Pattern
    affiliation: Pattern
    nobody: Pattern
    picture: Pattern
    before_day: Pattern
    periodical: Pattern
    between_authors: Pattern
    about_author: Pattern
    within_name: tuple[str, ...]
    before_hyphen: tuple[str, ...]
    particles: frozenset[str]
    family_ending: Pattern
    generations: tuple[str, ...]

    @property
    def whole(self) -> tuple[re.Pattern[str], ...]:
        """The forms of a whole line that need no more said of their group "author"."""
        return (self.behind_agency, self.alone, self.reported, self.signed, self.gathered)

    @cached_property
    def person(self) -> re.Pattern[str]:
        """A person's name: two or three capitalised words, nothing else.

        Four, if one of them has a letter that English has not: "María Fernanda Quiroz Albán".
        """
        first, more = self._parts_of_name
        return re.compile(
            rf"(?=.{{0,60}}[^\x00-\x7f’]|\S+(?:\s\S+){{1,2}}$){first}{more}{{1,4}}"
            rf"|(?:[A-Z]\.\s?){{1,3}}{first}{more}?"
        )

    @cached_property
    def one_of_several(self) -> re.Pattern[str]:
        """One name of several without points: "Jane Doe and John Roe"."""
        first, more = self._parts_of_name
        return re.compile(rf"{first}{more}{{1,3}}")

    @property
    def _parts_of_name(self) -> tuple[str, str]:
        before, within = "|".join(self.before_hyphen), "|".join(self.within_name)
        first = rf"(?:[A-ZÀ-ÖØ-ÞĀ-ŽİŞА-ЯЁ]|(?:{before})-[A-Z])[a-zß-öø-ÿā-žА-я’'A-ZÀ-ÖØ-Þ-]+"
        return first, rf"(?:\s(?:[A-Z]\.|{first}|{within}))"


@dataclass(frozen=True, slots=True)
class Credit:
    """A person's name in a line that holds nothing but who wrote, for whom, where and when.

    ``said``: a word for an author stands with it; ``dated``: a day does.
    """

    name: str
    said: bool
    dated: bool


def author_in(line: str) -> str | None:
    """Return the author that a byline names, None if the line is no byline.

    Every word of a name is capitalised ("By the end of May" is none) but for particles.

    >>> author_in("By RFE/RL's Kazakh Service")
    "RFE/RL's Kazakh Service"
    """
    rules = own("bylines.yaml", Bylines)
    if len(line) > _LONGEST_LINE or rules.picture.match(line):
        return None
    if desk := rules.desk.fullmatch(line):
        return str(desk["author"])
    for pattern in rules.whole:
        if found := pattern.fullmatch(line):
            return str(found["author"])
    named = credit(line)
    if named and (named.said or (named.dated and _BAR.search(line))):
        return named.name
    days = days_in(line)
    behind_day = line[days[-1][1] :].strip(" ,|·•-–—/") if days else ""
    if behind_day and (name := author_in(behind_day)):
        return name  # "May 3, 2019, by Jane Doe"
    if days and days[0][0] > 0:  # "By Jane Doe May 3, 2019"
        line = rules.before_day.sub("", line[: days[0][0]].rstrip(" ,|·•-–—/"))
    matched = rules.byline.fullmatch(rules.town.sub("", line.strip()))
    return _name(matched["author"], rules) if matched else None


def credit(line: str) -> Credit | None:
    """Return the credit that a line is, or None if any part of it is something else.

    "28/07/2020 — Jane Doe", "Jane Doe | EXN | Updated: 3 May 2019", "Rouen, our correspondent Jane
    Doe", "Jane Doe, Staff Writer". A line that holds several names in a row tells none.
    """
    read = _parts(line)
    if not all(read):
        return None
    said = any(office for _, office in filter(None, read))
    dated = bool(days_in(readings(line)[0]))
    leads = [n for n, found in enumerate(read) if found and found[1] and found[0]]
    found = [name for name, _ in filter(None, read[leads[0] if leads else 0 :]) if name]
    found = found if said else [name for name in found if not is_town(name)]
    if len(found) > 1 and all(map(is_known, found)) and ", ".join(found) in line:
        found = [", ".join(found)]  # "Reporters: Jane Doe, John Roe"
    if len(found) == 2 and (_OUTLET_BEHIND.search(line) or dated or not is_known(found[1])):
        found.pop()  # "Jane Doe - Example Courier", "Jane Doe | Club Example | 3 May 2019"
    return Credit(found[0], said=said, dated=dated) if len(found) == 1 else None


def is_credits(line: str, *, least: int = 0) -> bool:
    """Tell whether every part of a line, ``least`` or more, tells who wrote, for whom, where, when.

    The day is none of the parts.
    """
    read = _parts(line)
    return bool(read) and all(read) and len(read) > least


@lru_cache(maxsize=256)  # a line is asked by each step that cuts furniture
def _parts(line: str) -> tuple[tuple[str, bool] | None, ...]:
    """Return what each part of a line says of its author; nothing of a line too long for it."""
    if len(line) > _LONGEST_LINE:
        return ()
    rules = own("bylines.yaml", Bylines)
    line = readings(line)[0]
    for start, end, _ in reversed(days_in(line)):
        line = f"{line[:start]} | {line[end:]}"
    parts = rules.between_parts.split(without_moment(line))
    return tuple(_part(rules.before_day.sub("", part.strip(" .:;–—")), rules) for part in parts)


def _part(part: str, rules: Bylines) -> tuple[str, bool] | None:
    """Return (the name in one part of a credit, whether a word for an author stands with it).

    None if the part is neither that nor a town, an outlet with its issue, an agency or a picture's
    credit.
    """
    if rules.picture.match(part) or rules.periodical.fullmatch(part):
        return "", False
    lead = rules.lead.match(part)
    name = part[lead.end() :] if lead else part
    behind = rules.office_behind.fullmatch(name)
    if behind:
        name = behind["author"] or behind["sender"]
    name = rules.town_behind.sub("", rules.beside_name.sub("", name))
    if names_people(name) and not names_outlet(name):
        return name, bool(lead or behind)
    if rules.office.fullmatch(part):
        return "", True
    beside = not part or _ONE_WORD.fullmatch(name) or (is_name(name) and names_outlet(name))
    return ("", False) if beside else None


def is_town(name: str) -> bool:
    """Tell whether a name is a settlement's: "Chiang Mai | 3 May 2019"."""
    return bool(_towns().find(name.casefold()))


@lru_cache(maxsize=1)
def _towns() -> SortedTable:
    return SortedTable(rules_dir() / "places" / "settlements.csv")


def says_by(line: str) -> bool:
    """Tell whether a line says "By" or the like before its author."""
    return own("bylines.yaml", Bylines).byline.fullmatch(line.strip()) is not None


def in_small_letters(author: str) -> str:
    """Return people's names that are printed in capitals as running text prints them.

    >>> in_small_letters("JANE O'DOE-ROE")
    "Jane O'Doe-Roe"
    """
    rules = own("bylines.yaml", Bylines)
    names = authors(author)
    if any(map(str.islower, author)) or not all(" " in n and names_people(n) for n in names):
        return author
    words = (w.lower() if w.lower() in rules.particles else w for w in author.split(" "))
    return _CAPITALS.sub(lambda found: found[0].capitalize(), " ".join(words))


def is_known(name: str) -> bool:
    """Tell whether a name has an initial, a letter that English has not, or a name's known word."""
    words = name.casefold().split()
    ending = own("bylines.yaml", Bylines).family_ending
    if _FOREIGN.search(name):
        return True
    tables = _known("given_names.csv"), _known("family_names.csv")
    known = any(not table.isdisjoint(words) for table in tables)
    return known or ending.search(words[-1]) is not None


def is_given(word: str) -> bool:
    """Tell whether a word is known as a given name."""
    return word.casefold() in _known("given_names.csv")


@lru_cache(maxsize=2)
def _known(name: str) -> frozenset[str]:
    return frozenset(text_of(rules_dir() / "names" / name).casefold().split("\n")[1:])


def names_people(line: str) -> bool:
    """Tell whether a line is a person's name or several people's, nothing else."""
    rules = own("bylines.yaml", Bylines)
    if rules.person.fullmatch(line):
        return True
    names = authors(line)
    several = len(names) > 1 and len(line) <= _LONGEST_NAMES and _POINTS.isdisjoint(line)
    return several and all(map(rules.one_of_several.fullmatch, names))


def authors(line: str) -> list[str]:
    """Return the names of several authors: "Jane Doe and John Roe"."""
    return own("bylines.yaml", Bylines).between_authors.split(line)


def names_outlet(line: str) -> bool:
    """Tell whether a line in capitals names an outlet or a section: "THE WEEKEND INTERVIEW"."""
    return own("bylines.yaml", Bylines).outlet.search(line) is not None or is_masthead(line)


def _name(printed: str, rules: Bylines) -> str | None:
    """Return the author of what stands in a byline, None if it is nobody's name."""
    author = _alone(" ".join(printed.split()).rstrip(",;:"), rules)
    words = author.split()
    small = [w for w in words if w[0].islower() and not any(map(str.isupper, w))]
    pointed = author.endswith(".") and not author.endswith(rules.generations)
    if rules.nobody.match(author) or pointed or len(words) > 10:
        return None
    return author if rules.particles.issuperset(small) else None


def _alone(author: str, rules: Bylines) -> str:
    """Return the names without the town or the outlet behind them.

    "Chinonso Alozie, Owerri", "Jane Doe, Example News"; not the last of several people.
    """
    names, _, behind = author.rpartition(", ")
    outlet = rules.affiliation.search(behind)
    return names if " " in names and (" " not in behind or outlet) else author


def author_below(story: list[str], below: list[str]) -> str | None:
    """Return the author of whom a line below a story or its last one tells, and no other line.

    "Jane Doe is a columnist."
    """
    last = next((line for line in reversed(story) if line), "")
    for line in (last, *below):
        told = own("bylines.yaml", Bylines).told_behind.fullmatch(line[:_LONGEST])
        if told and not any(told["author"] in other for other in story if other != line):
            return str(told["author"])
    return None


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

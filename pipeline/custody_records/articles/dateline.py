"""The dateline: the place printed before a story's first words, and the day beside it."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from string import Template

from custody_records import rulebook
from custody_records.articles.byline import is_town, names_outlet
from custody_records.articles.own import Outlets, own
from custody_records.rulebook.rule import Rule, RuleFile

_BIG, _SMALL = "A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠȘŢȚŹŻŽ", "a-zß-öø-ÿāăąćčďđēęěğīıłńňőřśşšţťūůűźżžșț"
_WORD = rf"[{_BIG}А-ЯЁ][{_SMALL}а-яё’'`]+(?:-[{_BIG}А-ЯЁ]?[{_SMALL}а-яё]+){{0,3}}"
_CAPS = rf"(?:ST\.\s)?(?:[{_BIG}][{_BIG}’'`]+(?:-[{_BIG}]+){{0,3}}|[А-ЯЁ]{{3,}}(?:-[А-ЯЁ]+){{0,3}})"

_DASHES = ("-", "–", "—")
_LETTERS = 4  # of an acronym that is no town's name
_FIRST = 5  # lines of the story in which a dateline may stand


class DatelineRule(Rule):
    """One way to print a dateline; its examples read the ``place``.

    ``told``: it is a dateline only if the story is set in that place.
    """

    pattern: str
    told: bool = False

    def patterns(self) -> dict[str, str]:
        """Return the regular expression for a line's start, its parts filled in by the file."""
        return {"pattern": rf"\A(?:{self.pattern})"}


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, and the whole span up to the dash (which may carry a day).

    ``credited``: it stands on a line below the headline that is no part of the story.
    """

    place: str
    whole: str
    rule: str
    credited: bool = False

    @property
    def stated(self) -> bool:
        """Whether it is the story's dateline: in a line of credits, in capitals or before a dash.

        "Jane Doe, Osh, 3 May 2021" tells where its author sat, "OSH, 3 May 2021" opens the story.
        """
        behind = self.whole.partition(self.place)[2].lstrip()
        printed = behind.startswith(_DASHES) or self.place.partition(",")[0].isupper()
        return not self.credited or printed


class Datelines(RuleFile):
    """All ways to print a dateline: ``rules/articles/datelines.yaml``."""

    months: list[str]
    weekdays: list[str]
    years: list[str]
    regions: list[str]
    datelines: list[DatelineRule]
    countries: list[str]
    never: frozenset[str]
    always: frozenset[str]
    before_place: tuple[str, ...]

    @cached_property
    def parts(self) -> dict[str, str]:
        """What the names in braces of a pattern stand for."""
        month = rf"(?:{'|'.join(self.months)})\.?"
        year = rf"\d{{4}}(?:\s(?:{'|'.join(map(re.escape, self.years))}))?"
        day = (
            rf"(?:(?:{'|'.join(self.weekdays)})\.?,?\s)?(?:(?:{month}\s\d{{1,2}}|\d{{1,2}}\s{month})(?:,?\s{year})?"
            r"|\d{1,2}[./]\d{1,2}[./]\d{4})"
        )
        agencies = "|".join(own("outlets.yaml", Outlets).agencies)
        region = "|".join(self.regions)
        return {
            "DAY": day,
            "DASH": r"(?:(?:--|—|–|-)(?=\s|[“\"])|(?:—|--)(?=[A-ZА-ЯЁ]))",
            "PLACE": rf"(?:St\.\s)?{_WORD}(?:(?:\s/\s|[\s/]){_WORD}){{0,3}}",
            "CAPS": rf"{_CAPS}(?:(?:\s/\s|[\s/]){_CAPS}){{0,4}}",
            "ONE": rf"(?:{_WORD}|{_CAPS})",
            "HOUR": r"(?:,?\s\d{1,2}[:.]\d\d(?:\s[A-Z]{2,4})?)",
            "REGION": (
                rf"(?:,\s(?!{day}|(?:{agencies})\b)"
                r"(?:[A-Z]{2}\b|(?:[A-Z]\.){2}|(?:[A-Z]\.\s?)?[A-Z][a-z]{1,4}\."
                rf"|(?:[A-Z]{{2}}\s)?{_WORD}(?:\s(?:{_WORD}|{region})){{0,2}}))"
            ),
            "AGENCY": (
                r"[A-ZА-ЯЁ0-9][\w./’'-]{1,24}(?:\s(?:[a-z]{2,3}\s)?[A-Z0-9][\w./’'-]{1,20}){0,2}"
            ),
            "COUNTRY": "|".join(map(re.escape, self.countries)),
        }

    @cached_property
    def rules(self) -> list[DatelineRule]:
        """The rules with the parts of their patterns filled in."""
        return [
            rule.model_copy(update={"pattern": Template(rule.pattern).substitute(self.parts)})
            for rule in self.datelines
        ]

    @cached_property
    def compiled(self) -> list[tuple[str, re.Pattern[str]]]:
        """Rule ids with their compiled patterns, in the order they are tried."""
        return [(rule.id, re.compile(rule.pattern)) for rule in self.rules]

    @cached_property
    def _told(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.datelines if rule.told)

    def read(self, line: str) -> Dateline | None:
        """Return the dateline at the start of a line of the story, or None."""
        head = line[:160]
        for rule, pattern in self.compiled:
            found = pattern.match(head)
            if not found:
                continue
            place = found["place"]
            words = re.split(r"[\s,.-]+", place.casefold())
            # "OSCE – the organisation" is an abbreviation, "UPDATE - " a label: "never" names them.
            named = self.never.isdisjoint((words[0], words[-1])) or place in self.always
            if named and not _is_agency(place):
                return Dateline(place, found[0], rule)
        return None

    def of(self, story: list[str], head: list[str]) -> Dateline | None:
        """Return the dateline of one of the first lines, or of a line below the headline.

        Captions may stand before it. Where more lines begin so, they are the items of a digest or
        the turns of an interview.
        """
        for line in [line for line in story if line][:_FIRST]:
            if found := self.read(line):
                others = [other for other in story if other and other != line]
                items = any((o := self.read(other)) and o.rule == found.rule for other in others)
                told = found.rule not in self._told or self._is_set_in(found.place, story)
                if told and not items:
                    return found
        for found in filter(None, map(self.read, head)):
            if self._names_place(found, story):
                return replace(found, credited=True)
        return None

    def _names_place(self, found: Dateline, story: list[str]) -> bool:
        """Tell whether a line below the headline names a place: "Jane Doe | 3 May" does not."""
        told = found.rule not in self._told or self._is_set_in(found.place, story)
        return told and not names_outlet(found.place)

    def _is_set_in(self, place: str, story: list[str]) -> bool:
        before = "|".join(self.before_place)
        return re.search(rf"\b(?:{before})\s{re.escape(place)}\b", "\n".join(story)) is not None


def _is_agency(place: str) -> bool:
    """Tell whether an agency's letters stand where a place could: "KUNA – Four men fled"."""
    known = place.casefold() in (name.casefold() for name in own("outlets.yaml", Outlets).agencies)
    return known or (place.isupper() and len(place) <= _LETTERS and not is_town(place))


def load(rules: Path) -> Datelines:
    """Read the rules. Raises RuleError."""
    return rulebook.read(rules / "articles" / "datelines.yaml", Datelines)

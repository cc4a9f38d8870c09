"""The dateline: the place printed before a story's first words, and the day beside it."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Template

from custody_records import rulebook
from custody_records.rulebook.rule import Rule, RuleFile

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\.?"
)
_DAY = (
    rf"(?:(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_WORD = r"[A-ZА-ЯЁ][a-zа-яё’'`]+(?:-[A-ZА-ЯЁ]?[a-zа-яё]+){0,3}"
_CAPS = r"(?:ST\.\s)?(?:[A-Z][A-Z’'`]+(?:-[A-Z]+){0,3}|[А-ЯЁ]{3,}(?:-[А-ЯЁ]+){0,3})"
_PARTS = {
    "DAY": _DAY,
    "DASH": r"(?:(?:--|—|–|-)(?=\s|[“\"])|—(?=[A-ZА-ЯЁ]))",
    "PLACE": rf"(?:St\.\s)?{_WORD}(?:[\s/]{_WORD}){{0,3}}",
    "CAPS": rf"{_CAPS}(?:[\s/]{_CAPS}){{0,3}}",
    "REGION": (
        rf"(?:,\s(?!{_MONTH}\s\d|(?:${{AGENCIES}})\b)"
        rf"(?:[A-Z]{{2}}\b|D\.C\.|{_WORD}(?:\s(?:{_WORD}|region|province)){{0,2}}))"
    ),
    "AGENCY": r"[A-ZА-ЯЁ0-9][\w./’'-]{1,24}(?:\s[A-Z][\w./’'-]{1,20}){0,2}",
}


class DatelineRule(Rule):
    """One way to print a dateline; its examples read the ``place``."""

    pattern: str

    def patterns(self) -> dict[str, str]:
        """Return the regular expression with the common parts filled in, for a line's start."""
        return {"pattern": rf"\A(?:{Template(self.pattern).safe_substitute(_PARTS)})"}


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, and the whole stretch up to the dash (which may carry a day)."""

    place: str
    whole: str
    rule: str


class Datelines(RuleFile):
    """All ways to print a dateline: ``rules/articles/datelines.yaml``."""

    datelines: list[DatelineRule]
    countries: list[str]
    agencies: list[str]
    never: frozenset[str]
    always: frozenset[str]

    @cached_property
    def patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        """Rule ids with their compiled patterns, in the order they are tried."""
        parts = _PARTS | {
            "COUNTRY": "|".join(map(re.escape, self.countries)),
            "REGION": Template(_PARTS["REGION"]).substitute(
                AGENCIES="|".join(map(re.escape, self.agencies))
            ),
        }
        return [
            (rule.id, re.compile(Template(rule.pattern).substitute(parts)))
            for rule in self.datelines
        ]

    def read(self, line: str) -> Dateline | None:
        """Return the dateline at the start of a line of the story, or None."""
        head = line[:160]
        for rule, pattern in self.patterns:
            found = pattern.match(head)
            if not found:
                continue
            place = found["place"]
            first = re.split(r"[\s,.-]", place, maxsplit=1)[0].casefold()
            # "OSCE – the organisation" is an abbreviation, "UPDATE - " a label: "never" names them.
            if first not in self.never or place in self.always:
                return Dateline(place, found[0], rule)
        return None


def load(rules: Path) -> Datelines:
    """Read the rules. Raises RuleError."""
    return rulebook.read(rules / "articles" / "datelines.yaml", Datelines)

"""What stands around time expressions in one language: the wordings of ``contexts.yaml``."""

import re
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from custody_records.rulebook import Regex, RuleData, read

_NEVER = "(?!)"


class MonthFirst(RuleData):
    """Where "2/8/2012" is 8 February: ISO codes of countries, and signs of an article on them."""

    countries: frozenset[str] = frozenset()
    signs: Regex = _NEVER


class ContextFile(RuleData):
    """The file ``contexts.yaml``; it says what each regular expression is for."""

    to: Regex
    between_and: Regex
    between: Regex
    and_: Regex
    apposed: Regex
    sides: dict[Literal["BEFORE", "AFTER", "APPROX"], Regex]
    saying: Regex
    had_since: Regex
    forenames: frozenset[str]
    month: Regex
    dated: Regex = _NEVER
    chronicle: Regex = _NEVER
    month_first: MonthFirst = MonthFirst()


class Contexts:
    """The wordings of a language, compiled."""

    def __init__(self, content: ContextFile) -> None:
        self._content = content

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read ``contexts.yaml`` in a language's folder. Raises RuleError."""
        return cls(read(folder / "contexts.yaml", ContextFile))

    @cached_property
    def forenames(self) -> frozenset[str]:
        """Months that are given names, in lower case."""
        return self._content.forenames

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """Right before a month that is one even where a person of the text bears its name."""
        return _compiled(self._content.dated)

    @cached_property
    def chronicle(self) -> re.Pattern[str]:
        """In a title over the events of the year that it names."""
        return _compiled(self._content.chronicle)

    @property
    def month_first(self) -> frozenset[str]:
        """Countries that write the month before the day."""
        return self._content.month_first.countries

    @cached_property
    def month_first_signs(self) -> re.Pattern[str]:
        """In an article on such a country that does not name it."""
        return re.compile(self._content.month_first.signs)

    @cached_property
    def to(self) -> re.Pattern[str]:
        """Between the two ends of a range."""
        return _compiled(self._content.to)

    @cached_property
    def between(self) -> re.Pattern[str]:
        """Before the first end of a range that "and" joins."""
        return _compiled(self._content.between)

    @cached_property
    def between_and(self) -> re.Pattern[str]:
        """Between the ends of a range behind ``between``."""
        return _compiled(self._content.between_and)

    @cached_property
    def and_(self) -> re.Pattern[str]:
        """Between the members of a list."""
        return _compiled(self._content.and_)

    @cached_property
    def apposed(self) -> re.Pattern[str]:
        """Between an expression and the date that tells its day."""
        return _compiled(self._content.apposed)

    @cached_property
    def sides(self) -> re.Pattern[str]:
        """Right before a date; the group's name is the modifier."""
        sides = self._content.sides
        return _compiled("|".join(f"(?P<{mod}>{sides[mod]})" for mod in sorted(sides)))

    @cached_property
    def saying(self) -> re.Pattern[str]:
        """Right before the day of a mere report."""
        return _compiled(self._content.saying)

    @cached_property
    def had_since(self) -> re.Pattern[str]:
        """Right before a day that lies before what the story tells."""
        return _compiled(self._content.had_since)

    @cached_property
    def month(self) -> re.Pattern[str]:
        """A month in letters."""
        return _compiled(self._content.month)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)

"""What stands around time expressions in one language: the wordings of ``contexts.yaml``."""

import re
from functools import cached_property
from typing import Literal

from custody_records.rulebook import CasedRegex, CaselessRegex, Regex, RuleData

_NEVER = "(?!)"


class MonthFirst(RuleData):
    """Where "2/8/2012" is 8 February: ISO codes of countries, and signs of an article on them."""

    countries: frozenset[str] = frozenset()
    signs: CasedRegex = re.compile(_NEVER)


class Contexts(RuleData):
    """The file ``contexts.yaml``; it says where each regular expression is tried."""

    to: CaselessRegex
    between_and: CaselessRegex
    between: CaselessRegex
    and_: CaselessRegex
    apposed: CaselessRegex
    sides: dict[Literal["BEFORE", "AFTER", "APPROX"], Regex]
    due: CaselessRegex = re.compile(_NEVER)
    owner: CaselessRegex = re.compile(_NEVER)
    saying: CaselessRegex
    forenames: frozenset[str]
    bearers: tuple[CasedRegex, ...] = ()
    month: CaselessRegex
    dated: CaselessRegex = re.compile(_NEVER)
    lasting: CaselessRegex = re.compile(_NEVER)
    chronicle: CaselessRegex = re.compile(_NEVER)
    month_first: MonthFirst = MonthFirst()

    @cached_property
    def side(self) -> re.Pattern[str]:
        """Right before a date; the group's name is the modifier."""
        sides = (f"(?P<{mod}>{self.sides[mod]})" for mod in sorted(self.sides))
        return re.compile("|".join(sides), re.IGNORECASE)

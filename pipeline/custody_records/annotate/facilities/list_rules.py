"""The file ``lists.yaml`` as a model, with the patterns that several lists share."""

import re
from functools import cached_property, partial

from custody_records.annotate import openings
from custody_records.annotate.facilities.letters import SPACE
from custody_records.rulebook import RuleFile

# The alternatives of a pattern; a space of a word is any space within a line.
any_of = partial(openings.any_of, blank=SPACE)


class ListFile(RuleFile):
    """``lists.yaml``: words in lower case; its head says what each list is for."""

    conjunctions: tuple[str, ...]
    near: tuple[str, ...]
    within: tuple[str, ...]
    closes: tuple[str, ...]
    opens: tuple[str, ...]
    opens_quoted: tuple[str, ...]
    small: frozenset[str]
    also: tuple[str, ...]
    called: tuple[str, ...]
    article: tuple[str, ...]
    code: tuple[str, ...]

    @property
    def place(self) -> str:
        """A pattern for the place of a list's item: " in the Hrodna"."""
        return (
            rf"(?:{SPACE}(?:{any_of(self.near)}){SPACE}(?:(?:{any_of(self.article)}){SPACE})?"
            rf"[A-ZА-Я][\w’'-]+(?:{SPACE}[A-Z][\w’'-]+){{0,2}})"
        )

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """What may follow a number without "No." that belongs to a list."""
        return re.compile(rf"{SPACE}*(?:[.,;:)»”]|$|\n|(?:{any_of(self.closes)})\b)")

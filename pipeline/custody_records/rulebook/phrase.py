"""A pattern of a language that decides something without being a rule that fires by itself."""

import re
from functools import cached_property

from pydantic import Field, model_validator

from custody_records.rulebook.rule import Regex, RuleData


class Phrase(RuleData):
    """A pattern with its reason and examples, which are tried when the file is read.

    ``match`` are texts in which the pattern is found, ``no_match`` texts in which it is not.
    bare string in YAML is the pattern alone.
    """

    pattern: Regex
    reason: str = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    no_match: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _holds(self) -> "Phrase":
        for text in self.match:
            if not self.regex.search(text):
                raise ValueError(f"the pattern is not found in its example {text!r}")
        for text in self.no_match:
            if self.regex.search(text):
                raise ValueError(f"the pattern is found in {text!r}, which it must not match")
        return self

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.pattern)

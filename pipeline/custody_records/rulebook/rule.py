"""What every rule has, whatever it is a rule of: id, reason, and examples that are run."""

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Fields = dict[str, Any]


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression of a rule. ValueError if it does not compile."""
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise ValueError(
            f"not a regular expression: {error}: {pattern}; correct or quote it"
        ) from error


# A regular expression; one that does not compile is an error of its file and line.
_COMPILES = AfterValidator(lambda pattern: compiled(pattern).pattern)
Regex = Annotated[str, _COMPILES]
# The same compiled, and compiled to be tried without regard to case.
CasedRegex = Annotated[re.Pattern[str], BeforeValidator(lambda pattern: compiled(str(pattern)))]
CaselessRegex = Annotated[
    re.Pattern[str], BeforeValidator(lambda pattern: compiled(str(pattern), re.IGNORECASE))
]


def _words(value: object) -> object:
    if isinstance(value, list):
        return frozenset(word for line in value for word in str(line).split())
    return value


# In YAML lines of words that white space parts, which stay short to read.
WordList = Annotated[frozenset[str], BeforeValidator(_words)]


class RuleData(BaseModel):
    """Data of ``rules/``: unknown keys are refused, and nothing changes what was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(RuleData):
    """A text on which a rule is tried; in YAML a bare string is the text alone.

    ``reads`` are the attributes that the rule's readings of it must have (those that are named;
    others are free): one mapping for a single reading, a list for several in text order.
    ``country``, ``published``, ``publisher`` and ``language`` set what the article around the text
    would tell.
    """

    text: str = Field(min_length=1)
    reads: Fields | list[Fields] | None = None
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    published: date | None = None
    publisher: str | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @property
    def expected(self) -> list[Fields] | None:
        """The expected readings as a list; None if only firing is asked for."""
        return [self.reads] if isinstance(self.reads, dict) else self.reads


class Rule(RuleData):
    """A rule: its id, why it stands, and examples of its own that the tests run.

    ``match`` are examples that the rule must fire on, ``no_match`` near misses that it must not.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    reason: str = Field(min_length=1)
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()

    def in_language(self, code: str) -> Self:
        """Return the rule with its examples in the language of an ISO 639-1 code."""
        told = {
            name: tuple(e.model_copy(update={"language": code}) for e in getattr(self, name))
            for name in ("match", "no_match")
        }
        return self.model_copy(update=told)

    def patterns(self) -> dict[str, str]:
        """Return the rule's regular expressions by name; they are measured on hostile text."""
        fields = type(self).model_fields.items()
        regexes = (name for name, field in fields if _COMPILES in field.metadata)
        return {name: value for name in regexes if (value := getattr(self, name))}

    def words(self) -> tuple[str, ...]:
        """Return the entries that are looked up in folded text, to find unreachable ones."""
        return ()


class RuleFile(RuleData):
    """A file of rules may say more beside its rules; the keys it may have stand in subclasses."""

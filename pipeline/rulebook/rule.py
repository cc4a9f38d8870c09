"""What every rule has, whatever it is a rule of."""

from pydantic import BaseModel, ConfigDict, Field


class Rule(BaseModel):
    """A rule: its id, why it stands, and examples of its own that the tests run.

    ``match`` are texts (or texts with their expected reading, in the subclasses) that the rule
    must fire on, ``no_match`` texts that it must not.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    reason: str = Field(min_length=1)
    match: list[str] = []
    no_match: list[str] = []

"""What every model of the contract shares: strict validation, and how an entry tells its origin."""

from pydantic import BaseModel, ConfigDict, Field, model_validator

from custody_records.contract.values import Maker


class Strict(BaseModel):
    """A model that refuses unknown fields and does not coerce types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Mention(Strict):
    """One span of the body that names a thing.

    ``start`` and ``end`` are offsets in Unicode code points: ``body[start:end] == text``.
    """

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _as_long_as_its_text(self) -> "Mention":
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"mention {self.text!r} has {len(self.text)} characters, "
                f"its offsets {self.start}-{self.end} span {self.end - self.start}"
            )
        return self


class Provenance(Strict):
    """Which rule, model or gazetteer made an entry; ``base`` is what a value was derived from."""

    by: Maker
    id: str
    base: str | None = None


class Link(Strict):
    """A known thing of an authority (gazetteer) that an entry stands for. Degrees are WGS 84.

    ``verified`` is False where the gazetteer's row rests on no source that can be looked up
    ("general knowledge"); None where the authority does not say.
    """

    authority: str
    id: str
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    verified: bool | None = None


class Entry(Strict):
    """One distinct thing of the article, with the places where the body mentions it."""

    mentions: list[Mention]
    provenance: list[Provenance]

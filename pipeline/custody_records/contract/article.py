"""The article's own data, as a record carries it."""

from datetime import date

from pydantic import Field, field_validator

from custody_records.contract.base import Strict
from custody_records.contract.values import PublishedBasis


class ArticleInfo(Strict):
    """Where a text comes from, when it appeared, and in which language."""

    id: str = Field(pattern=r"^[\w.-]+$")
    source: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    published_basis: PublishedBasis
    language: str = Field(pattern=r"^[a-z]{2}$|^und$")
    dateline: str | None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    notice: str | None = None
    duplicate_of: str | None = None

    @field_validator("published")
    @classmethod
    def _is_a_day(cls, value: str | None) -> str | None:
        if value is not None and date.fromisoformat(value).isoformat() != value:
            raise ValueError(f"{value!r} is not an ISO date (YYYY-MM-DD)")
        return value

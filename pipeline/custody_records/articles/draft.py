"""An article as its file has it: uncleaned text, and what the file itself says about it."""

from dataclasses import dataclass

from custody_records.contract.values import PublishedBasis


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format's reader found. Values are as given; ``text`` is not yet cleaned.

    ``cleaned`` says that the text is a body that was cut before: nothing more is cut.
    ``published`` is an ISO date with its basis; ``page`` is, for HTML, the whole page's text in
    lines, in which a date line or a byline that is no part of the story can still be found.
    ``declared_language`` is a page's ``lang``, ``guessed_day`` what htmldate makes of the page,
    ``marked_days`` the days of its ``<time>`` elements.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    basis: PublishedBasis = "none"
    language: str | None = None
    notice: str | None = None
    cleaned: bool = False
    page: str | None = None
    declared_language: str | None = None
    guessed_day: str | None = None
    marked_days: frozenset[str] = frozenset()

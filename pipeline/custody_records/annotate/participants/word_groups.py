"""The small words by which roles are followed and rows of names are read."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from custody_records.annotate.lexicon.lexicon import ClosedFile


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of closed classes, relative pronouns, the prepositions before whom something is
    given or done to, the participles of verbs that have somebody beside what is given ("was denied
    a visit"), the prepositions before what somebody is charged with, punished for or stopped from,
    and the participles of verbs that have somebody beside what he must do ("was made to kneel")."""

    closed: ClosedFile
    relative: frozenset[str]
    recipients: frozenset[str]
    giving: frozenset[str]
    charging: frozenset[str]
    causing: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowWords:
    """Words in rows of names: ``people``, what joins the last two names, "others", the prepositions
    between a plural noun and the row that names whom it counts, the words that open the names of
    some of them ("including"), those before "with" whoever is in somebody's company ("along"),
    "with" itself, articles, the words of "32-year-old", how many people a word counts, and what
    stands between a noun and the name that it gives ("identified as"); in lower case."""

    people: Container[str]
    joiners: frozenset[str]
    others: frozenset[str]
    before_rows: frozenset[str]
    some_named: frozenset[str]
    company: frozenset[str]
    companion: frozenset[str]
    articles: frozenset[str]
    ages: frozenset[str]
    sizes: Mapping[str, int]
    naming: re.Pattern[str]

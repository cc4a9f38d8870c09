"""The rules of organizations: head words, what may be joined inside a name, and known bodies."""

from pathlib import Path

from pydantic import Field

from custody_records.annotate.lexicon.noun import BodyKind
from custody_records.rulebook import (
    Cells,
    Regex,
    Rule,
    RuleData,
    RuleFile,
    WordList,
    read,
    read_list,
    read_table,
)


class HeadRule(Rule):
    """The nouns of a ``kind`` of body make the capitalised words around them its name.

    ``tails`` are the prepositions after which the name may go on ("Ministry of ..."). ``closes``:
    what ends in such a noun is a body by itself behind "and" ("the Ministry of Justice and Prison
    Service"), not one more subject of the body before.
    """

    kind: BodyKind
    tails: tuple[str, ...] = ()
    closes: bool = True


class FormRule(Rule):
    """A form that names a body; see the head of ``organizations/forms.yaml``.

    ``in_title_case``: it needs no capital to be told from prose, and so holds in a headline, too.
    """

    pattern: str | None = None
    cue: Regex = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    opens: WordList = frozenset()
    tail: str | None = None
    weak: bool = False
    in_title_case: bool = False


class FormFile(RuleFile):
    """``organizations/forms.yaml``."""

    offices: str
    foreign: str
    determiners: frozenset[str]
    particles: frozenset[str]
    rules: tuple[FormRule, ...]


class SubjectFile(RuleFile):
    """``organizations/subjects.yaml``."""

    subjects: WordList
    possessors: WordList
    levels: WordList
    ministries: WordList
    never: frozenset[str]
    joined_places: WordList
    never_inside: WordList
    causes: frozenset[str]
    months: frozenset[str]
    abbreviated: frozenset[str]
    unions: frozenset[str]
    ordinals: frozenset[str]
    police: frozenset[str]
    claimed: frozenset[str]
    kindred: frozenset[str]
    deeper: frozenset[str]
    dating: frozenset[str]
    inverted: frozenset[str]
    forces: frozenset[str]
    standing_for: frozenset[str]
    stands_for: frozenset[str]
    police_buildings: frozenset[str]
    holding: frozenset[str]
    held: frozenset[str]
    opening: frozenset[str]
    places_of: frozenset[str]
    of_offices: frozenset[str]
    saints: frozenset[str]
    number_signs: frozenset[str]
    field_endings: tuple[str, ...]
    regions_after: frozenset[str]
    regions_of_world: frozenset[str]
    creeds: frozenset[str]
    unspelled: frozenset[str]
    branches: frozenset[str]

    def of_prison(self, before: str, head: str) -> bool:
        """Tell whether two words name where people are held and no body: "Processing Center"."""
        return head in self.holding and before in self.held


class KnownBody(RuleData):
    """A row of ``organizations/known.csv``: a body and other names of it."""

    name: str = Field(min_length=2)
    aliases: Cells = ()


class OrganizationRules:
    """Every rule file of organizations, read once. Raises RuleError."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "organizations"
        self.heads = read_list(folder / "heads.yaml", HeadRule)
        self.forms = read(folder / "forms.yaml", FormFile)
        self.subjects = read(folder / "subjects.yaml", SubjectFile)
        self.known = read_table(folder / "known.csv", KnownBody)

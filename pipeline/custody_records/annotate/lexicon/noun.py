"""A noun of the lexicon: what it denotes, and the traits by which components tell nouns apart."""

from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from custody_records.rulebook import Cells, RuleData, cells

# What a noun can name. "address" is a form of address ("Mr"), which is no role.
Denotes = Literal[
    "person", "body", "medium", "prison", "region", "settlement", "realm", "landform",
    "building", "document", "event", "award", "work", "language", "disease", "product",
    "address",
]  # fmt: skip
# How a person's noun stands beside a name: each of these makes it a role.
Role = Literal["rank", "office", "profession", "religious", "standing", "kinship"]
# The kinds of body whose word makes a capitalised phrase a name (organizations/heads.yaml).
BodyKind = Literal[
    "ministry", "court", "committee", "service", "force", "party", "members", "association",
    "mission", "company", "media",
]  # fmt: skip
# The other traits; rules/README.md says what each means.
Trait = (
    Role
    | BodyKind
    | Literal[
        "field_rank", "capitalized", "generic", "individual", "relational", "group",
        "collective", "quantifier", "nationality", "creed", "counted", "adjective", "ambiguous",
        "seldom_held", "acts_as_body", "official", "advocate", "cause", "inspects", "has_offices",
        "name_only", "plural_in_name", "plural_only",
    ]
)  # fmt: skip
Sex = Literal["m", "f"]


class Noun(RuleData):
    """A row of ``lexicon/<language>/nouns.csv``.

    ``word`` is the singular, in lower case unless it is always printed with capitals. ``plural``
    has the plurals that the rules of ``inflection.yaml`` do not give.
    """

    word: str = Field(min_length=1)
    denotes: Annotated[frozenset[Denotes], BeforeValidator(cells)] = frozenset()
    traits: Annotated[frozenset[Trait], BeforeValidator(cells)] = frozenset()
    sex: Sex | None = None
    plural: Cells = ()


class Entry(NamedTuple):
    """A noun under one of its forms; a noun without a plural of its own form is both numbers."""

    noun: Noun
    singular: bool
    plural: bool

"""What ``rules/entities`` may say: the words by which names of one thing are recognised."""

from pathlib import Path

from pydantic import Field

from custody_records.contract.values import FacilityKind
from custody_records.rulebook import Regex, RuleData, RuleFile, read, read_list


class FacilityRules(RuleFile):
    """``facilities.yaml``: the generic words of facilities' names."""

    apart: tuple[str, ...] = Field(description="first words that make another facility: New X")
    contrasts: tuple[Regex, ...] = Field(
        description="words that tell prisons of one name apart: Obo Female, Obo Maximum"
    )
    regions: tuple[str, ...] = Field(description="last words of places that are no settlements")
    kind_of_code: dict[str, FacilityKind] = Field(
        description="what an institution is by its code's letters where the text says nothing"
    )


class Spelled(RuleData):
    """One row of ``people.yaml``: transliterations of one sound, digraphs first."""

    spelled: str
    folded: str


class OrganizationRules(RuleFile):
    """``organizations.yaml``: the parts of names that a shorter form leaves out."""

    small_words: tuple[str, ...] = Field(description="words without a letter in the acronym")
    or_words: tuple[str, ...] = Field(description="words between a name and its acronym")
    branch_of: str = Field(description="what leads from a branch to its body")
    tails: tuple[Regex, ...] = Field(description="type words at the end of a name")


class DateRules(RuleFile):
    """``dates.yaml``: what a page's own date line holds."""

    page_line_words: tuple[Regex, ...]
    page_line_labels: tuple[str, ...]


class FigureRules(RuleFile):
    """``figures.yaml``: when equal numbers are taken for the same things."""

    no_chance: int = Field(ge=2, description="equal counts of people from here on are the same")
    compared: int = Field(ge=1, description="figures of one value that a number is compared with")
    lead: int = Field(ge=1, description="characters in which a lead retells its title's numbers")


class EntityRules:
    """Every file of ``rules/entities``, read once. Raises RuleError."""

    def __init__(self, rules: Path) -> None:
        here = rules / "entities"
        self.facilities = read(here / "facilities.yaml", FacilityRules)
        spelled = read_list(here / "people.yaml", Spelled, "spellings")
        self.spellings = [(row.spelled, row.folded) for row in spelled]
        self.organizations = read(here / "organizations.yaml", OrganizationRules)
        self.dates = read(here / "dates.yaml", DateRules)
        self.figures = read(here / "figures.yaml", FigureRules)

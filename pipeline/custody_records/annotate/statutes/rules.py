"""The rule files of statutes, as models: an unknown key or a regex that fails is an error."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from custody_records.annotate import lookalikes
from custody_records.annotate.statutes.rule_files import (
    BareNumberRules,
    CitationFile,
    ContextRules,
    CountryFile,
    OffenceFile,
    ResolutionRules,
)
from custody_records.contract.values import PenaltyKind
from custody_records.rulebook import (
    CasedRegex,
    CaselessRegex,
    Cells,
    Phrase,
    Regex,
    Rule,
    RuleData,
    RuleFile,
    read,
    read_list,
    read_table,
)

Level = Literal[
    "order", "article", "section", "rule", "part", "paragraph", "item", "point", "subpoint"
]


class Marker(Rule):
    """Words that announce the number of a legal rule: before it, behind it, by an ordinal."""

    level: Level
    language: Literal["en", "ru", "uk", "kk", "ky", "uz", "tg", "az"] | None = None
    sign: bool = False
    strong: bool = False
    cased: bool = False
    before: tuple[Regex, ...] = ()
    after: tuple[Regex, ...] = ()
    ordinal: tuple[Regex, ...] = ()


class Title(Rule):
    """A way in which the titles of laws are printed; see the head of ``titles.yaml``."""

    kind: str
    head: Regex
    walk: Literal["left", "right"]
    pattern: Regex
    beside: bool = False
    dated: bool = False
    numbered: bool = False
    word: str | None = None
    sign: str = "No. "
    quoted: bool = False
    not_left: frozenset[str] = frozenset()
    not_right: tuple[Regex, ...] = ()
    home: frozenset[str] = frozenset()
    jurisdiction: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")


class Kind(Rule):
    """The words that tell a kind of penalty, beside a length or, ``endless``, by themselves."""

    kind: PenaltyKind
    endless: bool = False
    pattern: Regex


class LengthWords(RuleData):
    """How lengths of time are printed; see that part of ``penalties.yaml``."""

    units: dict[Literal["year", "month", "week", "day", "hour"], Regex]
    at_most: tuple[Regex, ...]
    at_least: tuple[Regex, ...]
    openers: tuple[str, ...]
    ones: tuple[str, ...]
    half: tuple[Regex, ...]
    day_more: tuple[Regex, ...]
    joiners: tuple[str, ...]
    upwards: tuple[str, ...]
    rest: tuple[str, ...]
    more: tuple[str, ...]
    of: tuple[str, ...]
    open: tuple[str, ...]
    adjective: CasedRegex
    most_is: CaselessRegex


class LeftOut(RuleData):
    """What stands about a length whose unit is left out; see that part of ``penalties.yaml``."""

    before: Regex
    behind: Regex


class FineWords(Rule):
    """How fines are printed; see that part of ``penalties.yaml``."""

    noun: Regex
    joined: tuple[str, ...]
    at_most: tuple[str, ...]
    at_least: tuple[str, ...]
    about: tuple[str, ...]
    to: tuple[Regex, ...]
    openers: tuple[str, ...]
    scales: dict[str, int]
    signs: dict[str, str]
    money: dict[str, Regex]


class PenaltyRules(RuleFile):
    """``penalties.yaml``: kinds, and what makes a length of time none."""

    kinds: tuple[Kind, ...]
    lengths: LengthWords
    fines: FineWords
    ellipsis: Phrase
    unit_left_out: LeftOut
    unit_carried: Phrase
    behind_ends: Phrase
    bracketed: Phrase
    to_life: Phrase
    of_another_case: Phrase
    rate: Phrase
    imposed: Phrase
    imposed_days: Phrase
    sentencing: CaselessRegex
    refused_before: CaselessRegex
    refused_after: CaselessRegex
    requested: CaselessRegex


class Named(Rule):
    """An instrument by its names; every name without a wild card is an example of its own.

    ``kind`` (code, convention, law ...) is what "the same code" or "the Convention" asks for.
    """

    name: str
    kind: str = "code"
    articles: int | None = None
    names: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _names_are_examples(cls, given: Any) -> Any:
        own = [
            {"text": f"They cite the {name} in court.", "reads": {"instrument": given.get("name")}}
            for name in given.get("names", ())
            if "*" not in name and name[0].isupper()
        ]
        return given | {"match": [*own, *given.get("match", ())]}


class Code(Named):
    """A kind of instrument that many countries have; its abbreviations count beside a number."""

    family: str | None = None

    @property
    def key(self) -> str:
        """What ``in_force.csv`` calls it."""
        return self.id.rpartition(".")[2]


class Instrument(Named):
    """A treaty or law that is one instrument; see the head of ``instruments.yaml``."""

    jurisdiction: str | None = Field(default=None, pattern=r"^([A-Z]{2}|CoE)$")
    unit: Literal["article", "rule"] = "article"
    direct: bool = False
    beside: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


class Amendment(Rule):
    """Amendments cited by their ordinals; see the head of ``amendments.yaml``."""

    home: tuple[str, ...]
    not_right: Regex


class Schedule(Rule):
    """Schedules of an act; the groups ``number`` and ``ordinal`` name one."""

    numbered: Regex
    ordinal: Regex
    joined: Regex


class AmendmentRules(RuleFile):
    """``amendments.yaml``."""

    ordinals: Regex
    joined: Regex
    american: Regex
    amendment: str
    schedule: str
    amendments: tuple[Amendment, ...]
    schedules: tuple[Schedule, ...]


class NameRules(RuleFile):
    """``names.yaml``."""

    not_behind: Phrase
    generics: tuple[Phrase, ...]
    kinds: dict[str, str]
    endings: tuple[str, ...]


class Version(RuleData):
    """A code of one country while it was in force; ``until`` is its last day."""

    id: str
    code: str
    country: str = Field(pattern=r"^[A-Z]{2}$")
    official: str
    since: date
    until: date | None = None
    inserted: Cells = ()
    undivided: Cells = ()
    source: str


class TitleWords(RuleData):
    """The words around titles; see the head of ``titles.yaml``."""

    small: frozenset[str]
    heads: frozenset[str]
    stops: frozenset[str]
    bodies: frozenset[str]
    lawgiver: Phrase
    special: Phrase
    about: Phrase
    subdivision: Phrase
    owner: Phrase


class TitleFile(RuleFile):
    """``titles.yaml``."""

    words: TitleWords
    titles: tuple[Title, ...]


class StatuteRules:
    """Every rule file of statutes, read once. Raises RuleError."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "statutes"
        titles = read(folder / "titles.yaml", TitleFile)
        self.markers = read_list(folder / "markers.yaml", Marker, "markers")
        self.codes = read_list(folder / "codes.yaml", Code, "codes")
        self.instruments = read_list(folder / "instruments.yaml", Instrument, "instruments")
        self.titles, self.title_words = titles.titles, titles.words
        self.amendments = read(folder / "amendments.yaml", AmendmentRules)
        self.names = read(folder / "names.yaml", NameRules)
        self.lookalikes = lookalikes.load(folder)
        self.countries = read(folder / "countries.yaml", CountryFile)
        self.versions = read_table(folder / "in_force.csv", Version)
        self.offences = read(folder / "offences.yaml", OffenceFile)
        self.penalties = read(folder / "penalties.yaml", PenaltyRules)
        self.bare_numbers = read(folder / "bare_numbers.yaml", BareNumberRules)
        self.resolution = read(folder / "resolution.yaml", ResolutionRules)
        self.context = read(folder / "context.yaml", ContextRules)
        self.citations = read(folder / "citations.yaml", CitationFile)

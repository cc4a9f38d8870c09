"""The words that tell names apart, read from ``rules/`` once for all rooms of names."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from custody_records.annotate.country.rules import load_countries
from custody_records.rulebook import RuleError, RuleFile, read


def _words(value: object) -> object:
    """Split the lines of a YAML list at white space: word lists stay short to read."""
    if isinstance(value, list):
        return frozenset(word for line in value for word in str(line).split())
    return value


WordList = Annotated[frozenset[str], BeforeValidator(_words)]


class WordFile(RuleFile):
    """``names/words.yaml``."""

    function_words: WordList
    calendar: WordList
    other_acronyms: WordList
    other_heads: WordList
    facility_heads: WordList
    place_heads: WordList
    human_acts: WordList


class DemonymFile(RuleFile):
    """``names/demonyms.yaml``."""

    demonyms: WordList


class EndingFile(RuleFile):
    """``names/name_endings.yaml``."""

    surname_endings: WordList
    patronymic_words: WordList
    particles: WordList
    family_first: WordList


class TitleFile(RuleFile):
    """``people/titles.yaml``."""

    courtesy: WordList
    ranks: WordList
    offices: WordList
    professions: WordList
    religious: WordList
    standings: WordList
    kinship: WordList
    modifiers: WordList
    capitalized: WordList
    dropped: WordList
    field_ranks: WordList
    rank_acronyms: WordList
    held_of: WordList
    ends_role: WordList

    @cached_property
    def roles(self) -> frozenset[str]:
        """Return every word that is a role by itself."""
        return (
            self.ranks | self.offices | self.professions | self.religious | self.standings
        ) | self.kinship


_PREFIXES = frozenset(["ex", "vice", "co", "then"])
# Professions without a list: "neurologist", "psychiatrist", "paediatrician", "cartographer".
_LEARNED = ("ologist", "iatrist", "iatrician", "ographer")
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists; in lower case but names of people, ``demonyms`` and ``countries``."""

    words: WordFile
    titles: TitleFile
    endings: tuple[str, ...]
    patronymics: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    family_first: frozenset[str]
    demonyms: frozenset[str]
    countries: frozenset[str]

    def looks_like_surname(self, word: str) -> bool:
        """Tell whether the word has an ending that only family names have ("Qalymov")."""
        return len(word) >= 6 and word.lower().endswith(self.endings)

    def is_role(self, word: str) -> bool:
        """Tell whether the word is a role by itself ("lawyer", "ex-president", "neurologist")."""
        low = word.lower()
        if low in self.titles.roles or word in self.titles.rank_acronyms:
            return True
        prefix, hyphen, bare = low.partition("-")
        if hyphen:
            return prefix in _PREFIXES and bare in self.titles.roles
        return low.endswith(_LEARNED) and len(low) > _SHORT

    def is_title(self, word: str) -> bool:
        """Tell whether the word stands before a name ("Mr", "lawyer", "President")."""
        return word.lower() in self.titles.courtesy or self.is_role(word)


def _names(path: Path) -> frozenset[str]:
    """Return the names of a CSV file of one column. Raises RuleError for a line that is none.

    Thousands of rows: a model for each would cost half a second at every start.
    """
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 2):
        if header != "name" or not line or "," in line:
            raise RuleError(f"{path}:{number}: one name a line is expected, under the header name")
    return frozenset(lines)


@lru_cache(maxsize=4)
def lexicon(rules: Path) -> Lexicon:
    """Read the word lists. Raises RuleError."""
    countries = load_countries(rules)
    endings = read(rules / "names" / "name_endings.yaml", EndingFile)
    demonyms = read(rules / "names" / "demonyms.yaml", DemonymFile).demonyms
    return Lexicon(
        words=read(rules / "names" / "words.yaml", WordFile),
        titles=read(rules / "people" / "titles.yaml", TitleFile),
        endings=tuple(sorted(endings.surname_endings)),
        patronymics=endings.patronymic_words,
        particles=endings.particles,
        given=_names(rules / "names" / "given_names.csv"),
        family=_names(rules / "names" / "family_names.csv"),
        family_first=endings.family_first,
        demonyms=demonyms
        | {d + "s" for d in demonyms}
        | {a for country in countries for a in country.adjectives},
        countries=frozenset(n for country in countries for n in country.names),
    )

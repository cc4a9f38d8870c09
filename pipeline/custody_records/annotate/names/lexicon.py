"""The words that tell names apart, read from ``rules/`` once for all packages of names."""

import re
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from custody_records.annotate.country.rules import load_countries
from custody_records.annotate.lexicon.lexicon import ClosedFile, Lexicon
from custody_records.annotate.lexicon.noun import Denotes
from custody_records.annotate.lexicon.nouns import ROLES, Nouns
from custody_records.annotate.names.honorifics import Honorifics
from custody_records.annotate.resources import lexicon_of, shared
from custody_records.rulebook import RuleError, RuleFile, WordList, read


class WordFile(RuleFile):
    """``names/words.yaml``."""

    other_acronyms: WordList
    human_acts: WordList
    before_places: WordList
    small_in_names: WordList
    ethnic_nouns: WordList
    compound_tails: WordList
    phrases: frozenset[str]
    never: WordList
    type_acronyms: WordList
    powers: WordList
    place_prepositions: WordList
    aiming: WordList
    at: WordList
    determiners: WordList
    auxiliaries: WordList
    staff: WordList
    staff_prepositions: WordList
    held: WordList
    of_bodies: WordList
    makers: WordList
    calling: WordList
    reaching: WordList
    editors: WordList
    of_persons: WordList
    inside_names: WordList
    prison_nouns: WordList
    addressing: WordList
    behind_heads: WordList
    sites: WordList
    body_endings: tuple[str, ...]
    doctrine_endings: tuple[str, ...]
    list_joints: frozenset[str]
    alias_link: re.Pattern[str]


class DemonymFile(RuleFile):
    """``names/demonyms.yaml``."""

    demonyms: WordList


class EndingFile(RuleFile):
    """``names/name_endings.yaml``."""

    surname_endings: WordList
    patronymic_words: WordList
    particles: WordList
    family_first: WordList


class PersonNameFile(RuleFile):
    """``names/person_names.yaml``."""

    numerals: frozenset[str]
    generations: frozenset[str]
    homonyms: frozenset[str]
    opening_homonyms: frozenset[str]
    asking_homonyms: frozenset[str]
    before_vowels: frozenset[str]
    vowels: frozenset[str]
    digraphs: frozenset[str]
    abbreviated: frozenset[str]
    closing_patronymics: frozenset[str]
    opening_particles: frozenset[str]
    servant_prefixes: tuple[str, ...]
    title_names: frozenset[str]
    royal_titles: frozenset[str]
    word_names: frozenset[str]
    nation_names: frozenset[str]
    title_infixes: frozenset[str]
    bare_initials: frozenset[str]
    article_prefixes: tuple[str, ...]


class TitleFile(RuleFile):
    """``people/titles.yaml``: what stands in a role beside its noun."""

    modifiers: WordList
    dropped: WordList
    rank_acronyms: WordList
    ends_role: WordList
    dwellers: WordList
    located: WordList
    inside: WordList
    leading: WordList
    owners: WordList
    articles: WordList
    spoiling: WordList
    naming: WordList
    human: WordList
    identifying: WordList
    prefixes: WordList
    turned: WordList
    opens_tail: WordList
    doubtful_ranks: WordList


class Titles:
    """The words of roles: the nouns of the lexicon by trait, and what stands beside them."""

    def __init__(self, nouns: Nouns, file: TitleFile) -> None:
        self.nouns = nouns
        self.beside = file
        self.modifiers, self.dropped = file.modifiers, file.dropped
        self.rank_acronyms, self.ends_role = file.rank_acronyms, file.ends_role
        self.courtesy = nouns.singulars(denotes=["address"])
        self.ranks = nouns.singulars(traits=["rank"])
        self.offices = nouns.singulars(traits=["office"])
        self.religious = nouns.singulars(traits=["religious"])
        self.professions = nouns.singulars(traits=["profession"])
        self.kinship = nouns.singulars(traits=["kinship"])
        self.capitalized = nouns.singulars(traits=["capitalized"])
        self.field_ranks = nouns.singulars(traits=["field_rank"])
        self.held_of = nouns.singulars(traits=["has_offices"])
        # Every word that is a role by itself.
        self.roles = nouns.singulars(traits=ROLES)


# What the last word of a span makes of it, where that is none of the three kinds.
THINGS: tuple[Denotes, ...] = (
    "document",
    "event",
    "award",
    "work",
    "language",
    "disease",
    "product",
)
BUILDINGS: tuple[Denotes, ...] = ("building", "prison")
LANDS: tuple[Denotes, ...] = ("realm", "landform", "region")
OTHER_KINDS: tuple[Denotes, ...] = (*THINGS, *BUILDINGS, *LANDS)

_SHORT = 8


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """Word lists; in lower case but names of people, ``demonyms`` and ``countries``."""

    words: WordFile
    lexicon: Lexicon
    closed: ClosedFile
    titles: Titles
    parts: PersonNameFile
    honorifics: Honorifics
    endings: tuple[str, ...]
    patronymics: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    family_first: frozenset[str]
    demonyms: frozenset[str]
    countries: frozenset[str]
    things: frozenset[str]
    buildings: frozenset[str]
    lands: frozenset[str]

    def looks_like_surname(self, word: str) -> bool:
        """Tell whether the word has an ending that only family names have ("Qalymov")."""
        return len(word) >= 6 and word.lower().endswith(self.endings)

    def is_role(self, word: str) -> bool:
        """Tell whether the word is a role by itself ("lawyer", "ex-president", "neurologist")."""
        low = word.lower()
        if low in self.titles.roles or word in self.titles.rank_acronyms:
            return True
        if "-" in low:
            # "ex-president", "Judge-Executive", "sergeant-major"
            known, (prefix, _, bare) = self.titles.roles, low.partition("-")
            *_, turned, last = low.split("-")
            if turned in self.titles.beside.turned and last in known:
                return True  # "prosecutor-turned-columnist"
            return bare in known and (prefix in known or prefix in self.titles.beside.prefixes)
        return len(low) > _SHORT and low.endswith(self.lexicon.nouns.inflector.file.role_endings)

    def role_of_several(self, word: str) -> str | None:
        """Return the role that a plural stands for ("lawyers", "MPs"), None if it is none."""
        role = next(
            (
                entry.noun.word
                for entry in self.lexicon.nouns.get(word)
                if entry.plural and not entry.noun.traits.isdisjoint(ROLES)
            ),
            None,
        )
        prefix, hyphen, rest = word.partition("-")
        if role is None and hyphen and prefix.lower() in self.titles.beside.prefixes:
            role = self.role_of_several(rest)
            return f"{prefix}-{role}" if role else None  # "ex-inmates"
        return role.upper() if role and word[:-1].isupper() else role

    def is_compound(self, word: str) -> bool:
        """Tell whether a word is a name with a tail in lower case: "Russian-led"."""
        return "-" in word and word.rpartition("-")[2] in self.words.compound_tails

    def is_form_of_address(self, word: str) -> bool:
        """Tell whether the word is no name before a name of two words: "Alhaji", "Sheikh"."""
        return word.lower() in self.titles.courtesy or word.lower() in self.titles.religious

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


def read_names(rules: Path, lexicon: Lexicon) -> NameLexicon:
    """Read the word lists of names beside the ``lexicon`` of the language. Raises RuleError."""
    countries = load_countries(rules)
    parts = read(rules / "names" / "person_names.yaml", PersonNameFile)
    endings = read(rules / "names" / "name_endings.yaml", EndingFile)
    demonyms = read(rules / "names" / "demonyms.yaml", DemonymFile).demonyms
    return NameLexicon(
        words=read(rules / "names" / "words.yaml", WordFile),
        lexicon=lexicon,
        closed=lexicon.closed,
        titles=Titles(lexicon.nouns, read(rules / "people" / "titles.yaml", TitleFile)),
        parts=parts,
        honorifics=Honorifics.read(rules),
        endings=tuple(sorted(endings.surname_endings)),
        patronymics=endings.patronymic_words,
        particles=endings.particles,
        given=_names(rules / "names" / "given_names.csv") | parts.word_names,
        family=_names(rules / "names" / "family_names.csv"),
        family_first=endings.family_first,
        demonyms=demonyms
        | {d + "s" for d in demonyms}
        | {a for country in countries for a in country.adjectives},
        countries=frozenset(n for country in countries for n in country.names),
        things=lexicon.nouns.forms(denotes=THINGS),
        buildings=lexicon.nouns.forms(denotes=BUILDINGS),
        lands=lexicon.nouns.forms(denotes=LANDS),
    )


def names_of(nlp: Language, rules: Path) -> NameLexicon:
    """Return the pipeline's word lists of names. Raises RuleError."""
    return shared(nlp, "names", rules, lambda: read_names(rules, lexicon_of(nlp, rules)))

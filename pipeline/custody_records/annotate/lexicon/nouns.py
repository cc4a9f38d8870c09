"""All nouns of a language by each of their forms: the one answer to "does this word name a ..."."""

from collections.abc import Iterable
from pathlib import Path
from typing import Self, get_args

from custody_records.annotate.lexicon.inflection import InflectionFile, Inflector
from custody_records.annotate.lexicon.noun import BodyKind, Denotes, Entry, Noun, Role, Trait
from custody_records.contract.fold import lookup
from custody_records.rulebook import RuleError, read, read_table

ROLES: frozenset[Trait] = frozenset(get_args(Role))


class Nouns:
    """The table of nouns of one language. Words are asked for as printed."""

    def __init__(self, rows: Iterable[Noun], inflection: InflectionFile) -> None:
        self.rows = tuple(rows)
        irregular = {
            plural: row.word for row in self.rows for plural in row.plural if plural != row.word
        }
        self.inflector = Inflector(inflection, irregular)
        by_form: dict[str, list[Entry]] = {}
        for row in self.rows:
            word, plurals = lookup(row.word), self.plurals(row)
            by_form.setdefault(word, []).append(Entry(row, True, word in plurals))
            for plural in plurals:
                if plural != word:
                    by_form.setdefault(plural, []).append(Entry(row, False, True))
        self._by_form = {form: tuple(entries) for form, entries in by_form.items()}

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read ``nouns.csv`` and ``inflection.yaml`` of a language. Raises RuleError."""
        rows = read_table(folder / "nouns.csv", Noun)
        seen: set[str] = set()
        for number, row in enumerate(rows, 2):
            if row.word in seen:
                raise RuleError(f"{folder / 'nouns.csv'}:{number}: {row.word!r} has a row already")
            if not row.denotes and not row.traits:
                raise RuleError(f"{folder / 'nouns.csv'}:{number}: {row.word!r} says nothing")
            seen.add(row.word)
        return cls(rows, read(folder / "inflection.yaml", InflectionFile))

    def plurals(self, noun: Noun) -> tuple[str, ...]:
        """Return the plurals of a noun, lower case."""
        return noun.plural or (self.inflector.pluralized(lookup(noun.word)),)

    def get(self, word: str) -> tuple[Entry, ...]:
        """Return the nouns that the word is a form of; most words are of none."""
        return self._by_form.get(lookup(word), ())

    def denotes(self, word: str, *kinds: Denotes) -> bool:
        """Tell whether the word, singular or plural, names one of these."""
        return any(not entry.noun.denotes.isdisjoint(kinds) for entry in self.get(word))

    def is_person(self, noun: str) -> bool:
        """Tell whether a head noun, also a counted or compound one, means human beings."""
        head = self.inflector.singular(noun).rpartition("-")[2]  # "ex-soldiers"
        rules = self.inflector.file
        derived = head.endswith(rules.person_endings) and head not in rules.no_person
        return derived or self.denotes(head, "person")

    def are_people(self, word: str, *, only: bool = False) -> bool:
        """Tell whether the word names several people; ``only``: and never one."""
        return any(
            entry.plural and not (only and entry.singular) and "person" in entry.noun.denotes
            for entry in self.get(word)
        )

    def has(self, word: str, trait: Trait) -> bool:
        """Tell whether the word is a form of a noun with the trait."""
        return any(trait in entry.noun.traits for entry in self.get(word))

    def singulars(
        self, *, denotes: Iterable[Denotes] = (), traits: Iterable[Trait] = ()
    ) -> frozenset[str]:
        """Return the words of all nouns that denote one of these or have one of the traits."""
        return frozenset(lookup(row.word) for row in self._rows(denotes, traits))

    def forms(
        self, *, denotes: Iterable[Denotes] = (), traits: Iterable[Trait] = ()
    ) -> frozenset[str]:
        """Return the same words with their plurals."""
        rows = self._rows(denotes, traits)
        return frozenset(form for row in rows for form in (lookup(row.word), *self.plurals(row)))

    def _rows(self, denotes: Iterable[Denotes], traits: Iterable[Trait]) -> list[Noun]:
        kinds, wanted = frozenset(denotes), frozenset(traits)
        return [row for row in self.rows if row.denotes & kinds or row.traits & wanted]

    def people(self) -> frozenset[str]:
        """Return the words that name human beings in running text, singular and plural.

        Not those that do so only behind a number ("two lives") or beside a name ("Gen"), and of
        those that are adjectives, too, only the plural ("communists").
        """
        return frozenset(
            form
            for row in self.rows
            if "person" in row.denotes and row.traits.isdisjoint(_NOT_IN_PROSE)
            for form in (() if "adjective" in row.traits else (lookup(row.word),))
            + self.plurals(row)
        )

    def bodies(self) -> frozenset[str]:
        """Return the words that name bodies, and offices that act as one, in running text."""
        acting = self.forms(traits=["acts_as_body"])
        return acting | frozenset(
            form
            for row in self.rows
            if "body" in row.denotes and "name_only" not in row.traits
            for form in (lookup(row.word), *self.plurals(row))
        )

    def heads(self, kind: BodyKind) -> tuple[str, ...]:
        """Return the capitalised words that end the names of bodies of a kind, sorted."""
        found = []
        for row in self.rows:
            if kind in row.traits:
                found.append(_capital(row.word))
                if "plural_in_name" in row.traits:
                    found += map(_capital, self.plurals(row))
        return tuple(sorted(found))

    def head_words(self) -> frozenset[str]:
        """Return the capitalised words that end the names of bodies."""
        return frozenset(head for kind in get_args(BodyKind) for head in self.heads(kind))


_NOT_IN_PROSE: frozenset[Trait] = frozenset(["counted", "ambiguous"])


def _capital(word: str) -> str:
    return word if any(letter.isupper() for letter in word) else word[0].upper() + word[1:]

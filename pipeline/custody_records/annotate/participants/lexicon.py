"""Which words name people and bodies that take part in events: the lexicon, asked by token."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from custody_records.annotate import numbers
from custody_records.annotate.lexicon.lexicon import ENGLISH, ClosedFile, Lexicon
from custody_records.annotate.resources import lexicon_of, shared
from custody_records.contract.fold import without_possessive
from custody_records.rulebook import RuleFile, WordList, read


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of closed classes, relative pronouns, the prepositions before whom something is
    given or done to, the participles of verbs that have somebody beside what is given ("was denied
    a visit"), the prepositions before what somebody is charged with, punished for or stopped from,
    the participles of verbs that have somebody beside what he must do ("was made to kneel"), and
    the parts of the body, whose owner is meant ("broke his hand")."""

    closed: ClosedFile
    relative: frozenset[str]
    recipients: frozenset[str]
    giving: frozenset[str]
    charging: frozenset[str]
    causing: frozenset[str]
    body: frozenset[str]


_LARGEST_COUNTED = 12  # people whom a text names one by one and then counts in words


class SexEndings(RuleFile):
    """``participants/sex_endings.yaml``: words of names, and endings of the last, that tell sex."""

    masculine_endings: tuple[str, ...]
    feminine_endings: tuple[str, ...]
    feminine_names: WordList
    masculine_names: WordList


class PhraseWords(RuleFile):
    """``participants/phrases.yaml``; the file says what each list is for."""

    leading: WordList
    parts: WordList
    definite: WordList
    anaphoric: WordList
    possessive: WordList
    group_sizes: dict[str, int]
    latter: WordList
    recipients: WordList
    giving: WordList
    causing: WordList
    body: WordList
    subjects: WordList
    everybody: WordList
    joiners: WordList
    others: WordList
    before_rows: WordList
    some_named: WordList
    company: WordList
    whole: WordList
    citing: WordList
    at_age: WordList
    naming: re.Pattern[str]
    identifying: re.Pattern[str]
    one_of: tuple[str, ...]
    single: WordList
    sent: WordList
    charging: WordList
    counterparts: dict[str, WordList]


class ParticipantLexicon:
    """Answers what a noun names. A word is looked up as printed, in lower case."""

    def __init__(
        self, words: Lexicon, endings: SexEndings, phrases: PhraseWords, sizes: Mapping[str, int]
    ) -> None:
        self.words = words
        self.closed = words.closed
        self.phrases = phrases
        self.sizes = sizes
        self.plural_pronouns = words.pronouns.plural
        self.singular_pronouns = words.pronouns.singular
        self.role_words = RoleWords(
            words.closed,
            words.pronouns.relative,
            phrases.recipients,
            phrases.giving,
            phrases.charging,
            phrases.causing,
            phrases.body,
        )
        nouns = words.nouns
        self.people = nouns.people()
        self.bodies = nouns.bodies()
        work = nouns.singulars(traits=["ambiguous"]) & nouns.singulars(
            traits=["profession", "standing"]
        )
        as_noun = nouns.singulars(traits=["adjective"]) & nouns.singulars(denotes=["person"])
        self._with_article = as_noun | work
        self.articles = phrases.leading | phrases.possessive
        self.saying = words.closed.speech | phrases.citing
        self.ages = words.closed.years | words.closed.aged
        self.groups = nouns.singulars(traits=["group"])
        self.individuals = nouns.singulars(traits=["individual"])
        self.relational = nouns.forms(traits=["relational"])
        self.advocates = nouns.forms(traits=["advocate"]) | self.singular_pronouns
        self.causes = nouns.forms(traits=["cause"])
        self.inspecting = nouns.forms(traits=["inspects"])
        self.officials = nouns.forms(traits=["official"])
        self.kin = nouns.forms(traits=["kinship"])
        self.prisons = nouns.singulars(denotes=["prison"])
        self.uniformed = self.officials | nouns.forms(traits=["rank"])
        self.offices = nouns.forms(traits=["seldom_held"])
        self.spokesmen = self.officials | self.offices
        self._endings = endings

    def is_person(self, token: Token) -> bool:
        """Tell whether the noun names one or several people: "guards", "a pilot", "a national"."""
        if token.lower_ in self.people:
            return True
        if token.pos_ != "NOUN" or token.lower_ not in self._with_article:
            return False
        return any(c.dep_ == "det" for c in token.lefts)

    def is_participant(self, token: Token) -> bool:
        """Tell whether the noun names people or a body that acts."""
        return token.lower_ in self.bodies or self.is_person(token)

    def is_plural(self, word: str) -> bool:
        """Tell whether a word that names people names several."""
        nouns = self.words.nouns
        plural = any(entry.plural and not entry.singular for entry in nouns.get(word))
        return (plural and word in self.people) or nouns.has(word, "collective")

    def sex_of_word(self, word: str) -> str | None:
        """Return "m", "f" or None for a pronoun, a noun or a form of address."""
        return self.words.sex(word)

    def sex_of_name(self, name: str) -> str | None:
        """Return "m", "f" or None by a given name, else by the endings of the name's words."""
        words = [without_possessive(word) for word in name.split()]
        given = {self._sex_of_given(word) for word in words[:-1]} - {None}
        if len(given) == 1:
            return given.pop()
        low = [word.lower() for word in words]
        if any(word.endswith(self._endings.feminine_endings) for word in low[-1:]):
            return "f"
        return "m" if low and low[-1].endswith(self._endings.masculine_endings) else None

    def _sex_of_given(self, word: str) -> str | None:
        if word in self._endings.feminine_names:
            return "f"
        return "m" if word in self._endings.masculine_names else None


def phrase_words(folder: Path) -> PhraseWords:
    """Return the small words of phrases. Raises RuleError."""
    return read(folder / "participants" / "phrases.yaml", PhraseWords)


def group_sizes(folder: Path, phrases: PhraseWords) -> dict[str, int]:
    """Return how many people a word counts: number words and those for groups. Raises RuleError."""
    cardinals = numbers.load(folder, ENGLISH).cardinals
    counted = {word: int(n) for word, n in cardinals.items() if 1 < n <= _LARGEST_COUNTED}
    return counted | phrases.group_sizes


def participants_of(nlp: Language, folder: Path) -> ParticipantLexicon:
    """Return the pipeline's words for those who take part in events. Raises RuleError."""

    def load() -> ParticipantLexicon:
        endings = read(folder / "participants" / "sex_endings.yaml", SexEndings)
        phrases = phrase_words(folder)
        sizes = group_sizes(folder, phrases)
        return ParticipantLexicon(lexicon_of(nlp, folder), endings, phrases, sizes)

    return shared(nlp, "participants", folder, load)

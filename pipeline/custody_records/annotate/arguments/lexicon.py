"""Which words name people and bodies: read from ``participants.yaml``, asked by token."""

from pathlib import Path

from pydantic import Field
from spacy.tokens import Token

from custody_records.annotate.arguments.forms import Forms
from custody_records.rulebook import RuleFile, read


class Participants(RuleFile):
    """``participants.yaml``: which nouns name people, bodies and those who stand for a person."""

    people: list[str]
    bodies: list[str]
    groups: list[str] = Field(description="'the group' stands for the organization named last")
    individuals: list[str] = Field(description="'the activist' stands for the person named last")
    relational: list[str] = Field(description="keep their 'of ...': relatives of inmates")
    advocates: list[str] = Field(description="words of bodies and people who take up a cause")
    causes: list[str] = Field(description="those of them that may be a person's own role")
    officials: list[str] = Field(description="words of bodies and people who speak for the state")
    offices: list[str] = Field(description="titles of those who are seldom the ones held")
    masculine: list[str]
    feminine: list[str]
    masculine_endings: list[str]
    feminine_endings: list[str]


class Lexicon:
    """Answers what a noun names. A word is looked up as printed, in lower case."""

    def __init__(self, folder: Path, forms: Forms) -> None:
        data = read(folder / "participants" / "participants.yaml", Participants)
        self.people = forms.of_nouns(data.people)
        self.bodies = forms.of_nouns(data.bodies)
        self.groups = frozenset(data.groups)
        self.individuals = frozenset(data.individuals)
        self.relational = forms.of_nouns(data.relational)
        self.advocates = forms.of_nouns(data.advocates)
        self.causes = forms.of_nouns(data.causes)
        self.officials = forms.of_nouns(data.officials)
        self.offices = forms.of_nouns(data.offices)
        self.masculine = frozenset(data.masculine)
        self.feminine = frozenset(data.feminine)
        self._masculine_endings = tuple(data.masculine_endings)
        self._feminine_endings = tuple(data.feminine_endings)
        self._singular = frozenset(data.people)

    def is_person(self, token: Token) -> bool:
        """Tell whether the noun names one or several people."""
        return token.lower_ in self.people

    def is_participant(self, token: Token) -> bool:
        """Tell whether the noun names people or a body that acts."""
        return token.lower_ in self.people or token.lower_ in self.bodies

    def is_plural(self, word: str) -> bool:
        """Tell whether a word that names people names several."""
        return (word in self.people and word not in self._singular) or word in _COLLECTIVE

    def sex_of_word(self, word: str) -> str | None:
        """Return "m", "f" or None for a pronoun, kinship noun or courtesy title."""
        if word in self.masculine:
            return "m"
        return "f" if word in self.feminine else None

    def sex_of_name(self, name: str) -> str | None:
        """Return "m", "f" or None by the endings of the name's last word."""
        last = name.split()[-1].lower().removesuffix("’s").removesuffix("'s")
        if last.endswith(self._feminine_endings):
            return "f"
        return "m" if last.endswith(self._masculine_endings) else None


_COLLECTIVE = frozenset(["people", "those", "many", "others", "personnel", "staff", "family"])

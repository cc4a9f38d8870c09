"""Forms of address that are no part of a name: Burmese "U", "Daw", "Ko", "Ma"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import Field

from custody_records.annotate.names.words import Words
from custody_records.annotate.overlaps import Candidate
from custody_records.rulebook import RuleData, read_list


class AddressForm(RuleData):
    """Words before a name; cut in the news of ``countries``, or before one of ``elements``."""

    reason: str = Field(min_length=1)
    words: frozenset[str]
    countries: frozenset[str]
    elements: frozenset[str]


class Honorifics:
    """Knows the forms of address of ``names/address.yaml``."""

    def __init__(self, forms: tuple[AddressForm, ...]) -> None:
        self.forms = forms
        self.words = frozenset(word for form in forms for word in form.words)
        self.elements = frozenset(word for form in forms for word in form.elements)

    @classmethod
    def read(cls, rules: Path) -> "Honorifics":
        """Read them from a folder of rules. Raises RuleError."""
        return cls(read_list(rules / "names" / "address.yaml", AddressForm, "forms"))

    def unaddressed(
        self, words: Words, names: Iterable[Candidate], country: str | None
    ) -> Iterator[Candidate]:
        """Yield the names, those of people without the form of address in front."""
        for name in names:
            if name.reading == "person":
                first, stop = words.within(name.start, name.end)
                if self.addressed(words.texts[first:stop], country):
                    name = replace(name, start=words.starts[first + 1])
            yield name

    def addressed(self, parts: list[str], country: str | None) -> bool:
        """Tell whether a name's first word is a form of address."""
        if len(parts) < 2 or parts[0] == parts[1]:
            return False  # "Ko Ko Gyi" is a name
        return any(
            parts[0] in form.words
            and (country in form.countries or any(part in form.elements for part in parts[1:]))
            for form in self.forms
        )

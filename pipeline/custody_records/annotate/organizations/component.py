"""Read the names that are organizations."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import names_of
from custody_records.annotate.names.name import Name, names
from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.annotate.organizations.rules import OrganizationRules
from custody_records.annotate.readings import keep
from custody_records.annotate.text import text_of
from custody_records.contract.fold import plain

_UNITED_NATIONS = ("UN", "U.N.", "United Nations")


class Organizations:
    """Writes ``doc.spans["organizations"]``, each span with ``span._.organization``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.lexicon = names_of(nlp, rules)
        known = OrganizationRules(rules).known
        self.known = {plain(name): row.name for row in known for name in (*row.aliases, row.name)}

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be of this kind."""
        found = names(doc, "organization")
        keep(doc, "organization", [(span, self._read(doc, name)) for span, name in found])
        return doc

    def _read(self, doc: Doc, name: Name) -> OrganizationReading:
        text = " ".join(text_of(doc)[name.start : name.end].split())
        return OrganizationReading(
            start=name.start,
            end=name.end,
            rule=name.rule,
            name=text,
            known=self.known.get(plain(text)),
            country_head=self.country_head(text),
            country_tail=self.country_tail(text),
        )

    def country_head(self, name: str) -> str:
        """Return the adjective or "UN" that a name begins with, else an empty string."""
        first = name.split()[0]
        return first if first in self.lexicon.demonyms or first in _UNITED_NATIONS else ""

    def country_tail(self, name: str) -> str:
        """Return " of Russia" of a name that ends so, else an empty string."""
        words = name.split()
        closed = self.lexicon.closed
        at = next((i for i in range(len(words) - 1, 0, -1) if words[i] in closed.genitive), 0)
        tail = words[at + 1 :]
        country = " ".join(tail[1:] if tail and tail[0] in closed.definite else tail)
        return " " + " ".join(words[at:]) if at and country in self.lexicon.countries else ""

"""Register the component ``names``."""

from pathlib import Path

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.names.claims import Claims
from custody_records.annotate.names.component import Names
from custody_records.annotate.names.entities import ModelEntities
from custody_records.annotate.names.lexicon import lexicon
from custody_records.annotate.organizations.propose import OrganizationProposer
from custody_records.annotate.people.propose import PersonProposer
from custody_records.annotate.places.propose import PlaceProposer
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("names", requires=["doc.ents"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Names:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    folder: Path = rules_dir(rules)
    return Names(
        lexicon(folder),
        (
            Claims(folder),
            ModelEntities(folder),
            OrganizationProposer(folder),
            PersonProposer(folder),
            PlaceProposer(folder),
        ),
    )

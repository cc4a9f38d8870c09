"""Register the component ``names``."""

from pathlib import Path

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.names.claims import Claims
from pipeline.annotate.names.component import Names
from pipeline.annotate.names.entities import ModelEntities
from pipeline.annotate.names.lexicon import lexicon
from pipeline.annotate.organizations.propose import OrganizationProposer
from pipeline.annotate.people.propose import PersonProposer
from pipeline.annotate.places.propose import PlaceProposer
from pipeline.rulebook import rules_dir

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

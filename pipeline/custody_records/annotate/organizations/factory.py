"""Register the component ``organizations``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.organizations.component import Organizations
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("organizations", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Organizations:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Organizations(rules_dir(rules))

"""Register the component ``organizations``."""

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.organizations.component import Organizations
from pipeline.rulebook import rules_dir

extensions.register()


@Language.factory("organizations", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Organizations:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Organizations(rules_dir(rules))

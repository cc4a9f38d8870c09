"""Register the component ``people``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.people.component import People
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("people", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> People:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return People(rules_dir(rules))

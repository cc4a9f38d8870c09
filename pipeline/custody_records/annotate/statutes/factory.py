"""Register the component ``statute_references``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.statutes.component import StatuteReferences
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("statute_references", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> StatuteReferences:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return StatuteReferences(rules_dir(rules))

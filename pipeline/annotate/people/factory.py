"""Register the component ``people``."""

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.people.component import People
from pipeline.rulebook import rules_dir

extensions.register()


@Language.factory("people", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> People:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return People(rules_dir(rules))

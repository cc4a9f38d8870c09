"""Register the component ``attributions``."""

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.attributions.component import Attributions
from pipeline.annotate.syntax.factory import engine_of
from pipeline.rulebook import rules_dir

extensions.register()


@Language.factory("attributions", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Attributions:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Attributions(rules_dir(rules), engine_of(nlp))

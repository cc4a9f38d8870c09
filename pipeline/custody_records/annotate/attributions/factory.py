"""Register the component ``attributions``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.attributions.component import Attributions
from custody_records.annotate.syntax.factory import engine_of
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("attributions", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Attributions:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Attributions(rules_dir(rules), engine_of(nlp))

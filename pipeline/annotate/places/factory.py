"""Register the component ``places``."""

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.places.component import Places
from pipeline.annotate.places.gazetteer import Gazetteer
from pipeline.annotate.places.rules import load, load_contexts
from pipeline.rulebook import rules_dir

extensions.register()


@Language.factory("places", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Places:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    folder = rules_dir(rules)
    return Places(Gazetteer.of(folder), load(folder), load_contexts(folder))

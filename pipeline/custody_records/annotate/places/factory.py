"""Register the component ``places``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.places.component import Places
from custody_records.annotate.places.gazetteer import Gazetteer
from custody_records.annotate.places.rules import load, load_contexts
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("places", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Places:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    folder = rules_dir(rules)
    return Places(Gazetteer.of(folder), load(folder), load_contexts(folder))

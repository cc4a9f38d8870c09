"""Register the component ``timex``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.timex.tagger import TimexTagger

extensions.register()


@Language.factory("timex", requires=["doc.ents"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> TimexTagger:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return TimexTagger(rules)

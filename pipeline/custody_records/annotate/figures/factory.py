"""Register the component ``figures``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.figures.component import Figures
from custody_records.annotate.figures.lexicon import Lexicon
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("figures", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Figures:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Figures(Lexicon.read(rules_dir(rules) / "figures"))

"""Register the component ``facility_codes``."""

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.facilities.facility_codes import FacilityCodes
from pipeline.rulebook import rules_dir

extensions.register()


@Language.factory("facility_codes", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> FacilityCodes:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return FacilityCodes(rules_dir(rules))

"""Register the component ``facility_codes``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.facilities.facility_codes import FacilityCodes
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("facility_codes", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> FacilityCodes:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return FacilityCodes(rules_dir(rules))

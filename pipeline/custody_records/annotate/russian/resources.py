"""What several Russian components of a pipeline share: the dictionary, and the readers of names.

What one of them has worked out of a name the others find.
"""

from pathlib import Path

from spacy.language import Language

from custody_records.annotate.resources import shared
from custody_records.annotate.russian.engine.lemmas import Morphology, PymorphyLemmas
from custody_records.annotate.russian.morphology import paradigms
from custody_records.annotate.russian.morphology.persons import PersonNames
from custody_records.annotate.russian.names import words
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.places.nominative import PlaceNames


def morphology_of(nlp: Language) -> Morphology:
    """Return the pipeline's dictionary."""
    held = (c.morphology for _, c in nlp.pipeline if isinstance(c, PymorphyLemmas))
    return next(held, None) or Morphology()


def place_names_of(nlp: Language, rules: Path) -> PlaceNames:
    """Return the pipeline's reader of places' names. Raises RuleError."""

    def load() -> PlaceNames:
        regions, gazetteer = words.load(rules).places.regions, RussianGazetteer.of(rules)
        return PlaceNames(morphology_of(nlp), paradigms.load(rules), gazetteer, regions)

    return shared(nlp, "russian places", rules, load)


def person_names_of(nlp: Language, rules: Path) -> PersonNames:
    """Return the pipeline's reader of people's names. Raises RuleError."""
    return shared(
        nlp,
        "russian people",
        rules,
        lambda: PersonNames(morphology_of(nlp), paradigms.load(rules)),
    )

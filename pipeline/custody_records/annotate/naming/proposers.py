"""Create the component ``names`` with all that propose names, in the order of their say."""

from pathlib import Path

from spacy.language import Language

from custody_records.annotate import lookalikes
from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.annotate.lookalikes import LookAlike, LookAlikes
from custody_records.annotate.names.lexicon import names_of
from custody_records.annotate.naming.component import Names
from custody_records.annotate.naming.entities import ModelEntities
from custody_records.annotate.organizations.propose import OrganizationProposer
from custody_records.annotate.organizations.rules import OrganizationRules
from custody_records.annotate.people import rules as people
from custody_records.annotate.people.propose import PersonProposer
from custody_records.annotate.people.runs import NameRuns
from custody_records.annotate.places.gazetteer import gazetteer_of
from custody_records.annotate.places.propose import PlaceProposer
from custody_records.annotate.text import text_of


def create(nlp: Language, rules: Path) -> Names:
    """Create the component from a folder of rules."""
    lexicon = names_of(nlp, rules)
    look_alikes = LookAlikes(load(rules))
    bodies = OrganizationRules(rules)
    runs = NameRuns(lexicon, bodies.subjects.subjects)
    in_title_case = [rule.id for rule in people.load(rules) if rule.in_title_case]
    in_title_case += [rule.id for rule in bodies.forms.rules if rule.in_title_case]
    return Names(
        lexicon,
        ShortNames.read(rules),
        (
            lambda doc: look_alikes.candidates(text_of(doc)),
            ModelEntities(lexicon, runs, bodies.subjects),
            OrganizationProposer(rules, lexicon, bodies),
            PersonProposer(rules, lexicon, runs),
            PlaceProposer(rules, lexicon, gazetteer_of(nlp, rules)),
        ),
        frozenset(in_title_case),
        bodies.subjects.subjects,
    )


def load(rules: Path) -> tuple[LookAlike, ...]:
    """Return the rules of names: spans that hold names and are none. Raises RuleError."""
    return lookalikes.load(rules / "names")

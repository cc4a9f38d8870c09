"""Register the components ``event_triggers`` and ``events``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.events.component import Events
from custody_records.annotate.events.sentences import EventTriggers
from custody_records.annotate.syntax.factory import engine_of
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("event_triggers", default_config={"rules": None})
def create_triggers(nlp: Language, name: str, rules: str | None) -> EventTriggers:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return EventTriggers(nlp.vocab, rules_dir(rules), engine_of(nlp))


@Language.factory("events", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> Events:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return Events(nlp.vocab, rules_dir(rules), engine_of(nlp))

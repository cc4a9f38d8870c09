"""The date of an event: the nearest of its clause that is not a statement's or a description's."""

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.setting.clauses import Clauses
from custody_records.annotate.events.setting.descriptions import Descriptions
from custody_records.annotate.events.setting.elsewhere import Clause
from custody_records.annotate.events.setting.facility import nearest
from custody_records.annotate.events.setting.rules import SettingRules
from custody_records.annotate.events.setting.scene import Scene


class DateFinder:
    """Finds the date of one event after another of a doc."""

    def __init__(self, rules: SettingRules, scene: Scene, descriptions: Descriptions) -> None:
        self.rules = rules
        self.scene = scene
        self.clauses = Clauses(rules.words)
        self.descriptions = descriptions

    def find(self, clause: Clause, cues: frozenset[int]) -> Argument | None:
        """Return the date that the event's clause names, or None."""
        hit, sentence, parsed = clause.hit, clause.sentence, clause.parsed
        here = [
            mention
            for mention in self.scene.dates.within(sentence)
            if not self.descriptions.holds_date(mention, hit, sentence, parsed)
            and not self.clauses.dates_something_else(
                mention.root(sentence, parsed), hit.token, hit.traits, cues
            )
        ]
        if not here:
            return None
        return self.rules.argument(nearest(here, clause), "date", "clause")

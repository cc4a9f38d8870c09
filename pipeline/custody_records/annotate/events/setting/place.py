"""The place of an event, by the strongest step that gives one."""

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import PlaceEntity
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.setting.descriptions import Descriptions
from custody_records.annotate.events.setting.elsewhere import Clause
from custody_records.annotate.events.setting.facility import nearest
from custody_records.annotate.events.setting.relations import (
    is_behind_a_stop,
    is_beside,
    is_coordinated,
    is_of_a_later_verb,
    is_of_another_time,
    is_speakers,
)
from custody_records.annotate.events.setting.rules import SettingRules
from custody_records.annotate.events.setting.scene import Scene

_CHAIN = 6  # tokens between a settlement and the region that it is in: "Granitny, in Akmola region"
_WIDTH = {"settlement": 0, None: 0, "area": 1, "region": 1, "country": 2}


class PlaceFinder:
    """Finds the place of one event after another of a doc."""

    def __init__(self, rules: SettingRules, scene: Scene, descriptions: Descriptions) -> None:
        self.rules = rules
        self.scene = scene
        self.descriptions = descriptions

    def of_clause(self, clause: Clause, cues: frozenset[int]) -> list[Mention]:
        """Return the places of the sentence that say where the event's clause is."""
        found = [
            mention
            for mention in self.scene.places.within(clause.sentence)
            if self._is_of_the_clause(mention, clause, cues)
        ]
        return [m for m in found if not self._is_beside(m, clause)] or found

    def _is_beside(self, mention: Mention, clause: Clause) -> bool:
        """Tell whether it lies near the place: "in Zarechny, outside of Almaty"."""
        start = mention.start - clause.sentence.start
        return not self.rules.words.near.isdisjoint(clause.words[max(0, start - 2) : start])

    def find(self, clause: Clause) -> Argument | None:
        """Return the place that an event's clause names, else that of a jail without a name."""
        if clause.places:
            best = _finest(nearest(list(clause.places), clause), list(clause.places))
            return self.rules.argument(best, "place", "clause")
        main = self.scene.main_place if clause.hit.traits.facility == "spoken_of" else None
        return self.rules.argument(main, "place", "only") if main else None

    def _is_of_the_clause(self, mention: Mention, clause: Clause, cues: frozenset[int]) -> bool:
        root, trigger = mention.root(clause.sentence, clause.parsed), clause.hit.token
        words = self.rules.words
        simultaneous = words.simultaneous
        if is_beside(root, trigger, simultaneous) or is_coordinated(root, trigger):
            return False
        if is_speakers(root, cues):
            return False
        if is_of_another_time(root, trigger, simultaneous, words.time_order):
            return False
        if is_behind_a_stop(root, trigger) or is_of_a_later_verb(root, trigger, words.moves):
            return False
        return not self.descriptions.holds_place(
            mention, clause.hit, clause.sentence, clause.parsed
        )


def _finest(best: Mention, places: list[Mention]) -> Mention:
    """Return the finest place of a chain: "Granitny, in Akmola region" is Granitny."""
    near = [
        p for p in places if abs(p.start - best.end) <= _CHAIN or abs(best.start - p.end) <= _CHAIN
    ]
    return min([best, *near], key=_width)


def _width(mention: Mention) -> int:
    kind = mention.entity.kind if isinstance(mention.entity, PlaceEntity) else None
    return _WIDTH[kind]

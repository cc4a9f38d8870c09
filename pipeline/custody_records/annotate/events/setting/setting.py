"""Where and when an event was: facility, place and date, each with the step that tied it."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.setting.date import DateFinder
from custody_records.annotate.events.setting.descriptions import Descriptions
from custody_records.annotate.events.setting.elsewhere import Clause, Elsewhere
from custody_records.annotate.events.setting.facility import FacilityFinder
from custody_records.annotate.events.setting.place import PlaceFinder
from custody_records.annotate.events.setting.rules import SettingRules
from custody_records.annotate.events.setting.scene import Scene
from custody_records.annotate.participants.lexicon import ParticipantLexicon


@dataclass(frozen=True, slots=True)
class Found:
    """The setting of one event; None where the text ties nothing to it.

    ``more_dates``: those that go on from the date ("on 1 and again on 4 September").
    ``everywhere``: the sentence is of all prisons, so of none that the text spoke of.
    ``undated``: first characters of days in the sentence that date no event.
    """

    facility: Argument | None
    place: Argument | None
    date: Argument | None
    more_dates: tuple[Argument, ...] = ()
    everywhere: bool = False
    undated: frozenset[int] = frozenset()


class Setting:
    """Finds facility, place and date for the hits of one doc."""

    def __init__(self, doc: Doc, rules: SettingRules, lexicon: ParticipantLexicon) -> None:
        scene = Scene.of(doc)
        descriptions = Descriptions(rules.words, lexicon)
        self.paragraph_of = scene.paragraph_of
        self.facilities = scene.facilities
        self._elsewhere = Elsewhere(rules.words, lexicon)
        self._facility = FacilityFinder(rules, scene, descriptions, self._elsewhere)
        self._place = PlaceFinder(rules, scene, descriptions)
        self._date = DateFinder(rules, scene, descriptions)

    def of(
        self,
        hit: Hit,
        sentence: Span,
        parsed: Span,
        cues: frozenset[int],
        speaking: frozenset[int],
        subjects: tuple[Argument, ...],
        actors: tuple[Argument, ...],
    ) -> Found:
        """Return the setting of an event.

        ``cues``: the tokens of verbs of saying in the parsed sentence; a date or place of theirs
        is the statement's, not the event's. ``speaking``: those with the trigger, if it is a verb
        of saying itself: the place of who speaks is no event's.
        """
        clause = Clause(hit, sentence, parsed, (), subjects, actors)
        places = self._place.of_clause(clause, speaking)
        clause = Clause(hit, sentence, parsed, tuple(places), subjects, actors)
        days, undated = self._date.find(clause, cues)
        return Found(
            self._facility.find(clause),
            self._place.find(clause),
            days[0] if days else None,
            days[1:],
            self._elsewhere.is_everywhere(clause),
            undated,
        )

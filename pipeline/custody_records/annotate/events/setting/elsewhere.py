"""What in a sentence refuses a facility that the text only spoke of before.

Such a facility is inferred, and a sentence that names any other place, body or person which it does
not fit speaks of something else.
"""

from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import Entity, FacilityEntity, PersonEntity
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.setting.descriptions import is_apposed
from custody_records.annotate.events.setting.relations import is_of_a_later_verb, preposition
from custody_records.annotate.events.setting.rules import SettingWords
from custody_records.annotate.events.setting.scene import Scene
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of, text_of
from custody_records.contract.fold import words_of

_HOSPITAL = 6  # tokens before a place in which its hospital stands
_NOUN_PHRASE = 3  # tokens before a noun in which its article stands


@dataclass(frozen=True, slots=True)
class Clause:
    """What is known of an event's sentence when a facility is looked for."""

    hit: Hit
    sentence: Span
    parsed: Span
    places: tuple[Mention, ...]
    subjects: tuple[Argument, ...]
    actors: tuple[Argument, ...]

    @property
    def words(self) -> list[str]:
        """The lower-case words of the sentence."""
        return lower_of(self.sentence.doc)[self.sentence.start : self.sentence.end]


class Elsewhere:
    """Refuses facilities; each refusal has a name, for the decision log."""

    def __init__(self, words: SettingWords, lexicon: ParticipantLexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self._inside = words.inside_people | words.prisoners

    def refuses(self, clause: Clause, facility: Mention, scene: Scene) -> str | None:
        """Return why a facility spoken of before is not the event's, or None."""
        return (
            self.refuses_reference(clause, facility, scene)
            or self._in_unnamed(clause, facility)
            or self._by_words(clause)
            or self._by_people(clause, facility)
        )

    def refuses_reference(self, clause: Clause, facility: Mention, scene: Scene) -> str | None:
        """Return why even a phrase that refers to a facility cannot mean this one, or None."""
        places = [m for m in clause.places if not self._is_of_a_hospital(m, clause)]
        if any(not scene.fits(place, facility) for place in places):
            return "elsewhere.place"
        if self.names_others(clause):
            return "elsewhere.other-facility"
        return None

    def _is_of_a_hospital(self, place: Mention, clause: Clause) -> bool:
        """Tell whether a place is where the hospital is: "collapsed and died in hospital in Omsk".

        Who is brought to a hospital is still the prison's.
        """
        at = place.start - clause.sentence.start
        before = clause.words[max(0, at - _HOSPITAL) : at]
        return clause.hit.traits.befallen and not self.words.hospitals.isdisjoint(before)

    def is_on_the_way(self, clause: Clause) -> bool:
        """Tell whether somebody was between places: "was beaten in a police van"."""
        traits, trigger = clause.hit.traits, clause.hit.token
        if not traits.befallen or traits.befalls == "held":
            return False
        for index, word in enumerate(clause.words):
            if word in self.words.vehicles:
                token = clause.parsed[index]
                above = preposition(token) if trigger.is_ancestor(token) else None
                if above is not None and above.lower_ in self.words.aboard:
                    return True
        return False

    def is_everywhere(self, clause: Clause) -> bool:
        """Tell whether a sentence is of all prisons: "nobody starves in his prisons"."""
        return self._says(clause, self.words.everywhere | self.words.plural_facility_nouns)

    def _in_unnamed(self, clause: Clause, facility: Mention) -> str | None:
        """Return a reason where a later sentence is of some jail: "a riot in a colony near Tver".

        A lead that calls it so and names it only later is of the one that is named.
        """
        if facility.start >= clause.sentence.start:
            return None
        words, nouns = clause.words, self.words.facility_nouns - self.words.hospitals
        for index, word in enumerate(words):
            before = words[max(0, index - _NOUN_PHRASE) : index]
            if clause.parsed[index].dep_ == "compound":
                continue  # "a prison doctor"
            if word in nouns and not self.words.indefinite.isdisjoint(before):
                return "elsewhere.unnamed"
        return None

    def names_others(self, clause: Clause) -> bool:
        """Tell whether a sentence is of another prison: "another jail", "Bellavista prison"."""
        words, doc = clause.words, clause.sentence.doc
        placed = {i for m in clause.places for i in range(m.start, m.end)}
        for index, word in enumerate(words):
            if word in self.words.other:
                after = words[index + 1 : index + 4]
                if any(w in self.words.facility_nouns for w in after):
                    return True
            # "the jail of a neighbouring county"
            of, whose = [*words[index + 1 : index + 3], "", ""][:2]
            owned = word in self.words.facility_nouns and of in self.words.owning
            if owned and whose in self.words.indefinite | self.words.other:
                return True
            at = clause.sentence.start + index
            # In lower case: "Prison Service" names a body.
            named = index > 1 and word in self.words.facility_nouns and doc[at].text == word
            if named and doc[at - 1].is_title and at - 1 not in placed:
                return True
        return False

    def _by_words(self, clause: Clause) -> str | None:
        words = set(clause.words)
        if self._says(clause, self.words.outside):
            return "elsewhere.outside"
        if self.is_everywhere(clause):  # "died in prisons across the country"
            return "elsewhere.everywhere"
        if clause.hit.type in self.words.courts_apply_to and words & self.words.courts:
            return "elsewhere.court"
        return None

    def _says(self, clause: Clause, words: frozenset[str]) -> bool:
        """Tell whether a sentence has one of the words, not in an apposition beside the event."""
        if words.isdisjoint(clause.words):
            return False
        return any(
            word in words
            and not (index and clause.parsed[index].text.istitle())  # "General Office of Prisons"
            and not is_apposed(clause.parsed[index], clause.hit.token)
            and not is_of_a_later_verb(clause.parsed[index], clause.hit.token, self.words.moves)
            for index, word in enumerate(clause.words)
        )

    def _by_people(self, clause: Clause, facility: Mention) -> str | None:
        if self._tells_of_another(clause):
            return "elsewhere.description"
        if clause.subjects and not any(self._fits(a, clause) for a in clause.subjects):
            return "elsewhere.people"
        if clause.actors and all(self._is_outside_actor(a, clause) for a in clause.actors):
            entity = facility.entity
            held = isinstance(entity, FacilityEntity) and entity.kind == "police_custody"
            return None if held else "elsewhere.actors"
        return None

    def _tells_of_another(self, clause: Clause) -> bool:
        """Tell whether a relative clause tells it of somebody who is not inside.

        "... an officer who was killed in the war": the officer of a story, in no prison.
        """
        trigger = clause.hit.token
        if clause.hit.type in self.words.visited_types:
            return False  # "a lawyer who was turned away"
        for above in (trigger, *trigger.ancestors):
            if above.dep_ == "relcl":
                noun = above.head
                if any(c.lower_ in self.words.simultaneous for c in above.children):
                    return False  # "in 2019, when guards beat him"
                is_person = noun.pos_ == "PROPN" or noun.lower_ in self.lexicon.people
                if not is_person and not any(c.lower_ in self.words.who for c in above.children):
                    return False
                described = {noun.lower_}  # "his wife, Anna Petrova, who was turned away"
                if noun.dep_ == "appos":
                    described.add(noun.head.lower_)
                return not self._is_inside(described, clause)
        return False

    def _is_inside(self, words: Set[str], clause: Clause) -> bool:
        """Tell whether words name people of a facility, or its visitors where these are told of."""
        if clause.hit.type in self.words.visitor_types and words & self.words.visitors:
            return True
        return bool(words & self._inside) and not words & self.words.outside_actors

    def _fits(self, argument: Argument, clause: Clause) -> bool:
        """Tell whether somebody may be inside: a person of the prison, or one whom no role bars."""
        entity = _entity(argument, clause)
        if isinstance(entity, PersonEntity):
            return not self._is_outsider(entity)
        return self._is_inside(_words(argument, clause), clause)

    def _is_outsider(self, person: PersonEntity) -> bool:
        """Tell whether all roles of a person are offices held outside."""
        roles = [set(role.lower().split()) for role in person.roles]
        return bool(roles) and all(
            role & self.lexicon.offices and not role & self._inside for role in roles
        )

    def _is_outside_actor(self, argument: Argument, clause: Clause) -> bool:
        return bool(_words(argument, clause) & self.words.outside_actors)


def _entity(argument: Argument, clause: Clause) -> Entity | None:
    if argument.entity is None:
        return None
    found: Entity = clause.sentence.doc._.entities[argument.entity]
    return found


def _words(argument: Argument, clause: Clause) -> frozenset[str]:
    return words_of(text_of(clause.sentence.doc)[argument.start : argument.end])

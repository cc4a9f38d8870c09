"""The facility of an event, by the strongest step that gives one."""

from collections.abc import Container

from spacy.tokens import Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.entities.references.facilities import FacilityReferences, Moves
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.setting.descriptions import Descriptions
from custody_records.annotate.events.setting.elsewhere import Clause, Elsewhere
from custody_records.annotate.events.setting.held_at import HeldAt
from custody_records.annotate.events.setting.relations import (
    distance,
    follows,
    hangs_on_noun,
    is_behind_a_stop,
    is_beside,
    is_brought_from,
    is_coordinated,
    is_holding,
    is_nested,
    is_of_a_later_verb,
    is_of_another_time,
    is_of_the_main_clause,
    is_outside,
    preposition,
)
from custody_records.annotate.events.setting.rules import SettingRules, Way
from custody_records.annotate.events.setting.scene import Scene
from custody_records.contract.values import FacilityKind

_SOON = 120  # tokens from a lead to the facility that it speaks of
_DEFINITE = 3  # tokens before a facility noun in which its determiner stands


class FacilityFinder:
    """Finds the facility of one event after another of a doc."""

    def __init__(
        self, rules: SettingRules, scene: Scene, descriptions: Descriptions, elsewhere: Elsewhere
    ) -> None:
        self.rules, self.words = rules, rules.words
        self._single_nouns = rules.words.facility_nouns - rules.words.plural_facility_nouns
        self.scene = scene
        self.references = FacilityReferences(
            scene.doc,
            scene.facilities,
            scene.main_facility,
            scene.paragraph_of,
            rules.words.kinds_of_nouns,
            Moves(rules.words.moves, rules.words.goal | rules.words.outward),
        )
        self.descriptions = descriptions
        self.elsewhere = elsewhere
        away = rules.words.former | rules.words.of_several
        self.held_at = HeldAt(scene.doc, scene.facilities, away, rules.words.outward)

    def find(self, clause: Clause) -> Argument | None:
        """Return the facility that the text ties to an event, or None."""
        if self.elsewhere.is_on_the_way(clause):
            return None
        hit, here = clause.hit, self.scene.facilities.within(clause.sentence)
        own = [m for m in here if self._is_of_the_clause(m, clause)]
        # "in another prison, the head of IK-6 said"
        if own and self.elsewhere.names_others(clause):
            own = [m for m in own if not hangs_on_noun(m.root(clause.sentence, clause.parsed))]
        if hit.type == "transfer" and (own or self._town_of_the_goal(clause, own)):
            return self._of_a_move(clause, own, here)
        if own:
            best = nearest(own, clause)
            self.references.note(best)
            return self._stated(best, clause)
        if hit.traits.facility == "own":
            return None
        if here:
            return self._spoken_of_beside(clause, here) or self._held_here(clause, here)
        return self._referred(clause) or self._spoken_of(clause) or self._left_behind(clause)

    def _of_a_move(
        self, clause: Clause, own: list[Mention], here: list[Mention]
    ) -> Argument | None:
        """Return whither the clause tells that somebody was moved, else whence.

        ``own``: the facilities of the clause, ``here`` those of the sentence.
        """
        if town := self._town_of_the_goal(clause, own):
            return self._argument(town, "town")
        left = [m for m in own if self._stands_after(m, clause, self.words.outward)]
        own = [m for m in own if m not in left]
        if not own or self._goes_there(clause):  # "were brought there from IK-6"
            whither = self._referred(clause, {m.entity.id for m in here if m.entity})
            if whither is None and left and not self._has_a_goal(clause):
                return self._argument(left[0], "clause")
            return whither
        goals = [m for m in own if self._stands_after(m, clause, self.words.toward)] or own
        return self._stated(nearest(goals, clause), clause)

    def _stated(self, mention: Mention, clause: Clause) -> Argument:
        self.held_at.note(clause.subjects, clause.sentence.start, mention)
        return self._argument(mention, "clause")

    def _is_of_the_clause(self, mention: Mention, clause: Clause) -> bool:
        hit, trigger = clause.hit, clause.hit.token
        root = mention.root(clause.sentence, clause.parsed)
        if hit.traits.befallen and is_brought_from(
            root, trigger, self.words.moves, self.words.outward
        ):
            return True
        if self._is_of_somebody(root, clause):
            return False
        stated_only = hit.type in self.words.stated_only
        if (hit.traits.public_act or stated_only) and self._is_of_another_step(root, trigger):
            return False
        if self._is_elsewhere_in_the_sentence(root, trigger) or self._is_of_a_clause_beside(
            root, hit
        ):
            return False
        if self.descriptions.holds_facility(mention, hit, clause.sentence, clause.parsed):
            return False
        if hit.traits.facility != "own" and not stated_only:
            return True
        nested = is_nested(root, trigger, self.words.courts | self.words.parts) and not (
            stated_only and is_holding(root, trigger, self.words.holding)
        )
        return not nested and not is_outside(root, trigger)

    def _is_of_somebody(self, root: Token, clause: Clause) -> bool:
        """Tell whether a facility only says who somebody is: "bail was granted to a cook at IK-6".

        So it is of a step of the law, unless it says who is held there.
        """
        hit = clause.hit
        above = preposition(root)
        whence = above is not None and above.lower_ in self.words.outward
        if whence or not (hit.traits.legal_step and hit.traits.facility == "referred"):
            return False  # "freed 57 women from IK-6"
        held = self.words.prisoners | self.words.holding | self.words.courts | self.words.parts
        return is_nested(root, hit.token, held)

    def _is_of_another_step(self, root: Token, trigger: Token) -> bool:
        """Tell whether the sentence tells of another step there: "was freed and taken to IK-6"."""
        return (
            is_of_the_main_clause(root, trigger, self.words.time_order | self.words.simultaneous)
            or is_of_a_later_verb(root, trigger)
            or follows(trigger, root)
        )

    def _is_elsewhere_in_the_sentence(self, root: Token, trigger: Token) -> bool:
        return (
            is_beside(root, trigger, self.words.simultaneous)
            or is_behind_a_stop(root, trigger)
            or is_of_a_later_verb(root, trigger, self.words.moves)
            or is_of_another_time(root, trigger, self.words.simultaneous, self.words.time_order)
        )

    def _is_of_a_clause_beside(self, root: Token, hit: Hit) -> bool:
        """Tell whether a facility is where another clause with "and" is, or where it leads.

        "The trial opened inside IK-6, and the court jailed him." What is no step of officials goes
        on from where the other clause was: "inmates set fire to IK-6, and 200 fled".
        """
        above = preposition(root)
        whither = above is not None and above.lower_ in self.words.goal
        return (hit.traits.public_act or whither) and is_coordinated(root, hit.token)

    def _stands_after(self, mention: Mention, clause: Clause, words: frozenset[str]) -> bool:
        above = preposition(mention.root(clause.sentence, clause.parsed))
        return above is not None and above.lower_ in words

    def _town_of_the_goal(self, clause: Clause, own: list[Mention]) -> Mention | None:
        """Return the facility of the town to which somebody is moved: "moved to Minsk from IK-6".

        ``own``: the facilities that the clause names; one to which he is moved is it itself.
        """
        toward, outward = self.words.toward & self.words.goal, self.words.outward
        if not all(self._stands_after(m, clause, outward) for m in own):
            return None
        towns = [m for m in clause.places if self._stands_after(m, clause, toward)]
        found = self.scene.facility_in(towns)
        left = {m.entity.id for m in own if m.entity}
        return found if found and found.entity and found.entity.id not in left else None

    def _has_a_goal(self, clause: Clause) -> bool:
        """Tell whether it is told where somebody was moved, if to no facility of the text.

        Who is brought to a hospital is still the prison's.
        """
        goals = [
            t
            for t in clause.hit.token.subtree
            if t.dep_ in ("prep", "dative") and t.lower_ in self.words.goal
        ]
        nouns = (c.lower_ for t in goals for c in t.children if c.dep_ == "pobj")
        return self._goes_there(clause) or (bool(goals) and self.words.hospitals.isdisjoint(nouns))

    def _goes_there(self, clause: Clause) -> bool:
        """Tell whether "there" says where somebody was moved: "inmates of IK-6 were sent there"."""
        beside = clause.hit.token.children
        return any(c.dep_ == "advmod" and c.lower_ in self.words.there for c in beside)

    def _referred(self, clause: Clause, left: Container[int] = ()) -> Argument | None:
        """Return the facility to which a phrase of the clause refers: "the colony", "there".

        ``left``: the facilities from which somebody is moved.
        """
        for noun in self._references(clause):
            if self._is_of_somebody(clause.parsed[noun.i], clause):
                continue
            meant = self.references.meant(
                clause.sentence.start, noun.lower_, self._kinds(clause.words, noun.i)
            )
            if meant is not None and meant.entity is not None and meant.entity.id in left:
                meant = self.scene.main_facility
            if meant is None or not self._is_called(meant, clause.words, noun):
                continue
            if meant.entity is not None and meant.entity.id in left:
                continue
            if self.elsewhere.refuses_reference(clause, meant, self.scene) is None:
                self.held_at.note(clause.subjects, clause.sentence.start, meant)
                return self._argument(meant, "reference")
        return None

    def _references(self, clause: Clause) -> list[Token]:
        """Return the words of the sentence that may refer to a facility.

        They say of what it speaks: "he tried to enter the prison, but was not let in".
        """
        words, found = clause.words, []
        for index, word in enumerate(words):
            if word in self.words.there:
                token = clause.parsed[index]
                if token.dep_ == "advmod" and self.words.hospitals.isdisjoint(words[:index]):
                    found.append(token)
            elif (
                (word in self._single_nouns or word in self.words.named_nouns)
                and self._is_definite(words, index)
                and (token := clause.parsed[index]).dep_ != "compound"
            ):
                found.append(token)
        return found

    def _is_definite(self, words: list[str], index: int) -> bool:
        """Tell whether a noun for a facility means one that is known: "the prison"."""
        return not self.words.definite.isdisjoint(words[max(0, index - _DEFINITE) : index])

    def _kinds(self, words: list[str], index: int) -> tuple[FacilityKind, ...]:
        """Return the kinds that the word before a noun leaves it: "the remand prison"."""
        before = [word for word in words[:index] if word not in self.words.possessive]
        return self.words.kinds_of_modifiers.get(before[-1], ()) if before else ()

    def _is_called(self, facility: Mention, words: list[str], noun: Token) -> bool:
        """Tell whether a noun that may mean anything else means a facility.

        It has a modifier ("the detention centre") or the facility's name has it ("the centre").
        """
        word = noun.lower_
        if word not in self.words.named_nouns and word not in self.words.modified_nouns:
            return True
        if word in self.words.modified_nouns and words[noun.i - 1] in self.words.modifiers:
            return True
        return word in self.scene.words_of(facility)

    def _spoken_of(self, clause: Clause) -> Argument | None:
        """Return the facility that the text spoke of before, if nothing bars it."""
        if clause.hit.traits.facility != "spoken_of":
            return None
        if clause.hit.type in self.words.stated_only:
            return None
        candidates = self._candidates(clause)
        held = self.held_at.of(clause.subjects, clause.sentence.start)
        if held is not None:
            later = bool(candidates) and candidates[0][1] == "paragraph"
            if not (later and candidates[0][0].start > held[0]):
                candidates = [(held[1], "person")]
        for mention, way in candidates:
            if self.elsewhere.refuses(clause, mention, self.scene) is None:
                return self._argument(mention, way)
        return None

    def _left_behind(self, clause: Clause) -> Argument | None:
        """Return where the paragraph told that those are who leave: "He spent a year in IK-6."."""
        if clause.hit.type not in self.words.left_types or not self.words.courts.isdisjoint(
            clause.words
        ):
            return None
        start, paragraph_of = clause.sentence.start, self.scene.paragraph_of
        held = self.held_at.of(clause.subjects, start)
        if held is None or paragraph_of[held[0]] != paragraph_of[start]:
            return None
        if self.elsewhere.refuses_reference(clause, held[1], self.scene) is not None:
            return None
        return self._argument(held[1], "person")

    def _spoken_of_beside(self, clause: Clause, here: list[Mention]) -> Argument | None:
        """Return the only facility of the text where the sentence names it in another clause.

        "The jailer quit two days after a woman was found dead in a cell of Cutler County Jail."
        """
        only, trigger = self.scene.only_facility, clause.hit.token
        if only is None or clause.hit.traits.facility != "spoken_of":
            return None
        for mention in here:
            root = mention.root(clause.sentence, clause.parsed)
            if not (is_beside(root, trigger) or is_coordinated(root, trigger)):
                return None
        if self.elsewhere.refuses(clause, only, self.scene) is not None:
            return None
        return self._argument(here[0], "only")

    def _held_here(self, clause: Clause, here: list[Mention]) -> Argument | None:
        """Return the facility of which the sentence says that somebody whom it befell is there.

        "The family of Petrov, who is held in IK-6, was not let in."
        """
        if clause.hit.traits.facility != "spoken_of" or clause.hit.type in self.words.stated_only:
            return None
        held = self.held_at.of(clause.subjects, clause.sentence.end)
        if held is None or held[1] not in here:
            return None
        if is_behind_a_stop(held[1].root(clause.sentence, clause.parsed), clause.hit.token):
            return None
        return self._argument(held[1], "person")

    def _candidates(self, clause: Clause) -> list[tuple[Mention, Way]]:
        scene, start = self.scene, clause.sentence.start
        town = scene.facility_in(clause.places)
        if town is not None:
            return [(town, "town")]
        last = scene.facilities.last_before(start)
        passed = last is not None and self.references.is_moved_to(last)
        if last and not passed and scene.paragraph_of[last.start] == scene.paragraph_of[start]:
            return [(last, "paragraph")]
        soon = scene.facilities.first_from(clause.sentence.end)
        comes = soon is not None and soon.start - clause.sentence.end <= _SOON
        main = scene.only_facility or scene.main_facility
        left = not passed and self._left(main, last, start)
        if main is not None and (last or comes) and not left:
            return [] if self._is_elsewhere_in_the_paragraph(main, start) else [(main, "only")]
        return []

    def _left(self, main: Mention | None, last: Mention | None, start: int) -> bool:
        """Tell whether the paragraph before speaks of another facility than the main one."""
        if (
            main is None
            or last is None
            or (last.entity and main.entity and last.entity.id == main.entity.id)
        ):
            return False
        return self.scene.paragraph_of[start] - self.scene.paragraph_of[last.start] <= 1

    def _is_elsewhere_in_the_paragraph(self, main: Mention, start: int) -> bool:
        """Tell whether the paragraph speaks of a town that is not the facility's.

        "The disturbances at Granitny were the worst. Special forces were sent in."
        """
        place = self.scene.places.last_before(start)
        if place is None or self.scene.paragraph_of[place.start] != self.scene.paragraph_of[start]:
            return False
        return not self.scene.fits(place, main)

    def _argument(self, mention: Mention, way: Way) -> Argument:
        return self.rules.argument(mention, "facility", way)


def nearest(candidates: list[Mention], clause: Clause) -> Mention:
    """Return the mention with the fewest arcs to the trigger."""
    return min(
        candidates,
        key=lambda m: (
            distance(clause.hit.token, m.root(clause.sentence, clause.parsed)),
            abs(m.start - clause.sentence.start - clause.hit.token.i),
        ),
    )

"""To which clause of a parsed sentence a date, place or facility belongs."""

from spacy.tokens import Token

from custody_records.annotate.arguments.nouns import SUBJECTS
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.setting.relations import (
    has_subject,
    holds,
    is_behind_a_stop,
    is_beside,
    is_now,
    preposition,
)
from custody_records.annotate.events.setting.rules import SettingWords
from custody_records.annotate.tags import NOUNS, VERBS

_OF_A_DATE = frozenset(["nummod", "punct", "npadvmod", "det", "appos"])
_RELATIVE = ("relcl", "acl")
_BEHIND = 4  # tokens from a date to the "when" behind it: "October 2021, when"


class Clauses:
    """Answers whose clause a mention stands in, by the words of ``rules/setting``."""

    def __init__(self, words: SettingWords) -> None:
        self.words = words

    def dates_something_else(
        self,
        date: Token,
        trigger: Token,
        traits: TypeTraits,
        cues: frozenset[int],
        *,
        is_wide: bool = False,
        is_range: bool = False,
    ) -> bool:
        """Tell whether a date of the sentence says when something else than the trigger happened.

        ``cues``: the tokens of verbs of saying. ``is_wide``: the date is a year or month, in which
        both what befell somebody and what came of it were ("In 2018 he died after he was beaten").
        ``is_range``: it is "between 1 and 9 May", when nothing is said.
        """
        if self._is_when_of(date, trigger) or _is_right_behind(date, trigger):
            return False
        if _opens_clause(date, trigger):
            return False
        if traits.public_act and self._goes_on_in_court(date, trigger):
            return False
        return (
            (not is_range and _hangs_on(date, trigger, cues))
            or (traits.by_actors and _in_complement(date, trigger))
            or (not (is_wide and not traits.public_act) and self._only_after(date, trigger))
            or self._in_another_clause(date, trigger, traits)
            or self._only_gives_a_reason(date, trigger)
            or is_behind_a_stop(date, trigger)
            or _is_of_the_governing_clause(date, trigger)
            or is_beside(date, trigger, self.words.simultaneous)
            or (not traits.befallen and self._is_of_a_happening(date, trigger, is_wide=is_wide))
            or self._is_the_other_verbs(date, trigger, traits)
            or (traits.befallen and self._is_about(trigger) and not trigger.is_ancestor(date))
        )

    def _is_the_other_verbs(self, date: Token, trigger: Token, traits: TypeTraits) -> bool:
        """Tell whether a date belongs to a verb coordinated with the trigger, and to it alone.

        Before the first verb it holds for all of them ("On Monday he was arrested and charged"),
        and so it does behind verbs that stand side by side ("was arrested and charged on Monday").
        """
        verb = next((a for a in date.ancestors if a.pos_ in VERBS), None)
        if verb is None or verb == trigger or trigger.pos_ not in VERBS:
            return False
        beside = verb.dep_ == trigger.dep_ == "conj" and verb.head == trigger.head
        if verb.dep_ == "conj" and (trigger.is_ancestor(verb) or (beside and verb.i > trigger.i)):
            # The date's verb comes second.
            return date.i > verb.i and verb.i - trigger.i > len(["trigger", "and"])
        if trigger.dep_ == "conj" and verb.is_ancestor(trigger):  # the date's verb comes first
            if any(c.lower_ in self.words.later for c in trigger.children):
                return True
            return verb.i < date.i < trigger.i and (traits.legal_step or is_now(trigger, verb))
        return False

    def _in_another_clause(self, date: Token, trigger: Token, traits: TypeTraits) -> bool:
        """Tell whether a relative clause stands between date and trigger, around one of them.

        "Relatives who had stood there since Monday say that guards beat inmates": Monday is not
        when. But "On Monday he was brought before a court, which jailed him" goes on with what was
        that day.
        """
        if self.in_a_relative(date, trigger, traits):
            return True
        over_trigger = [trigger, *trigger.ancestors]
        shared = {date, *date.ancestors} & set(over_trigger)
        return any(
            token.dep_ in _RELATIVE and not _is_main(token) and token not in shared
            for token in over_trigger
        )

    def in_a_relative(self, date: Token, trigger: Token, traits: TypeTraits) -> bool:
        """Tell whether a relative clause that does not hold the trigger holds a date.

        "The court jailed A, who ran for mayor in 2016."
        """
        over_trigger = {trigger, *trigger.ancestors}
        return any(
            token.dep_ in _RELATIVE
            and token not in over_trigger
            and not _is_main(token)
            and not self._is_part_of(token, trigger, traits)
            for token in (date, *date.ancestors)
        )

    def _goes_on_in_court(self, date: Token, trigger: Token) -> bool:
        """Tell whether a court did it before which somebody came on a day.

        "He appeared on Monday before a magistrate, who ordered that he be held for a week."
        """
        for clause in (trigger, *trigger.ancestors):
            if clause.dep_ == "relcl":
                court = clause.head.head
                came = court.head.lower_ in self.words.appearing and court.dep_ == "prep"
                known = any(c.lower_ in self.words.earlier for c in clause.lefts)
                day = court.head.is_ancestor(date) and not holds(clause, date)
                return bool(came and day and not known)
        return False

    def _is_part_of(self, clause: Token, trigger: Token, traits: TypeTraits) -> bool:
        """Tell whether a clause about a noun tells of the event itself, and so when and where.

        "Monitors, who came to IK-6 on Monday, were not let in", "the killing of A, stabbed in May",
        "in a report issued in May it criticised the prison".
        """
        issued = clause.lower_ in self.words.issuing and clause.dep_ == "acl"
        if issued and not traits.befallen and trigger.is_ancestor(clause):
            return True
        if traits.type in self.words.visited_types:
            return clause.lower_ in self.words.coming and clause.dep_ in ("relcl", "acl")
        fatal = clause.lower_ in self.words.fatal and clause.tag_ == "VBN"
        return fatal and trigger.pos_ == "NOUN" and bool(trigger.is_ancestor(clause))

    def _only_gives_a_reason(self, date: Token, trigger: Token) -> bool:
        """Tell whether the trigger is the reason for what the date is of, and the date not in it.

        "The trial was put off until Friday because a defendant fell ill."
        """
        for above in (trigger, *trigger.ancestors):
            if any(c.dep_ == "mark" and c.lower_ in self.words.reasons for c in above.children):
                return not holds(above, date)
        return False

    def _is_when_of(self, date: Token, trigger: Token) -> bool:
        """Tell whether the trigger's clause says what a date was: "in March, when police came"."""
        for above in (trigger, *trigger.ancestors):
            if above.dep_ in ("relcl", "advcl"):
                when = [c.i for c in above.children if c.lower_ in self.words.simultaneous]
                if when and 0 < when[0] - date.i <= _BEHIND:
                    return True
                if not when and not _is_in_which(above):
                    return False
                # The root of "the end of March 2019" is "end".
                return above.head == date or bool(date.is_ancestor(above.head))
        return False

    def _is_of_a_happening(self, date: Token, trigger: Token, *, is_wide: bool) -> bool:
        """Tell whether a date hangs on what the trigger is about: "tried over a death in 2018".

        So does a year or month on a verb: "upheld the term of a warder for beating A in 2018".
        """
        for above in date.ancestors:
            if above == trigger or above.is_ancestor(trigger):
                break
            if is_wide and above.dep_ == "pcomp" and above.pos_ == "VERB":
                return trigger.is_ancestor(above)
            if above.lower_ in self.words.happenings and above.pos_ in NOUNS:
                return trigger.is_ancestor(above)
        between = date.doc[trigger.i + 1 : date.i] if trigger.pos_ == "NOUN" else ()
        near = trigger.is_ancestor(date)  # "an inquiry into the death of A on 3 May"
        return near and any(
            t.lower_ in self.words.happenings and trigger.is_ancestor(t) for t in between
        )

    def _is_about(self, trigger: Token) -> bool:
        """Tell whether a trigger is what a step is about: "over his death", "for beating him"."""
        return (
            (trigger.pos_ == "NOUN" and trigger.dep_ == "pobj")
            or (trigger.pos_ == "VERB" and trigger.dep_ == "pcomp")
        ) and (trigger.head.lower_ in self.words.about and trigger.head.dep_ == "prep")

    def _only_after(self, date: Token, trigger: Token) -> bool:
        """Tell whether the trigger stands under "after" or "before" and the date outside of it.

        "He resigned on Monday after the riot": Monday is not the riot's.
        """
        order = self.words.time_order
        for above in [trigger, *trigger.ancestors]:
            if above == trigger and any(
                c.dep_ == "mark" and c.lower_ in order for c in trigger.children
            ):
                return not trigger.is_ancestor(date)
            if above.dep_ == "prep" and above.head.lower_ in self.words.appearing:
                continue  # "appeared before a court, which jailed him"
            if above.lower_ in order and above.dep_ in ("prep", "mark"):
                clause = above if above.dep_ == "prep" else above.head
                return not holds(clause, date)
            if above.pos_ == "VERB" and above != trigger:
                if any(c.dep_ == "mark" and c.lower_ in order for c in above.children):
                    return not above.is_ancestor(date)
                return False
        return False

    def ends_then(self, date: Token) -> bool:
        """Tell whether a date is when something ends or is due: "put off until October"."""
        above = preposition(date)
        return above is not None and above.lower_ in self.words.ending


def _is_of_the_governing_clause(date: Token, trigger: Token) -> bool:
    """Tell whether the trigger stands in a clause with a subject of its own and the date above it.

    "The court on Wednesday gave the state two weeks to explain how the prisoner died."
    """
    for clause in (trigger, *trigger.ancestors):
        if clause.dep_ == "ccomp" and has_subject(clause):
            return not holds(clause, date)
        if clause.dep_ in ("relcl", "advcl"):
            return False
    return False


def _is_main(clause: Token) -> bool:
    """Tell whether a clause that describes a noun is the main one, for the parser found no other.

    "On 3 October a prisoner fainted": of the prisoner it makes the root, of "fainted" his clause.
    """
    if clause.dep_ != "acl" or clause.tag_ not in ("VBD", "VBN"):
        return False
    return not any(above.pos_ in VERBS for above in clause.ancestors)


def _opens_clause(date: Token, trigger: Token) -> bool:
    """Tell whether a date opens the trigger's clause, wherever the parser hangs it.

    "He spent a year in IK-6, and in January this year he was moved to IK-2."
    """
    subject = next((c for c in trigger.children if c.dep_ in SUBJECTS), None)
    above = preposition(date)
    if subject is None or above is None or not 0 < above.i < date.i < subject.left_edge.i:
        return False
    before = date.doc[above.i - 1]
    between = date.doc[date.i + 1 : subject.left_edge.i]
    return (before.is_punct or before.dep_ == "cc") and all(t.dep_ in _OF_A_DATE for t in between)


def _is_right_behind(date: Token, trigger: Token) -> bool:
    """Tell whether a date is right behind the trigger, a noun: "her release on 1 May"."""
    above = preposition(date)
    return above is not None and trigger.pos_ == "NOUN" and above.i == trigger.i + 1


def _is_in_which(clause: Token) -> bool:
    """Tell whether a relative clause is of what was then: "the fire of May, in which ten died"."""
    below = (g for c in clause.children if c.dep_ == "prep" for g in c.children)
    return any(g.tag_ == "WDT" for g in below)


def _hangs_on(date: Token, trigger: Token, cues: frozenset[int]) -> bool:
    """Tell whether the nearest verb above a date, below the trigger or not, is one of saying."""
    for above in date.ancestors:
        if above == trigger:
            return False
        if above.i in cues:
            return not (_is_said_of(above, trigger) or _is_object(trigger, above))
        if above.pos_ in VERBS:
            return False
    return False


def _is_said_of(cue: Token, trigger: Token) -> bool:
    """Tell whether a passive only says that it is said: "in August he is said to have fallen"."""
    passive = any(c.dep_ == "auxpass" for c in cue.lefts)
    return passive and trigger.dep_ == "xcomp" and trigger.head == cue


def _is_object(trigger: Token, cue: Token) -> bool:
    """Tell whether a happening is the object of a cue: "announced the death on Monday"."""
    return trigger.dep_ == "dobj" and trigger.head == cue


def _in_complement(date: Token, trigger: Token) -> bool:
    """Tell whether a date stands in what the trigger says: "denied that he was beaten in May"."""
    for above in date.ancestors:
        if above == trigger:
            return False
        if above.dep_ == "ccomp" and trigger.is_ancestor(above):
            return True
    return False

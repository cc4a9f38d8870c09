"""To which clause of a parsed sentence a date, place or facility belongs."""

from spacy.tokens import Token

from custody_records.annotate.arguments.nouns import SUBJECTS
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.events.setting.rules import SettingWords
from custody_records.annotate.tags import NOUNS, VERBS

_FAR = 99


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
    ) -> bool:
        """Tell whether a date of the sentence says when something else than the trigger happened.

        ``cues``: the tokens of verbs of saying. ``is_wide``: the date is a year or month, in which
        both what befell somebody and what came of it were ("In 2018 he died after he was beaten").
        """
        if self._is_when_of(date, trigger):
            return False
        return (
            _hangs_on(date, cues)
            or (traits.by_actors and _in_complement(date, trigger))
            or (not (is_wide and not traits.public_act) and self._only_after(date, trigger))
            or self._in_another_clause(date, trigger, traits)
            or self._only_gives_a_reason(date, trigger)
            or _is_of_the_governing_clause(date, trigger)
            or is_beside(date, trigger, self.words.simultaneous)
            or (not traits.befallen and self._is_of_a_happening(date, trigger))
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
        if verb.dep_ == "conj" and trigger.is_ancestor(verb):  # the date's verb comes second
            return date.i > verb.i and verb.i - trigger.i > len(["trigger", "and"])
        if trigger.dep_ == "conj" and verb.is_ancestor(trigger):  # the date's verb comes first
            if any(c.lower_ in self.words.later for c in trigger.children):
                return True
            return verb.i < date.i < trigger.i and (traits.legal_step or _is_now(trigger, verb))
        return False

    def _in_another_clause(self, date: Token, trigger: Token, traits: TypeTraits) -> bool:
        """Tell whether a relative clause stands between date and trigger, around one of them.

        "Relatives who had stood there since Monday say that guards beat inmates": Monday is not
        when. But "in a statement issued on Monday" is on Monday, and "On Monday he was brought
        before a court, which jailed him" goes on with what was that day.
        """
        over_date = [date, *date.ancestors]
        over_trigger = [trigger, *trigger.ancestors]
        shared = set(over_date) & set(over_trigger)
        if traits.by_actors:
            over_date = [t for t in over_date if not self._is_issuing(t, trigger)]
        return any(
            token.dep_ in ("relcl", "acl") and token not in shared
            for token in (*over_date, *over_trigger[1:])
        ) or (
            trigger.dep_ in ("relcl", "acl")
            and trigger not in shared
            and not (traits.public_act and _goes_on_with(trigger, date))
        )

    def _is_issuing(self, clause: Token, trigger: Token) -> bool:
        """Tell whether a clause says when what the trigger is told in was issued."""
        if clause.lower_ not in self.words.issuing or clause.head.dep_ != "pobj":
            return False
        within = clause.head.head
        return within.head == trigger and within.lower_ in self.words.aboard

    def _only_gives_a_reason(self, date: Token, trigger: Token) -> bool:
        """Tell whether the trigger is the reason for what the date is of, and the date not in it.

        "The trial was put off until Friday because a defendant fell ill."
        """
        for above in (trigger, *trigger.ancestors):
            if any(c.dep_ == "mark" and c.lower_ in self.words.reasons for c in above.children):
                return not _holds(above, date)
        return False

    def _is_when_of(self, date: Token, trigger: Token) -> bool:
        """Tell whether the trigger's clause says what a date was: "in March, when police came"."""
        for above in (trigger, *trigger.ancestors):
            if above.dep_ in ("relcl", "advcl"):
                if not any(c.lower_ in self.words.simultaneous for c in above.children):
                    return False
                # The root of "the end of March 2019" is "end".
                return above.head == date or bool(date.is_ancestor(above.head))
        return False

    def _is_of_a_happening(self, date: Token, trigger: Token) -> bool:
        """Tell whether a date hangs on what the trigger is about: "tried over a death in 2018"."""
        for above in date.ancestors:
            if above == trigger or above.is_ancestor(trigger):
                return False
            if above.lower_ in self.words.happenings and above.pos_ in NOUNS:
                return trigger.is_ancestor(above)
        return False

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
                return not trigger.is_ancestor(date) and not self._lasts_since(date)
            if above.dep_ == "prep" and above.head.lower_ in self.words.appearing:
                continue  # "appeared before a court, which jailed him"
            if above.lower_ in order and above.dep_ in ("prep", "mark"):
                clause = above if above.dep_ == "prep" else above.head
                return not (_holds(clause, date) or self._lasts_since(date))
            if above.pos_ == "VERB" and above != trigger:
                if any(c.dep_ == "mark" and c.lower_ in order for c in above.children):
                    return not (above.is_ancestor(date) or self._lasts_since(date))
                return False
        return False

    def _lasts_since(self, date: Token) -> bool:
        """Tell whether something lasts from a date on, when it came: "shut since May, after X"."""
        above = preposition(date)
        return above is not None and above.lower_ in self.words.lasting


def is_beside(mention: Token, trigger: Token, simultaneous: frozenset[str] = frozenset()) -> bool:
    """Tell whether a mention stands in a subordinate clause that does not hold the trigger.

    "The amnesty came days after three inmates were killed in Pathein Prison." What is told with
    one of the ``simultaneous`` words was there and then, too: "Ten inmates were killed when guards
    opened fire in the colony on Thursday."
    """
    return any(
        above.dep_ == "advcl"
        and not _holds(above, trigger)
        and _has_subject(above)
        and not any(c.lower_ in simultaneous and c.i < above.i for c in above.children)
        for above in mention.ancestors
    )


def is_of_another_time(
    mention: Token, trigger: Token, simultaneous: frozenset[str], order: frozenset[str]
) -> bool:
    """Tell whether a mention is of what was at a time that is only compared with.

    "It was the first escape since 2016, when five men fled from IK-6."
    """
    for above in mention.ancestors:
        if above == trigger or above.is_ancestor(trigger):
            return False
        if above.dep_ == "relcl" and any(c.lower_ in simultaneous for c in above.children):
            time = preposition(above.head)
            return time is not None and time.lower_ in order
    return False


def hangs_on_noun(mention: Token) -> bool:
    """Tell whether a mention belongs to a noun and not to a verb: "the head of IK-6"."""
    above = mention.head
    return above.dep_ == "prep" and above.head.pos_ in NOUNS


def is_coordinated(mention: Token, trigger: Token) -> bool:
    """Tell whether a coordination with a subject of its own parts a mention from the trigger.

    "The trial opened inside Prison No. 18, and the court jailed him": he was jailed elsewhere. What
    opens the sentence holds for all of it ("In IK-6, guards beat one man and another died").
    """
    if any(
        above.dep_ in ("conj", "parataxis") and _has_subject(above) and not _holds(above, trigger)
        for above in mention.ancestors
    ):
        return True
    for above in [trigger, *trigger.ancestors]:
        if above.dep_ == "conj" and above.pos_ in VERBS and _has_subject(above):
            if above == mention or above.is_ancestor(mention):
                return False
            subject = next((c for c in above.head.children if c.dep_ in SUBJECTS), None)
            return subject is not None and mention.i > subject.i
    return False


def is_of_a_later_verb(mention: Token, trigger: Token, moves: frozenset[str]) -> bool:
    """Tell whether a mention stands behind a later verb of moving that shares the subject.

    "He was put in a cell for a week and was taken to IK-6 in March": the cell was not there. Verbs
    side by side share what follows ("was beaten and killed in IK-6").
    """
    if trigger.pos_ not in VERBS:
        return False
    verb = next((a for a in mention.ancestors if a.pos_ in VERBS), None)
    if verb is None or verb.dep_ != "conj" or verb.lower_ not in moves:
        return False
    return trigger.is_ancestor(verb) and mention.i > verb.i


def is_of_an_earlier_verb(mention: Token, trigger: Token) -> bool:
    """Tell whether a mention is of what was before the trigger, as the tenses tell.

    "They were moved to IK-6 on Monday and have lost their visits": not on Monday, nor in IK-6.
    """
    verb = next((a for a in mention.ancestors if a.pos_ in VERBS), None)
    return (
        verb is not None
        and trigger.dep_ == "conj"
        and verb.is_ancestor(trigger)
        and verb.i < mention.i < trigger.i
        and _is_now(trigger, verb)
    )


def _is_now(trigger: Token, verb: Token) -> bool:
    """Tell whether a verb is in the present and another one is not."""
    return _is_present(trigger) and not _is_present(verb)


def _is_present(verb: Token) -> bool:
    return any(t.tag_ in ("VBZ", "VBP") for t in (verb, *verb.children) if t.pos_ in VERBS)


def is_brought_from(
    mention: Token, trigger: Token, moves: frozenset[str], outward: frozenset[str]
) -> bool:
    """Tell whether a facility is the one from which somebody was brought to where it happened.

    "He died in a hospital, to which he had been moved from IK-6 in a coma."
    """
    above = preposition(mention)
    verb = above.head if above is not None else mention
    return (
        above is not None
        and above.lower_ in outward
        and verb.lower_ in moves
        and trigger.is_ancestor(verb)
    )


def is_holding(mention: Token, trigger: Token, holding: frozenset[str]) -> bool:
    """Tell whether a facility says where those are who did it: "women held at IK-2 signed ..."."""
    above = preposition(mention)
    if above is None or above.dep_ != "prep":
        return False
    noun = above.head.head if above.head.lower_ in holding else above.head
    verb = trigger.head if trigger.dep_ == "dobj" else trigger
    return noun.pos_ in NOUNS and noun.dep_ in SUBJECTS and noun.head == verb


def is_outside(mention: Token, trigger: Token) -> bool:
    """Tell whether the trigger stands in a clause that describes somebody and the mention not.

    "X, convicted in May, wrote that staff of IK-1 beat him": he was not convicted in IK-1.
    """
    return trigger.dep_ in ("acl", "relcl") and not trigger.is_ancestor(mention)


def is_nested(mention: Token, trigger: Token, courts: frozenset[str]) -> bool:
    """Tell whether a mention hangs on a noun or verb below the trigger, not on the trigger itself.

    "The court acquitted two warders of IK-1": it is told where they serve, not where it sat. But
    "tried in a court inside IK-1", with one of ``courts``, is tried there.
    """
    for above in mention.ancestors:
        if above == trigger or above.is_ancestor(trigger):
            return False
        content = above.pos_ in (*VERBS, *NOUNS) and above.lower_ not in courts
        if content and mention.i - above.i > 1:
            return True
    return False


def is_of_a_statement(
    mention: Token, trigger: Token, cues: frozenset[int], issuing: frozenset[str]
) -> bool:
    """Tell whether a mention says where something was said: "said in a statement issued in Omsk".

    ``issuing``: participles of making statements.
    """
    verbs = [above for above in mention.ancestors if above.pos_ in VERBS]
    said = len(verbs) > 1 and verbs[0].lower_ in issuing and verbs[1].i in cues
    return said and not trigger.is_ancestor(mention)


def is_speakers(mention: Token, cues: frozenset[int]) -> bool:
    """Tell whether a mention is part of who speaks: "Ecuador's prisons agency said"."""
    token = mention
    while token.head != token:
        if token.dep_ == "nsubj" and token.head.i in cues:
            return True
        if token.pos_ in VERBS:
            return False
        token = token.head
    return False


def preposition(mention: Token) -> Token | None:
    """Return the preposition that a mention hangs on, or None."""
    return next((t for t in [mention, *mention.ancestors] if t.pos_ in ("ADP", "SCONJ")), None)


def distance(one: Token, other: Token) -> int:
    """Return the number of arcs between two tokens of a parsed sentence."""
    up = [one, *one.ancestors]
    down = [other, *other.ancestors]
    for steps, token in enumerate(up):
        if token in down:
            return steps + down.index(token)
    return _FAR


def _holds(clause: Token, token: Token) -> bool:
    return bool(clause == token or clause.is_ancestor(token))


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _is_of_the_governing_clause(date: Token, trigger: Token) -> bool:
    """Tell whether the trigger stands in a clause with a subject of its own and the date above it.

    "The court on Wednesday gave the state two weeks to explain how the prisoner died."
    """
    for clause in (trigger, *trigger.ancestors):
        if clause.dep_ == "ccomp" and _has_subject(clause):
            return not _holds(clause, date)
        if clause.dep_ in ("relcl", "advcl"):
            return False
    return False


def _hangs_on(token: Token, cues: frozenset[int]) -> bool:
    """Tell whether the nearest verb above a date is a verb of saying."""
    for above in token.ancestors:
        if above.i in cues:
            return True
        if above.pos_ in VERBS:
            return False
    return False


def _goes_on_with(trigger: Token, date: Token) -> bool:
    """Tell whether a clause of a body behind a comma goes on from a day: "..., which charged him".

    What had been before goes on from nothing.
    """
    told = list(trigger.children)
    subject = next((c for c in told if c.dep_ in SUBJECTS), None)
    noun = trigger.head
    return (
        subject is not None
        and subject.tag_ == "WDT"
        and trigger.tag_ == "VBD"
        and trigger.doc[trigger.left_edge.i - 1].text == ","
        and date.i < noun.i
        and any(above.is_ancestor(noun) for above in date.ancestors if above.pos_ in VERBS)
    )


def _in_complement(date: Token, trigger: Token) -> bool:
    """Tell whether a date stands in what the trigger says: "denied that he was beaten in May"."""
    for above in date.ancestors:
        if above == trigger:
            return False
        if above.dep_ == "ccomp" and trigger.is_ancestor(above):
            return True
    return False

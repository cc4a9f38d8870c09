"""Whose a date or place of the sentence is, when it does not belong to the trigger's own clause."""

from spacy.tokens import Token

from custody_records.annotate.events.event_types import TypeTraits

_TIME_ORDER = frozenset(["after", "before", "since", "following", "until"])
_ABOUT = frozenset(["over", "into", "about", "for", "in", "of", "behind", "against"])
_LATER = frozenset(["later", "then", "subsequently", "afterwards", "eventually"])


def dates_something_else(
    date: Token, trigger: Token, traits: TypeTraits, cues: frozenset[int]
) -> bool:
    """Tell whether a date of the sentence says when something else than the trigger happened.

    ``cues``: the tokens of verbs of saying.
    """
    return (
        _hangs_on(date, cues)
        or _only_after(date, trigger)
        or _in_another_clause(date, trigger)
        or is_beside(date, trigger)
        or _is_the_other_verbs(date, trigger, traits)
        or (traits.befallen and _is_about(trigger) and not trigger.is_ancestor(date))
    )


def is_beside(mention: Token, trigger: Token) -> bool:
    """Tell whether a mention stands in a subordinate clause that does not hold the trigger.

    "The amnesty came days after three inmates were killed in Pathein Prison."
    """
    return any(
        above.dep_ == "advcl"
        and not (above == trigger or above.is_ancestor(trigger))
        and any(c.dep_ in ("nsubj", "nsubjpass") for c in above.children)
        for above in mention.ancestors
    )


def is_outside(mention: Token, trigger: Token) -> bool:
    """Tell whether the trigger stands in a clause that describes somebody and the mention not.

    "X, convicted in May, wrote that staff of IK-1 beat him": he was not convicted in IK-1.
    """
    return trigger.dep_ in ("acl", "relcl") and not trigger.is_ancestor(mention)


def is_speakers(mention: Token, cues: frozenset[int]) -> bool:
    """Tell whether a mention is part of who speaks: "Ecuador's prisons agency said"."""
    token = mention
    while token.head != token:
        if token.dep_ == "nsubj" and token.head.i in cues:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def _is_the_other_verbs(date: Token, trigger: Token, traits: TypeTraits) -> bool:
    """Tell whether a date belongs to a verb coordinated with the trigger, and to it alone.

    Before the first verb it holds for all of them ("On Monday he was arrested and charged"), and
    so it does behind verbs that stand side by side ("was arrested and charged on Monday").
    """
    verb = next((a for a in date.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb == trigger or trigger.pos_ not in ("VERB", "AUX"):
        return False
    if verb.dep_ == "conj" and trigger.is_ancestor(verb):  # the date's verb comes second
        return date.i > verb.i and verb.i - trigger.i > len(["trigger", "and"])
    if trigger.dep_ == "conj" and verb.is_ancestor(trigger):  # the date's verb comes first
        if any(c.lower_ in _LATER for c in trigger.children):
            return True
        return traits.legal_step and verb.i < date.i < trigger.i
    return False


def _is_about(trigger: Token) -> bool:
    return (
        trigger.pos_ == "NOUN"
        and trigger.dep_ == "pobj"
        and trigger.head.lower_ in _ABOUT
        and trigger.head.dep_ == "prep"
    )


def _hangs_on(token: Token, cues: frozenset[int]) -> bool:
    """Tell whether the nearest verb above a date is a verb of saying."""
    for above in token.ancestors:
        if above.i in cues:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _in_another_clause(date: Token, trigger: Token) -> bool:
    """Tell whether a relative clause stands between date and trigger, around one of them.

    "Relatives who had stood there since Monday say that guards beat inmates": Monday is not when.
    """
    over_date = [date, *date.ancestors]
    over_trigger = [trigger, *trigger.ancestors]
    shared = set(over_date) & set(over_trigger)
    return any(
        token.dep_ in ("relcl", "acl") and token not in shared
        for token in (*over_date, *over_trigger[1:])
    ) or (trigger.dep_ in ("relcl", "acl") and trigger not in over_date)


def _only_after(date: Token, trigger: Token) -> bool:
    """Tell whether the trigger stands under "after" or "before" and the date outside of it.

    "He resigned on Monday after the riot": Monday is not the riot's.
    """
    for above in [trigger, *trigger.ancestors]:
        if above == trigger and any(
            c.dep_ == "mark" and c.lower_ in _TIME_ORDER for c in trigger.children
        ):
            return not trigger.is_ancestor(date)
        if above.lower_ in _TIME_ORDER and above.dep_ in ("prep", "mark"):
            clause = above if above.dep_ == "prep" else above.head
            return not (clause == date or clause.is_ancestor(date))
        if above.pos_ == "VERB" and above != trigger:
            marks = [c for c in above.children if c.dep_ == "mark" and c.lower_ in _TIME_ORDER]
            if marks:
                return not above.is_ancestor(date)
            return False
    return False

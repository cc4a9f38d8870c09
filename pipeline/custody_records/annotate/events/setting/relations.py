"""How a mention of a parsed sentence stands to the trigger of an event: relations of the parse."""

from spacy.tokens import Token

from custody_records.annotate.arguments.nouns import SUBJECTS
from custody_records.annotate.tags import NOUNS, VERBS

_FAR = 99


def is_beside(mention: Token, trigger: Token, simultaneous: frozenset[str] = frozenset()) -> bool:
    """Tell whether a mention stands in a subordinate clause that does not hold the trigger.

    "The amnesty came days after three inmates were killed in Pathein Prison." What is told with
    one of the ``simultaneous`` words was there and then, too: "Ten inmates were killed when guards
    opened fire in the colony on Thursday."
    """
    return any(
        above.dep_ == "advcl"
        and not holds(above, trigger)
        and has_subject(above)
        and not any(c.lower_ in simultaneous and c.i < above.i for c in above.children)
        for above in mention.ancestors
    )


def is_behind_a_stop(mention: Token, trigger: Token) -> bool:
    """Tell whether a semicolon parts a mention from the trigger before it.

    "He has been on hunger strike for a week; they moved him to IK-6."
    """
    return any(token.text == ";" for token in mention.doc[trigger.i : mention.i])


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
        above.dep_ in ("conj", "parataxis") and has_subject(above) and not holds(above, trigger)
        for above in mention.ancestors
    ):
        return True
    for above in [trigger, *trigger.ancestors]:
        if above.dep_ == "conj" and above.pos_ in VERBS and has_subject(above):
            if above == mention or above.is_ancestor(mention):
                return False
            subject = next((c for c in above.head.children if c.dep_ in SUBJECTS), None)
            return subject is not None and mention.i > subject.i
    return False


def is_of_a_later_verb(mention: Token, trigger: Token, moves: frozenset[str] | None = None) -> bool:
    """Tell whether a mention stands behind a later verb that shares the subject.

    "He was put in a cell for a week and was taken to IK-6 in March": the cell was not there. Verbs
    side by side share what follows ("was beaten and killed in IK-6"). ``moves``: the verbs that
    count, None for all.
    """
    if trigger.pos_ not in VERBS:
        return False
    verb = next((a for a in mention.ancestors if a.pos_ in VERBS), None)
    if verb is None or verb.dep_ != "conj" or (moves is not None and verb.lower_ not in moves):
        return False
    return trigger.is_ancestor(verb) and mention.i > verb.i


def follows(trigger: Token, mention: Token) -> bool:
    """Tell whether a trigger goes on from a verb and a mention of the verb's stands between them.

    "He was held in IK-6, then moved."
    """
    verb = next((a for a in mention.ancestors if a.pos_ in VERBS), None)
    return (
        verb is not None
        and (trigger.dep_ in ("conj", "dep") or (trigger.dep_ == "advcl" and trigger.tag_ == "VBN"))
        and verb.is_ancestor(trigger)
        and verb.i < mention.i < trigger.i
    )


def is_of_the_main_clause(mention: Token, trigger: Token, order: frozenset[str]) -> bool:
    """Tell whether the trigger was before, after or while what the main clause tells of.

    "He was taken to IK-6 a day after a court had let him go": he was let go elsewhere. What stands
    before the main verb may be where all of it was ("In IK-6 he died after he was beaten").
    ``order``: the words for it. Of a main clause in front of one with "after" the parser makes a
    complement of that one.
    """
    for clause in (trigger, *trigger.ancestors):
        if clause.dep_ == "relcl":
            return False
        marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "prep", "advmod")}
        if clause.dep_ == "ROOT":
            tells = (c for c in clause.children if c.dep_ == "ccomp" and c.i < clause.i)
            return not marks.isdisjoint(order) and any(holds(c, mention) for c in tells)
        if clause.dep_ in ("advcl", "pcomp") and has_subject(clause):
            above = clause.head.head if clause.head.dep_ == "prep" else clause.head
            marks.add(clause.head.lower_)
            apart = above.is_ancestor(mention) and not holds(clause, mention)
            return apart and mention.i > above.i and not marks.isdisjoint(order)
    return False


def is_now(trigger: Token, verb: Token) -> bool:
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
    if above is None or above.lower_ not in outward:
        return False
    return above.head.lower_ in moves and bool(trigger.is_ancestor(above.head))


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


def is_nested(mention: Token, trigger: Token, sites: frozenset[str]) -> bool:
    """Tell whether a mention hangs on a noun or verb below the trigger, not on the trigger itself.

    "The court acquitted two warders of IK-1": it is told where they serve, not where it sat. But
    with one of ``sites`` it was there: "tried in a court inside IK-1", "at the gate of IK-1".
    """
    for above in mention.ancestors:
        if above == trigger or above.is_ancestor(trigger):
            return False
        content = above.pos_ in (*VERBS, *NOUNS) and above.lower_ not in sites
        if content and mention.i - above.i > 1:
            return True
    return False


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


def holds(clause: Token, token: Token) -> bool:
    """Tell whether a token is a clause's head or stands below it."""
    return bool(clause == token or clause.is_ancestor(token))


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a grammatical subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def is_past_perfect(trigger: Token) -> bool:
    """Tell whether a clause tells what had been before: "a judge, who had remanded him"."""
    return any(child.dep_ == "aux" and child.tag_ == "VBD" for child in trigger.lefts)

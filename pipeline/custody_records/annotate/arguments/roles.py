"""Who acts and who is acted on, whatever the construction: the verb's logical arguments.

All functions take and give tokens of a parsed sentence. Each step that finds an argument has a
name, so that the decision log can tell it.
"""

from collections.abc import Container
from functools import cache

from spacy.tokens import Token

from custody_records.annotate.arguments.lost_subjects import lost_subject
from custody_records.annotate.participants.lexicon import RoleWords
from custody_records.annotate.tags import VERBS
from custody_records.annotate.text import lower_of

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Steps from a relative pronoun to the noun whose clause it opens.
THROUGH_RELATIVE = frozenset(["relative-pronoun", "passive-relative-pronoun"])
_JOINED = frozenset(["conj", "dep"])  # "was held first in A, then moved to B" is a mere "dep"
_CLAUSES = ("advcl", "xcomp", "pcomp", "ccomp", *_JOINED)
_ARGUMENTS = frozenset([*SUBJECTS, "dobj", "dative"])
_DEPTH = 6

Found = tuple[Token, str] | None


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of the labels."""
    for below in token.children:  # no generator: asked for nearly every word that is parsed
        if below.dep_ in deps:
            return below
    return None


def is_passive(verb: Token) -> bool:
    """Tell whether the verb's surface subject is its logical object."""
    if child(verb, "nsubjpass", "auxpass"):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and child(verb, "nsubj"):
        # "had his teeth pulled": a past participle as the complement of have, get, see.
        return child(verb, "aux") is None
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not child(verb, "aux", "dobj"):
        # "13 inmates were killed and two injured": the auxiliary is left out.
        return is_passive(verb.head)
    if verb.tag_ != "VBN" or child(verb, "nsubj", "dobj"):
        return False
    # "was ordered detained" and, taken for a mere "dep", "was in May moved" besides
    hung = verb.dep_ == "xcomp" or (verb.dep_ == "dep" and verb.head.pos_ == "AUX")
    return (hung or verb.dep_ in ("acl", "advcl", "amod")) and child(verb, "aux") is None


def shares_passive(verb: Token, words: RoleWords) -> bool:
    """Tell whether a verb without an auxiliary goes on with the passive it is coordinated with.

    "He was found in his cell and pronounced dead", "was held alone and denied visits", "was taken
    out and made to kneel": the tagger takes such a participle for the past tense. Verbs of giving
    may have an object where ``giving`` says so, verbs of causing an infinitive, others neither.
    """
    if verb.dep_ not in _JOINED or verb.tag_ not in ("VBD", "VBN"):
        return False
    if child(verb, *SUBJECTS, "aux", "auxpass"):
        return False
    if child(verb, "ccomp", "xcomp") and verb.lower_ not in words.causing:
        return False
    return is_passive(verb.head)


def _is_given(verb: Token, words: RoleWords) -> bool:
    """Tell whether a verb is passive, or one of giving that goes on with a passive."""
    return is_passive(verb) or (verb.lower_ in words.giving and shares_passive(verb, words))


def _own_subject(own: Token, verb: Token, words: RoleWords) -> Found:
    """Return whom a verb's own subject stands for, through a relative or a preposition."""
    if own.lower_ in words.relative and verb.dep_ == "relcl":
        return verb.head, "relative-pronoun"
    if own.pos_ == "PRON" and own.lower_ in words.closed.existential:
        return None
    if own.pos_ == "PRON" and own.lower_ in words.closed.expletive:
        return own, "expletive"
    if own.tag_ == "IN":  # "between four and six prisoners were hurt"
        return child(own, "pobj") or own, "subject"
    return own, "subject"


def surface_subject(verb: Token, words: RoleWords, depth: int = 0) -> Found:
    """Return the grammatical subject, through relatives, coordination and control."""
    own = child(verb, *SUBJECTS)
    if own is not None:
        return _own_subject(own, verb, words)
    if verb.dep_ == "acl":
        return verb.head, "participle-of-a-noun"
    if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return verb.head, "relative-clause"
    lost = lost_subject(verb)
    governor = _governor(verb) if depth <= _DEPTH else None
    if lost is not None or governor is None:
        return lost
    charged = verb.dep_ == "pcomp" and verb.head.lower_ in words.charging
    if charged or verb.dep_ in ("xcomp", "ccomp") or _is_resultative(verb, governor):
        controlled = child(governor, "dobj", "dative")
        if controlled is not None:  # "told him to leave", "charged two guards with beating him"
            return controlled, "controlled-by-object"
    found = surface_subject(governor, words, depth + 1)
    return (found[0], "shared-subject") if found else None


def _governor(verb: Token) -> Token | None:
    """Return the verb whose subject a clause without one may share."""
    above = verb.head
    if verb.dep_ == "pcomp" and above.head != above:
        above = above.head
    elif verb.dep_ not in _CLAUSES:
        return None
    elif above.dep_ == "acomp":  # "is due to go on trial"
        above = above.head
    return above if above != verb and above.pos_ in VERBS else None


def _is_resultative(verb: Token, governor: Token) -> bool:
    """Tell whether a participle says what became of an object: "a clash left six officers hurt".

    But "he left the prison hurt".
    """
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or child(verb, "aux", "mark"):
        return False
    done = child(governor, "dobj")
    return done is not None and done.i == verb.i - 1 and not child(done, "det")


def _small_clause(verb: Token) -> Token | None:
    """Return the object that the parser takes for the subject of a clause right behind the verb.

    "Found him guilty", "let relatives in", "let him go", "refused him bail".
    """
    for below in verb.children:
        if below.dep_ not in ("ccomp", "xcomp", "oprd"):
            continue
        inner = child(below, "nsubj")
        bare = below.tag_ == "VB" and child(below, "aux", "mark") is None
        if inner is not None and (below.pos_ not in VERBS or (bare and inner.i > verb.i)):
            return inner
    return None


def subject(verb: Token, words: RoleWords) -> Found:
    """Return who does it: the subject, or in the passive the agent."""
    if not _is_given(verb, words):
        return surface_subject(verb, words)
    for preposition in verb.children:
        if preposition.dep_ == "agent" or (
            preposition.dep_ == "prep" and preposition.lower_ in words.closed.agent
        ):
            agent = child(preposition, "pobj")
            if agent is not None:
                return agent, "passive-agent"
    return None


def object_(verb: Token, words: RoleWords) -> Found:
    """Return whom it is done to: the object, or in the passive the subject."""
    if is_passive(verb):
        found = surface_subject(verb, words)
        return (found[0], "passive-" + found[1]) if found else None
    own = child(verb, "dobj")
    if own is not None:
        if own.lower_ in words.relative and verb.dep_ == "relcl":
            return verb.head, "relative-object"
        return own, "object"
    inner = _small_clause(verb)
    if inner is not None:
        return inner, "small-clause"
    if shares_passive(verb, words):
        found = surface_subject(verb, words)
        return (found[0], "shared-passive") if found else None
    doer = child(verb, "nsubj")
    if verb.dep_ == "relcl" and doer is not None and doer.lower_ not in words.relative:
        return verb.head, "relative-object"
    if verb.dep_ == "conj" and (shared := child(verb.head, "dobj")) and shared.i > verb.i:
        return shared, "shared-object"
    return None


def recipient(verb: Token, words: RoleWords) -> Found:
    """Return to whom it is given: the dative, or in the passive the subject."""
    if _is_given(verb, words):
        found = surface_subject(verb, words)
        if found and found[1] in THROUGH_RELATIVE:
            return found[0], "passive-relative-pronoun"
        return (found[0], "passive-recipient") if found else None
    dative = child(verb, "dative")
    if dative is not None:
        below = child(dative, "pobj")
        return (below or dative), "dative"
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in words.recipients:
            below = child(preposition, "pobj")
            if below is not None:
                return below, "given-to"
    inner = _small_clause(verb) if verb.lower_ in words.giving else None
    return (inner, "small-clause") if inner is not None else None


VERB_ROLES = {
    "subject": subject,
    "object": object_,
    "recipient": recipient,
    "holder": surface_subject,
}


def follow(trigger: Token, path: str, words: RoleWords) -> list[tuple[Token, str]]:
    """Return where a frame's path may lead from the trigger, each with the name of the step.

    "Imposed a term on Tuesday on a warder": to the day, and to the warder.
    """
    reached = [(trigger, path.replace(" ", ""))]
    for step in path.split():
        role, _, only = step.partition(":")
        if role in VERB_ROLES:
            found = [VERB_ROLES[role](token, words) for token, _ in reached]
            wanted = only.split("|") if only else ()
            reached = [f for f in found if f and (not wanted or f[0].lower_ in wanted)]
        else:
            reached = [(below, name) for token, name in reached for below in _step(token, step)]
    return reached


def _step(token: Token, step: str) -> list[Token]:
    deps, wanted = _parts(step)
    if step[0] == "<":
        fits = token.dep_ in deps and (not wanted or token.head.lower_ in wanted)
        return [token.head] if fits else []
    if token.like_num and "of" in wanted:
        return []  # "one of the lawyers" is none of theirs
    return [c for c in token.children if c.dep_ in deps and (not wanted or c.lower_ in wanted)]


@cache
def _parts(step: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the labels and the words that a step of a frame's path names."""
    labels, _, words = step[1:].partition(":")
    return tuple(labels.split("|")), tuple(words.split("|")) if words else ()


def company_of(token: Token, words: Container[str], companion: Container[str]) -> list[Token]:
    """Return with whom the last argument of a verb is told to be, and those coordinated with it.

    "Orlov was arrested together with his wife", "along with two others": ``words`` before "with".
    """
    lower = lower_of(token.doc)
    for index in range(token.i + 2, len(lower)):
        if lower[index] not in companion or lower[index - 1] not in words:
            continue
        word = token.doc[index]
        above = {word.head, word.head.head} & {token, token.head}
        nouns = [c for c in word.rights if c.dep_ == "pobj"]  # of "co-defendants" the last
        between = (c for c in token.head.children if token.i < c.i < index)
        if above and nouns and not any(c.dep_ in _ARGUMENTS for c in between):
            return with_conjuncts(nouns[-1])
    return []


def with_conjuncts(token: Token) -> list[Token]:
    """Return the token and those coordinated with it ("A, B and C")."""
    found = [token]
    for index in range(32):
        if index >= len(found):
            break
        found += [c for c in found[index].children if c.dep_ == "conj" and c not in found]
    return found

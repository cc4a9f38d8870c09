"""The subject of a finite verb that the parser has hung elsewhere.

"On Wednesday forty of the men were moved": it takes them for a part of the day. "Also arrested was
the teacher A", "taken to hospital were nine inmates": the subject stands behind the verb. "A was on
Monday remanded": it is the auxiliary's.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from custody_records.annotate.tags import NOUNS

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_BEFORE = frozenset(["aux", "auxpass", "neg", "advmod"])  # what stands between subject and verb
_WHOLE = frozenset(["ROOT", "ccomp"])  # clauses that have a subject of their own


def lost_subject(verb: Token) -> tuple[Token, str] | None:
    """Return the subject of a verb that has none in the parse, with the step's name, or None."""
    below = list(verb.children)
    for auxiliary in (c for c in below if c.dep_ in ("aux", "auxpass")):
        own = next((c for c in auxiliary.lefts if c.dep_ in _SUBJECTS), None)
        if own is not None:
            return own, "subject-of-the-auxiliary"
    if verb.dep_ not in _WHOLE or any(c.dep_ == "expl" for c in below):
        return None
    for one in (verb, *(c for c in below if c.dep_ in ("aux", "auxpass"))):
        behind = next((c for c in one.children if c.dep_ == "attr" and c.i > one.i), None)
        if one.pos_ == "AUX" and behind is not None:
            return behind, "inverted-subject"
    if not any(t.tag_ in _FINITE for t in (verb, *below)):
        return None
    noun = _right_before(verb, below)
    phrase = _opening_phrase(noun, verb) if noun is not None else None
    if noun is None or phrase is None:
        return None
    return _head(noun, phrase), "swallowed-subject"


def _right_before(verb: Token, below: Iterable[Token]) -> Token | None:
    """Return the noun or number right before a verb, its auxiliaries and adverbs, or None."""
    small = {c.i for c in below if c.dep_ in _BEFORE}
    index = verb.i - 1
    while index in small:
        index -= 1
    word = verb.doc[index] if index >= 0 else None
    return word if word is not None and (word.pos_ in NOUNS or word.like_num) else None


def _opening_phrase(noun: Token, verb: Token) -> Token | None:
    """Return the preposition that opens the verb's sentence and holds a noun, or None."""
    for above in noun.ancestors:
        if above.dep_ == "prep" and above.head == verb:
            start = above.left_edge.i
            opens = start == 0 or verb.doc[start - 1].is_punct
            return above if opens else None
        if above == verb:
            return None
    return None


def _head(noun: Token, phrase: Token) -> Token:
    """Return the head of the noun phrase that ends with a noun, without what it was hung on."""
    first = next((c for c in phrase.children if c.dep_ == "pobj"), noun)
    while noun.head != first:
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.dep_ not in ("pobj", "conj") or above == first or above.i <= phrase.i:
            break
        noun = above
    return noun

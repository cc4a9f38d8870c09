"""Find who says what in a parsed sentence: verbs, phrases and nouns of saying."""

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Span, Token

from pipeline.annotate.arguments.roles import child, is_passive, subject, surface_subject

_CONTENT = ("ccomp", "xcomp", "dobj", "pcomp", "oprd", "nsubjpass", "attr", "acl", "relcl")
_COMMAS = frozenset([",", ".", "–", "—", "-", "”", '"', "“", ";", ":", "''"])
_SMALL = frozenset(["ccomp", "xcomp", "oprd", "acomp"])
_CARRIERS = frozenset(["about", "of", "that", "on", "against"])


@dataclass(frozen=True, slots=True)
class Saying:
    """``content`` are indices of the parsed sentence; ``source`` the head of who says it."""

    cue: Token
    source: Token | None
    content: frozenset[int]


def by_verb(verb: Token) -> Saying | None:
    """Return what a verb of saying governs, and its subject (in the passive, its agent)."""
    if verb.pos_ not in ("VERB", "AUX") and not child(verb, "nsubj", "ccomp"):
        return None
    own = subject(verb) if is_passive(verb) else surface_subject(verb)
    source = own[0] if own else None
    content: set[int] = set()
    for below in verb.children:
        if below.dep_ in _SMALL and below.pos_ == "ADJ" and not child(below, "cop", "mark"):
            return None  # "found him guilty": a verdict, no statement
        if (below.dep_ in _CONTENT and below != source) or (
            below.dep_ == "prep" and below.lower_ in _CARRIERS
        ):
            content |= {t.i for t in below.subtree}
    if not _clause(verb) and (_set_apart(verb) or _opens_with_as(verb)):
        # "as the newspaper writes, ...", "the men, he said, complained of ...": the rest of the
        # sentence is what is said.
        inside = {t.i for t in verb.subtree}
        if own is not None and own[0] not in verb.children:
            inside = {verb.i}
        content |= {t.i for t in verb.doc} - inside
    if verb.dep_ == "ROOT" and not content:
        content = {t.i for t in verb.subtree if t != verb}
    content -= {verb.i}
    return Saying(verb, source, frozenset(content)) if content else None


def by_phrase(word: Token) -> Saying | None:
    """Return the object of "according to" / "in the words of" and the clause it stands in."""
    of = child(word, "prep")
    source = child(of, "pobj") if of is not None and of.lower_ in ("to", "of") else None
    if source is None and word.lower_ == "words":
        source = child(word, "poss") if word.head.lower_ == "in" else None
    if source is None:
        return None
    inside = {t.i for t in word.subtree}
    return Saying(word, source, frozenset(t.i for t in word.doc if t.i not in inside))


def by_noun(noun: Token) -> Saying | None:
    """Return what hangs on a noun of saying ("claims by relatives that ...")."""
    if noun.pos_ != "NOUN":
        return None
    source, content = child(noun, "poss"), set[int]()
    for below in noun.children:
        if below.dep_ == "prep" and below.lower_ in ("by", "from"):
            source = child(below, "pobj") or source
        elif below.dep_ in ("acl", "relcl", "ccomp", "appos") or (
            below.dep_ == "prep" and below.lower_ in ("of", "about")
        ):
            content |= {t.i for t in below.subtree}
    if source is None and noun.tag_ == "NNS" and child(noun, "det") is None:
        source = noun  # "following reports that ...": nobody else is named
    return Saying(noun, source, frozenset(content)) if content else None


FINDERS: dict[str, Any] = {"verb": by_verb, "phrase": by_phrase, "noun": by_noun}


def _clause(verb: Token) -> bool:
    return child(verb, "ccomp", "dobj", "xcomp") is not None


def _set_apart(verb: Token) -> bool:
    """Tell whether verb and subject stand between commas, or close the sentence after one."""
    doer = child(verb, "nsubj")
    if doer is None:
        return False
    first = min(verb.i, min(t.i for t in doer.subtree))
    last = max(verb.i, max(t.i for t in doer.subtree))
    opened = first > 0 and verb.doc[first - 1].text in _COMMAS
    closed = last + 1 >= len(verb.doc) or verb.doc[last + 1].text in _COMMAS
    return opened and closed


def _opens_with_as(verb: Token) -> bool:
    return any(t.lower_ == "as" for t in verb.lefts)


def stretch(content: frozenset[int], sentence: Span) -> tuple[int, int]:
    """Return the characters from the first to the last token of the content."""
    first, last = sentence[min(content)], sentence[max(content)]
    return first.idx, last.idx + len(last)

"""Cues around a trigger that refuse it or give it a status, in the manner of ConText."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.cache import cached
from custody_records.annotate.events.notation import parse
from custody_records.annotate.events.schema import Cue, Cues
from custody_records.annotate.events.trees import Facts, TreeMatcher
from custody_records.annotate.events.triggers import Hit
from custody_records.annotate.text import lower_of

# A clause hangs on its governor by these; a cue above reaches through them and no others.
_REACHES = frozenset(
    ["ccomp", "xcomp", "pcomp", "pobj", "prep", "dobj", "acl", "oprd", "attr", "nsubjpass",
     "nsubj", "compound", "poss", "amod", "agent", "dative", "acomp", "conj"]
)  # fmt: skip


_CARRIED = frozenset(["neg", "aux", "mark"])


class Context:
    """The cues of one file, ready to be asked about a trigger."""

    def __init__(self, cues: Cues, forms: Forms, vocab: Vocab) -> None:
        self.terminators = frozenset(cues.terminators)
        self.contested = frozenset(cues.contested)
        self._unless = {cue.id: forms.of_all(cue.unless_above) for cue in cues.cues}
        self._cues = [(cue, forms.of_all(cue.lemmas)) for cue in cues.cues]
        self._trees = {
            cue.id: [TreeMatcher(parse(tree), forms, vocab) for tree in cue.tree]
            for cue in cues.cues
            if cue.tree
        }

    def find(
        self,
        hit: Hit,
        participants: Iterable[Token],
        *,
        tied: bool,
        named: bool,
        negation: bool = False,
    ) -> Cue | None:
        """Return the first cue that applies to a trigger, or None.

        ``negation``: look for a negation only, whatever the type. Without it, a rule that tells
        its event by a negation ("was not let in") is not refused by one.
        """
        participants = list(participants)
        present = _words_of(hit.token.doc)
        for cue, words in self._cues:
            if words and words.isdisjoint(present):
                continue
            if negation:
                if not cue.negation:
                    continue
            elif (
                (cue.negation and hit.rule.negated)
                or (cue.types and hit.type not in cue.types)
                or hit.type in cue.types_not
            ):
                continue
            if cue.trigger and (hit.token.pos_ in ("NOUN", "PROPN")) != (cue.trigger == "noun"):
                continue
            if (cue.unless_tied and tied) or (cue.unless_named and named):
                continue
            if cue.unless_above and any(
                token.lower_ in self._unless[cue.id] for token in self._above(hit.token)
            ):
                continue
            if cue.tree and not self._fits_a_tree(cue, hit):
                continue
            if any(_fits(t, cue, words) for t in self._at(cue, hit, participants)):
                return cue
        return None

    def _fits_a_tree(self, cue: Cue, hit: Hit) -> bool:
        doc = hit.token.doc
        facts = cached(doc, "tree_facts", Facts)
        return any(matcher.fits(facts, hit.token.i) for matcher in self._trees[cue.id])

    def _at(self, cue: Cue, hit: Hit, participants: list[Token]) -> Iterator[Token]:
        doc = hit.token.doc
        match cue.where:
            case "on":
                yield hit.token
            case "below":
                for index in hit.words:
                    if doc[index].pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
                        # The "not" of "found not guilty" is a word of the event itself.
                        yield from (
                            c
                            for c in doc[index].children
                            if c.i not in hit.words
                            # "refused to work": "to" makes no aim of the refusal.
                            and (index == hit.token.i or c.tag_ != "TO")
                        )
                light = hit.token.head
                if hit.token.pos_ == "NOUN" and hit.token.dep_ in ("dobj", "nsubjpass", "nsubj"):
                    # "has not carried out an investigation": the verb carries the negation.
                    yield from (c for c in light.children if c.dep_ in _CARRIED and c.tag_ != "TO")
            case "above":
                yield from self._above(hit.token, coordinated=cue.coordinated)
            case "subject":
                for token in participants:
                    yield token
                    yield from (t for t in token.subtree if t.i < token.i)
            case "before":
                yield from doc[: hit.token.i]
            case "sentence":
                yield from doc

    def _above(self, token: Token, *, coordinated: bool = True) -> Iterator[Token]:
        """Yield the words that govern a token, with their auxiliaries, up to a terminator."""
        while token.dep_ in _REACHES and token.head != token:
            if token.dep_ == "conj" and any(c.dep_ == "nsubj" for c in token.children):
                return
            if token.dep_ == "conj" and token.pos_ == "VERB" and not coordinated:
                return  # "was acquitted of one count but found guilty of another"
            below, token = token, token.head
            yield token
            if below.dep_ in ("xcomp", "conj"):
                yield from (c for c in token.children if c.dep_ in ("aux", "neg"))
            if token.lower_ in self.terminators:
                return
            if below.dep_ == "acl" and token.dep_ in ("nsubj", "nsubjpass"):
                return  # "the man, sentenced in May, may be freed": the sentence is no maybe


def _words_of(doc: Doc) -> frozenset[str]:
    """Return the lower-case words of a parsed sentence, in which most cues are not even there."""
    return cached(doc, "word_set", lambda doc: frozenset(lower_of(doc)))


def _is_number_sign(token: Token) -> bool:
    """Tell whether "No" counts: "were moved to No 6 penitentiary" denies nothing."""
    last = token.i + 1 == len(token.doc)
    return token.lower_ == "no" and not last and token.nbor(1).text[:1].isdecimal()


def _fits(token: Token, cue: Cue, words: frozenset[str]) -> bool:
    return (
        (not words or (token.lower_ in words and not _is_number_sign(token)))
        and (not cue.deps or token.dep_ in cue.deps)
        and (not cue.tags or token.tag_ in cue.tags)
        and (not cue.pos or token.pos_ in cue.pos)
        and (not cue.negated or any(c.dep_ == "neg" for c in token.children))
    )

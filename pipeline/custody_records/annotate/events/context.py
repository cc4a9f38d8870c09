"""Cues around a trigger that refuse it or give it a status, in the manner of ConText."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.cache import cached
from custody_records.annotate.events.evidence import Evidence
from custody_records.annotate.events.governors import Governors
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.notation import parse
from custody_records.annotate.events.schema import Cue, Cues
from custody_records.annotate.events.trees import FACTS, Facts, TreeMatcher
from custody_records.annotate.events.word_sets import WordSets
from custody_records.annotate.tags import NOUNS

_CARRIED = frozenset(["neg", "aux", "mark"])
_NEAR = 40  # tokens from a trigger in which a cue of its sentence stands


class Context:
    """The cues of one file, ready to be asked about a trigger."""

    def __init__(
        self, cues: Cues, lists: Mapping[str, frozenset[str]], forms: Forms, vocab: Vocab, name: str
    ) -> None:
        """``name`` tells the cues of this file from those of another in a doc's cache."""
        self._present_here = f"{name}_present"
        self.governors = Governors(frozenset(cues.terminators), lists["content_nouns"])
        self.absence, self.nobody = lists["absence"], lists["nobody"]
        self._unless = {cue.id: forms.of_all(cue.unless_above) for cue in cues.cues}
        self._right_above = {cue.id: forms.of_all(cue.unless_right_above) for cue in cues.cues}
        self._words = {cue.id: forms.of_all(cue.lemmas) for cue in cues.cues}
        self._under = {cue.id: forms.of_all(cue.under) for cue in cues.cues}
        nouns, quantities = lists["facility_nouns"], lists["quantities"]

        def compiled(trees: Iterable[str]) -> list[TreeMatcher]:
            return [TreeMatcher(parse(tree), forms, vocab, nouns, quantities) for tree in trees]

        self._trees = {cue.id: compiled(cue.tree) for cue in cues.cues if cue.tree}
        self._sets = WordSets[int]()
        self._needs = {
            id_: [self._sets.bits(tree.needs) for tree in trees]
            for id_, trees in self._trees.items()
        }
        self._keeping = {cue.id: compiled(cue.unless) for cue in cues.cues if cue.unless}
        self._labels = {
            cue.id: frozenset(map(vocab.strings.add, cue.deps or ("neg",) * cue.negated))
            for cue in cues.cues
        }
        self._cues = cues.cues
        self._unanchored: list[int] = []  # numbers of the cues that may stand in any sentence
        self._anchored: dict[int, list[int]] = {}  # word → numbers of the cues that it may bring
        for number, cue in enumerate(cues.cues):
            anchors = self._anchors(cue, vocab)
            if anchors is None:
                self._unanchored.append(number)
            for word in anchors or ():
                self._anchored.setdefault(word, []).append(number)

    def find(self, hit: Hit, evidence: Evidence) -> Cue | None:
        """Return the first cue that applies to a trigger, or None.

        A rule that tells its event by a negation ("was not let in") is not refused by one.
        """
        return next(
            (
                cue
                for cue in self._present(hit)
                if _concerns(cue, hit)
                and not (cue.negation and hit.rule.negated)
                and self._applies(cue, hit, evidence)
            ),
            None,
        )

    def is_negated(self, hit: Hit, evidence: Evidence) -> bool:
        """Tell whether a cue of negation applies to a trigger, whatever its type."""
        return any(cue.negation and self._applies(cue, hit, evidence) for cue in self._present(hit))

    def _present(self, hit: Hit) -> list[Cue]:
        """Return the cues of which no word and no label is missing in the sentence."""
        return cached(hit.token.doc, self._present_here, self._present_in)

    def _present_in(self, doc: Doc) -> list[Cue]:
        facts = cached(doc, FACTS, Facts)
        labels, met = frozenset(facts.dep), self._sets.met(facts.places.keys())
        words = self._anchored.keys() & facts.places.keys()
        numbers = set(self._unanchored).union(*(self._anchored[word] for word in words))
        return [
            cue
            for cue in map(self._cues.__getitem__, sorted(numbers))
            if not (self._labels[cue.id] and self._labels[cue.id].isdisjoint(labels))
            and (not cue.tree or any(needs & met == needs for needs in self._needs[cue.id]))
        ]

    def _anchors(self, cue: Cue, vocab: Vocab) -> frozenset[int] | None:
        """Return words one of which stands in every sentence with a cue, None for any words."""
        if cue.lemmas:
            return frozenset(map(vocab.strings.add, self._words[cue.id]))
        trees = self._trees.get(cue.id, ())
        if not trees or not all(tree.needs for tree in trees):
            return None

        def shortest(words: frozenset[int]) -> int:  # short words are common
            return min(len(vocab.strings[word]) for word in words)

        return frozenset().union(*(max(tree.needs, key=shortest) for tree in trees))

    def _applies(self, cue: Cue, hit: Hit, evidence: Evidence) -> bool:
        if cue.trigger and (hit.token.pos_ in NOUNS) != (cue.trigger == "noun"):
            return False
        if (cue.unless_tied and evidence.tied) or (cue.unless_named and evidence.anybody_definite):
            return False
        above = self._unless[cue.id]
        if above and any(token.lower_ in above for token in self.governors.of(hit.token)):
            return False
        if cue.tree and not self._fits_any(self._trees[cue.id], hit):
            return False
        if cue.unless and self._fits_any(self._keeping[cue.id], hit):
            return False
        right_above = self._right_above[cue.id]
        if right_above and hit.token.head.lower_ in right_above:
            return False
        words, under = self._words[cue.id], self._under[cue.id]
        return any(
            self._fits(token, cue, words)
            and (not under or token.head.lower_ in under)
            and not (cue.unless_official and _is_found_by_officials(token, evidence))
            for token in self._at(cue, hit, evidence.heads)
        )

    def _fits(self, token: Token, cue: Cue, words: frozenset[str]) -> bool:
        return (
            (
                not words
                or (token.lower_ in words and not (self._is_number_sign(token) or _is_month(token)))
            )
            and (not cue.deps or token.dep_ in cue.deps)
            and (not cue.tags or token.tag_ in cue.tags)
            and (not cue.pos or token.pos_ in cue.pos)
            and (not cue.negated or any(c.dep_ == "neg" for c in token.children))
            and (not cue.absent or self._is_absent(token))
        )

    def _is_number_sign(self, token: Token) -> bool:
        """Tell whether "No" counts: "moved to No 6 penitentiary", "jail No. 6" deny nothing."""
        counted = token.doc[token.i + 1 : token.i + 3].text.lstrip(". ")
        return token.lower_ in self.absence and counted[:1].isdecimal()

    def _is_absent(self, token: Token) -> bool:
        """Tell whether there is none of a noun: "no signs of", "neither of them found any sign"."""
        if any(c.lower_ in self.absence for c in token.children if c.dep_ == "det"):
            return True
        nobody = (t for c in token.head.children if c.dep_ == "nsubj" for t in (c, *c.lefts))
        if any(t.lower_ in self.nobody for t in nobody):
            return True
        return any(c.dep_ == "neg" for c in token.head.children)

    @staticmethod
    def _fits_any(matchers: Iterable[TreeMatcher], hit: Hit) -> bool:
        facts = cached(hit.token.doc, FACTS, Facts)
        return any(matcher.fits(facts, hit.token.i) for matcher in matchers)

    def _at(self, cue: Cue, hit: Hit, participants: Iterable[Token]) -> Iterator[Token]:
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
                yield from _joining(hit.token)
                light = hit.token.head
                if hit.token.pos_ == "NOUN" and hit.token.dep_ in ("dobj", "nsubjpass", "nsubj"):
                    # "has not carried out an investigation": the verb carries the negation.
                    yield from (c for c in light.children if c.dep_ in _CARRIED and c.tag_ != "TO")
            case "above":
                yield from self.governors.of(hit.token)
            case "subject":
                for token in participants:
                    yield token
                    yield from (t for t in token.subtree if t.i < token.i)
            case "sentence":
                yield from doc[max(0, hit.token.i - _NEAR) : hit.token.i + _NEAR]


def _is_month(token: Token) -> bool:
    """Tell whether a modal is a month beside its day: "who on 9 May lay down in the yard"."""
    beside = token.doc[max(0, token.i - 1) : token.i + 2]
    return token.dep_ != "det" and token.is_title and any(other.like_num for other in beside)


def _joining(token: Token) -> Iterator[Token]:
    """Yield the conjunction that joins a word to the one before it: "nor were they released"."""
    if token.dep_ == "conj":
        yield from (c for c in token.head.children if c.dep_ == "cc" and c.i < token.i)


def _concerns(cue: Cue, hit: Hit) -> bool:
    """Tell whether a cue is for the type of a trigger."""
    return hit.type not in cue.types_not and (not cue.types or hit.type in cue.types)


def _is_found_by_officials(token: Token, evidence: Evidence) -> bool:
    """Tell whether officials are who found it, and say of whom or of which facility.

    "The prosecutor's office found no signs of beatings on inmates of colony IK-6."
    """
    if not evidence.tied:
        return False
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")] if verb is not None else []
    return any(
        not evidence.lexicon.officials.isdisjoint(t.lower_ for t in doer.subtree) for doer in doers
    )

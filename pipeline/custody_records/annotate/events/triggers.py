"""Find the words that tell an event: cheap look at raw tokens first, then the parsed sentence.

A sentence is parsed only if some pattern could fire in it: every word that the pattern names
must be there in one of its forms. That prefilter is derived from the rules themselves.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from spacy.tokens import Span
from spacy.vocab import Vocab

from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.cache import cached
from custody_records.annotate.events.event_types import TypeTraits, load_types
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.notation import FACILITY, Tree, parse
from custody_records.annotate.events.prefilter import SentencePrefilter
from custody_records.annotate.events.rules import load_lists, rules_by_type
from custody_records.annotate.events.schema import EventRule
from custody_records.annotate.events.trees import FACTS, Facts, TreeMatcher
from custody_records.annotate.events.word_sets import WordSets
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.contract.values import EventType
from custody_records.rulebook import read


@dataclass(slots=True)
class Pattern:
    """One compiled pattern.

    Its sentence must hold a form of each set of ``words``. ``needs`` are those sets, a bit each,
    but for the one that the pattern is looked up by, and ``unless`` has those of each matcher.
    """

    rule: EventRule
    traits: TypeTraits
    order: int
    words: list[frozenset[str]]
    matcher: TreeMatcher
    unless: list[tuple[int, TreeMatcher]]
    needs: int = 0


class Triggers:
    """All event patterns, compiled for one vocabulary."""

    def __init__(self, vocab: Vocab, folder: Path, lexicon: ParticipantLexicon) -> None:
        self.vocab = vocab
        self.forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        self.lexicon = lexicon
        self.prefilter = SentencePrefilter(folder, self.forms, self.lexicon)
        lists = load_lists(folder)
        self.facility_nouns, self.quantities = lists["facility_nouns"], lists["quantities"]
        self._sets, self._refusing = WordSets[str](), WordSets[int]()
        self._tried_by: dict[str, list[Pattern]] = defaultdict(list)  # form → patterns to try
        types = load_types(folder)
        order = count()
        patterns: list[Pattern] = []
        self.denied_as: dict[EventType, EventType] = {}
        for file in rules_by_type(folder):
            for rule in file.rules:
                patterns += self._patterns(rule, types[file.type], order)
                self.denied_as |= dict.fromkeys(rule.negation_of, file.type)
        self._index(patterns)

    def _index(self, patterns: list[Pattern]) -> None:
        """Have each pattern looked up by its rarest word, and number the sets of the others."""
        # A form that many patterns name is a common word.
        uses = Counter(form for pattern in patterns for forms in pattern.words for form in forms)
        every = {forms for pattern in patterns for forms in pattern.words}
        common = {forms: sum(map(uses.__getitem__, forms)) for forms in every}
        others: Counter[frozenset[str]] = Counter()
        asked: list[set[frozenset[str]]] = []
        for pattern in patterns:
            rarest = min(pattern.words, key=common.__getitem__)
            for form in rarest:
                self._tried_by[form].append(pattern)
            asked.append(set(pattern.words) - {rarest})
            others.update(asked[-1])
        # What many ask for has a low bit, which makes most of the numbers short.
        for forms, _ in others.most_common():
            self._sets.bits([forms])
        for pattern, sets in zip(patterns, asked, strict=True):
            pattern.needs = self._sets.bits(sets)

    def possible(self, words: frozenset[str]) -> list[Pattern]:
        """Return the patterns whose words are all in a sentence of these lower-case words.

        ``@facility`` is one of them where the sentence mentions a facility.
        """
        met = self._sets.met(words)
        found = {
            pattern.order: pattern
            for word in words & self._tried_by.keys()
            for pattern in self._tried_by[word]
            if pattern.needs & met == pattern.needs
        }
        return [found[order] for order in sorted(found)]

    def find(
        self, sentence: Span, patterns: Iterable[Pattern], facilities: frozenset[int] = frozenset()
    ) -> list[Hit]:
        """Return the triggers of a parsed sentence in text order, the best rule first.

        A token may be told by several rules of one type: one whose ``unless`` does not refuse it
        goes before one whose does, then the one that names more words, then the file's order.

        ``facilities``: the sentence's tokens inside mentions of facilities.
        """
        found: dict[tuple[int, EventType, str], tuple[int, Hit]] = {}
        facts = cached(sentence.doc, FACTS, Facts)
        facts = facts.near(facilities) if facilities else facts
        met = self._refusing.met(facts.places.keys())
        for pattern in patterns:
            for words in pattern.matcher(facts):
                token = sentence.doc[words[0]]
                refused = any(
                    needs & met == needs and matcher.fits(facts, token.i)
                    for needs, matcher in pattern.unless
                )
                hit = Hit(
                    pattern.rule,
                    pattern.traits,
                    token,
                    tuple(sorted(words)),
                    "unless" if refused else None,
                )
                key = token.i, pattern.traits.type, pattern.rule.id
                if key not in found or len(words) > len(found[key][1].words):
                    found[key] = pattern.order, hit
        best_first = sorted(
            found.values(),
            key=lambda x: (x[1].token.i, x[1].type, bool(x[1].refused_by), -len(x[1].words), x[0]),
        )
        return [hit for _, hit in best_first]

    def _patterns(
        self, rule: EventRule, traits: TypeTraits, order: Iterator[int]
    ) -> Iterator[Pattern]:
        refusing = [self._matcher(parse(tree)) for tree in rule.unless]
        unless = [(self._refusing.bits(matcher.needs), matcher) for matcher in refusing]
        for source in rule.tree:
            tree = parse(source)
            yield Pattern(rule, traits, next(order), self._needs(tree), self._matcher(tree), unless)

    def _matcher(self, tree: Tree) -> TreeMatcher:
        return TreeMatcher(tree, self.forms, self.vocab, self.facility_nouns, self.quantities)

    def _needs(self, tree: Tree) -> list[frozenset[str]]:
        """Return, for each word of a pattern, the forms one of which its sentence must hold.

        ``@facility`` stands for a mention of a facility among them.
        """
        return [
            frozenset(self.forms.of_all(node.words, verbs=node.pos == ("VERB",)))
            | (self.facility_nouns if FACILITY in node.words else frozenset())
            for node in tree.nodes
            if node.words and not node.never
        ]

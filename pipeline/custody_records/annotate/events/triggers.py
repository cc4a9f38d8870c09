"""Find the words that tell an event: cheap look at raw tokens first, then the parsed sentence.

A sentence is parsed only if some pattern could fire in it: every word that the pattern names
must be there in one of its forms. That prefilter is derived from the rules themselves.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from operator import attrgetter
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
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.contract.values import EventType
from custody_records.rulebook import read


@dataclass(slots=True)
class Pattern:
    """One compiled pattern; ``needs`` are the numbers of the sets of forms that it asks for.

    Its sentence must hold a form of each set.
    """

    rule: EventRule
    traits: TypeTraits
    order: int
    needs: frozenset[int]
    matcher: TreeMatcher
    unless: list[TreeMatcher]


class Triggers:
    """All event patterns, compiled for one vocabulary."""

    def __init__(self, vocab: Vocab, folder: Path, lexicon: ParticipantLexicon) -> None:
        self.vocab = vocab
        self.forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        self.lexicon = lexicon
        self.prefilter = SentencePrefilter(folder, self.forms, self.lexicon)
        lists = load_lists(folder)
        self.facility_nouns, self.quantities = lists["facility_nouns"], lists["quantities"]
        self._numbers: dict[frozenset[str], int] = {}  # of each set of forms that a pattern needs
        self._met_by: dict[str, list[int]] = defaultdict(list)  # form → sets that hold it
        self._by_rarest: dict[int, list[Pattern]] = defaultdict(list)  # a set → patterns to try
        types = load_types(folder)
        order = count()
        patterns: list[Pattern] = []
        self.denied_as: dict[EventType, EventType] = {}
        for file in rules_by_type(folder):
            for rule in file.rules:
                patterns += self._patterns(rule, types[file.type], order)
                self.denied_as |= dict.fromkeys(rule.negation_of, file.type)
        # A form that many patterns name is a common word.
        named = Counter(number for pattern in patterns for number in pattern.needs)
        common: Counter[int] = Counter()
        for numbers in self._met_by.values():
            uses = sum(named[number] for number in numbers)
            common.update(dict.fromkeys(numbers, uses))
        for pattern in patterns:
            rarest = min(pattern.needs, key=lambda number: (common[number], number))
            self._by_rarest[rarest].append(pattern)

    def possible(self, words: frozenset[str]) -> list[Pattern]:
        """Return the patterns whose words are all in a sentence of these lower-case words.

        ``@facility`` is one of them where the sentence mentions a facility.
        """
        met = set[int]().union(*(self._met_by[word] for word in words & self._met_by.keys()))
        found = [
            pattern
            for number in met & self._by_rarest.keys()
            for pattern in self._by_rarest[number]
            if pattern.needs <= met
        ]
        return sorted(found, key=attrgetter("order"))

    def find(
        self,
        sentence: Span,
        patterns: Iterable[Pattern],
        facilities: frozenset[int] = frozenset(),
    ) -> list[Hit]:
        """Return the triggers of a parsed sentence in text order, the best rule first.

        A token may be told by several rules of one type: one whose ``unless`` does not refuse it
        goes before one whose does, then the one that names more words, then the file's order.

        ``facilities``: the sentence's tokens inside mentions of facilities.
        """
        found: dict[tuple[int, EventType, str], tuple[int, Hit]] = {}
        facts = cached(sentence.doc, FACTS, Facts)
        facts = facts.near(facilities) if facilities else facts
        for pattern in patterns:
            for words in pattern.matcher(facts):
                token = sentence.doc[words[0]]
                refused = any(matcher.fits(facts, token.i) for matcher in pattern.unless)
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
            key=lambda x: (
                x[1].token.i,
                x[1].type,
                bool(x[1].refused_by),
                -len(x[1].words),
                x[0],
            ),
        )
        return [hit for _, hit in best_first]

    def _patterns(
        self, rule: EventRule, traits: TypeTraits, order: Iterator[int]
    ) -> Iterator[Pattern]:
        unless = [self._matcher(parse(tree)) for tree in rule.unless]
        for source in rule.tree:
            tree = parse(source)
            needs = frozenset(map(self._number, self._needs(tree)))
            yield Pattern(rule, traits, next(order), needs, self._matcher(tree), unless)

    def _number(self, forms: frozenset[str]) -> int:
        """Return the number of a set of forms, of which a sentence must hold one."""
        if forms not in self._numbers:
            self._numbers[forms] = len(self._numbers)
            for form in forms:
                self._met_by[form].append(self._numbers[forms])
        return self._numbers[forms]

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

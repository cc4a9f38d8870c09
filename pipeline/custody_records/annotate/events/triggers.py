"""Find the words that tell an event: cheap look at raw tokens first, then the parsed sentence.

A sentence is parsed only if some pattern could fire in it: every word that the pattern names
must be there in one of its forms. That prefilter is derived from the rules themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.matcher import DependencyMatcher, Matcher
from spacy.tokens import Span, Token
from spacy.vocab import Vocab

from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.arguments.lexicon import Lexicon
from custody_records.annotate.events.notation import FACILITY, Tree, parse
from custody_records.annotate.events.prefilter import SentencePrefilter
from custody_records.annotate.events.schema import EventRule, rules_by_type
from custody_records.annotate.events.trees import Facts, TreeMatcher
from custody_records.contract.values import EventType
from custody_records.rulebook import read


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in a parsed sentence; ``words`` are the indices of all words that matched."""

    rule: EventRule
    type: EventType
    token: Token
    words: tuple[int, ...]
    refused_by: str | None = None


@dataclass(slots=True)
class Pattern:
    """One compiled pattern, and the sets of word forms that its sentence must hold."""

    rule: EventRule
    type: EventType
    order: int
    needs: list[frozenset[str]]
    matcher: TreeMatcher | Matcher | DependencyMatcher
    trigger: int = 0
    unless: list[TreeMatcher] = field(default_factory=list)


class Triggers:
    """All event patterns, compiled for one vocabulary."""

    def __init__(self, vocab: Vocab, folder: Path, lexicon: Lexicon) -> None:
        self.vocab = vocab
        self.forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        self.lexicon = lexicon
        self.prefilter = SentencePrefilter(folder, self.forms, self.lexicon)
        self._by_form: dict[str, list[Pattern]] = defaultdict(list)
        order = 0
        for file in rules_by_type(folder):
            for rule in file.rules:
                unless = [self._matcher(parse(tree)) for tree in rule.unless]
                for pattern in self._patterns(rule, file.type):
                    pattern.order, pattern.unless = order, unless
                    order += 1
                    for form in pattern.needs[0]:
                        self._by_form[form].append(pattern)

    def possible(self, words: frozenset[str]) -> list[Pattern]:
        """Return the patterns whose words are all in a sentence of these lower-case words."""
        found: dict[int, Pattern] = {}
        for word in words:
            for pattern in self._by_form.get(word, ()):
                if not any(words.isdisjoint(need) for need in pattern.needs[1:]):
                    found[pattern.order] = pattern
        return [found[order] for order in sorted(found)]

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
        facts = Facts(sentence.doc, facilities)
        for pattern in patterns:
            for words in _matches(pattern.matcher, sentence, facts):
                token = sentence.doc[words[pattern.trigger]]
                refused = any(
                    hit[0] == token.i for matcher in pattern.unless for hit in matcher(facts)
                )
                hit = Hit(
                    pattern.rule,
                    pattern.type,
                    token,
                    tuple(sorted(words)),
                    "unless" if refused else None,
                )
                key = token.i, pattern.type, pattern.rule.id
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

    def _patterns(self, rule: EventRule, type_: EventType) -> Iterator[Pattern]:
        for source in rule.tree:
            tree = parse(source)
            yield Pattern(rule, type_, 0, self._needs(tree), self._matcher(tree))
        for raw in rule.dependency:
            matcher = DependencyMatcher(self.vocab)
            matcher.add(
                "pattern", [[{**s, "RIGHT_ATTRS": self._by_forms(s["RIGHT_ATTRS"])} for s in raw]]
            )
            names = [step["RIGHT_ID"] for step in raw]
            needs = self._raw_needs(step["RIGHT_ATTRS"] for step in raw)
            yield Pattern(rule, type_, 0, needs, matcher, trigger=names.index("trigger"))
        for raw in rule.tokens:
            plain = Matcher(self.vocab)
            plain.add("pattern", [[self._by_forms(step) for step in raw]], greedy="LONGEST")
            yield Pattern(rule, type_, 0, self._raw_needs(raw), plain)

    def _by_forms(self, step: dict[str, Any]) -> dict[str, Any]:
        """Return a raw token pattern that asks for a lemma's forms instead of a lemma.

        Sentences carry no lemmas: the forms are made from the rule's words instead.
        """
        named = step.get("LEMMA")
        if named is None:
            return step
        words = named["IN"] if isinstance(named, dict) else [named]
        others = {key: value for key, value in step.items() if key != "LEMMA"}
        return {**others, "LOWER": {"IN": sorted(self.forms.of_all(words))}}

    def _matcher(self, tree: Tree) -> TreeMatcher:
        return TreeMatcher(tree, self.forms, self.vocab)

    def _needs(self, tree: Tree) -> list[frozenset[str]]:
        return [
            frozenset(self.forms.of_all(node.words, verbs=node.pos == ("VERB",)))
            for node in tree.nodes
            if node.words and not node.never and FACILITY not in node.words
        ]

    def _raw_needs(self, steps: Iterable[dict[str, Any]]) -> list[frozenset[str]]:
        """Read the words that a raw spaCy pattern names by LEMMA or LOWER."""
        needs = []
        for step in steps:
            for key in ("LEMMA", "LOWER"):
                named = step.get(key)
                words: list[str] = named.get("IN", []) if isinstance(named, dict) else [str(named)]
                if named and words and step.get("OP", "1") in "1+":
                    needs.append(frozenset(self.forms.of_all(words) if key == "LEMMA" else words))
        if not needs:
            raise ValueError("a pattern must name at least one word by LEMMA or LOWER")
        return needs


def _matches(
    matcher: TreeMatcher | Matcher | DependencyMatcher, sentence: Span, facts: Facts
) -> list[list[int]]:
    """Return, for each match, the token indices in the sentence's doc in pattern order."""
    if isinstance(matcher, TreeMatcher):
        return matcher(facts)
    if isinstance(matcher, Matcher):
        return [list(range(start, end)) for _, start, end in matcher(sentence.doc)]
    return [list(words) for _, words in matcher(sentence.doc)]

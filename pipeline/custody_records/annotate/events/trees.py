"""Match the short notation's patterns in a parsed sentence directly.

spaCy's DependencyMatcher finds the same (the tests compare), but runs a token matcher over the
whole sentence for every word of every pattern: with hundreds of patterns, more than the parse
costs. Here a sentence's facts are read out once and a pattern walks the tree from
the words that could be its trigger.
"""

from collections.abc import Container, Iterator
from copy import copy
from dataclasses import replace

from spacy.parts_of_speech import IDS  # type: ignore[import-not-found] # compiled, no stubs
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.events.logical import Subjects
from custody_records.annotate.events.notation import FACILITY, Tree

FACTS = "tree_facts"  # in the cache of a parsed sentence: its Facts, without facilities
_DEEP = 2  # arcs that ">>" may go beyond the first
_AGENT, _POBJ = get_string_id("agent"), get_string_id("pobj")
_CASE = get_string_id("case")  # of an owner, in UD of what a preposition governs


class Facts:
    """What patterns ask of a parsed sentence: form, coarse tag, label, head, children by token."""

    def __init__(
        self,
        doc: Doc,
        facilities: frozenset[int] = frozenset(),
        word: str = "LOWER",
    ) -> None:
        """Read a parsed sentence; ``facilities`` are its tokens inside mentions of them.

        ``word``: the attribute by which patterns name words, LOWER or LEMMA.
        """
        self.facilities = facilities
        table = doc.to_array([word, "POS", "DEP", "HEAD", "TAG"])
        self.lower: list[int] = table[:, 0].tolist()
        self.pos: list[int] = table[:, 1].tolist()
        self.dep: list[int] = table[:, 2].tolist()
        # HEAD is an offset, negative ones written as large unsigned numbers.
        self.head: list[int] = [
            token + offset for token, offset in enumerate(table[:, 3].astype("int32").tolist())
        ]
        self.children: list[list[int]] = [[] for _ in self.head]
        self.places: dict[int, list[int]] = {}
        for token, head in enumerate(self.head):
            if head != token:
                self.children[head].append(token)
            self.places.setdefault(self.lower[token], []).append(token)
        tags = table[:, 4].tolist()
        self.subjects = Subjects(self.dep, self.head, self.children, tags)

    def near(self, facilities: frozenset[int]) -> "Facts":
        """Return the same with other tokens inside mentions of facilities."""
        same = copy(self)
        same.facilities = facilities
        return same

    def reached(self, token: int, way: str) -> list[int]:
        """Return the tokens to which an arrow leads from a token."""
        if way == "<":
            return [self.head[token]] if self.head[token] != token else []
        found = level = self.children[token] + self.subjects.shared(token)
        for _ in range(_DEEP if way == ">>" else 0):
            level = [below for one in level for below in self.children[one]]
            found = found + level
        return found


class TreeMatcher:
    """One pattern: for each of its words the forms, tags and labels it may have, None for any."""

    def __init__(
        self,
        tree: Tree,
        forms: Forms,
        vocab: Vocab,
        facility_nouns: frozenset[str] = frozenset(),
        quantities: frozenset[str] = frozenset(),
    ) -> None:
        strings = vocab.strings
        self._quantities = frozenset(map(strings.add, quantities))
        self._of = tuple(map(strings.add, ("prep", "pobj")))
        self._words: list[frozenset[int] | None] = []
        self._pos: list[frozenset[int] | None] = []
        self._deps: list[frozenset[int] | None] = []
        self.needs: list[frozenset[int]] = []  # sets of forms, of each of which one must be there
        self._above: list[tuple[int, str]] = []  # word that the arrow starts at; its way
        self._facility: list[bool] = []
        self._never = [
            (
                node.above or 0,
                TreeMatcher(
                    Tree("", (replace(node, above=None, way="", never=False),)),
                    forms,
                    vocab,
                    facility_nouns,
                    quantities,
                ),
            )
            for node in tree.nodes
            if node.never
        ]
        for node in (n for n in tree.nodes if not n.never):
            lower = forms.of_all(node.words, verbs=node.pos == ("VERB",)) if node.words else None
            self._facility.append(FACILITY in node.words)
            if lower is not None and FACILITY in node.words:
                lower |= facility_nouns
            words = None if lower is None else frozenset(map(strings.add, lower))
            self._words.append(words)
            if words is not None and not self._facility[-1]:
                self.needs.append(words)
            self._pos.append(frozenset(IDS[name] for name in node.pos) if node.pos else None)
            self._deps.append(None)
            up = node.way == "<"
            above = -1 if node.above is None else node.above
            self._above.append((above, node.way))
            if node.deps:  # the label is always that of the lower of the two words
                labelled = above if up else len(self._deps) - 1
                self._deps[labelled] = frozenset(map(strings.add, node.deps))

    def __call__(self, facts: Facts) -> list[list[int]]:
        """Return, for each match, the token of every word of the pattern."""
        words = self._words[0]
        if words is None:
            first = list(range(len(facts.lower)))
        elif not (there := words & facts.places.keys()):
            return []
        else:
            first = sorted(t for word in there for t in facts.places[word])
        return [
            found
            for token in first
            if self._admits(facts, 0, token)
            for found in self._grow(facts, [token])
        ]

    def fits(self, facts: Facts, token: int) -> bool:
        """Tell whether the pattern matches with a token as its first word."""
        return self._admits(facts, 0, token) and any(True for _ in self._grow(facts, [token]))

    def _admits(self, facts: Facts, node: int, token: int, above: int = -1) -> bool:
        """Tell whether a token can be a word of the pattern: by form, coarse tag and label.

        ``above``: the word from which an arrow led to it, whose subject it may be by sharing.
        """
        words, pos, deps = self._words[node], self._pos[node], self._deps[node]
        if pos is not None and facts.pos[token] not in pos:
            return False
        label = facts.dep[token]
        if deps is not None:
            if above >= 0:
                label = facts.subjects.label(token, above) or label
            if label not in deps:
                return False
        if words is None or facts.lower[token] in words:
            return True
        return self._stands_for(facts, node, token, words, agent=label == _AGENT)

    def _stands_for(
        self, facts: Facts, node: int, token: int, words: Container[int], *, agent: bool
    ) -> bool:
        """Tell whether a token stands for one of the words of the pattern, or for a facility."""
        if node and agent and self._deps[node] is not None:
            # "beaten by guards": who does it stands for the preposition.
            return any(
                facts.lower[doer] in words
                for doer in facts.children[token]
                if facts.dep[doer] == _POBJ
            )
        noun = facts.subjects.meant.get(token)
        if noun is not None and facts.lower[noun] in words:
            return True
        if node and facts.lower[token] in self._quantities:
            # "dozens of prisoners": what is counted stands for the word that counts it.
            return any(facts.lower[counted] in words for counted in self._counted(facts, token))
        if not self._facility[node]:
            return False
        # "the colony settlement KP-9": the code may hang on the noun.
        return token in facts.facilities or any(
            code in facts.facilities
            and _CASE not in map(facts.dep.__getitem__, facts.children[code])
            for code in facts.children[token]
        )

    def _counted(self, facts: Facts, token: int) -> Iterator[int]:
        """Yield the nouns under the prepositions of a word of quantity."""
        preposition, noun = self._of
        for below in facts.children[token]:
            if facts.dep[below] == preposition:
                yield from (c for c in facts.children[below] if facts.dep[c] == noun)

    def _grow(self, facts: Facts, found: list[int]) -> Iterator[list[int]]:
        """Yield every way to complete a match of admitted tokens."""
        node = len(found)
        if node == len(self._words):
            if not any(
                matcher.fits(facts, child)
                for above, matcher in self._never
                for child in facts.children[found[above]]
            ):
                yield found
            return
        above, way = self._above[node]
        for token in facts.reached(found[above], way):
            if self._admits(facts, node, token, found[above]):
                yield from self._grow(facts, [*found, token])

"""The event trees: patterns over the dependency parse of a sentence, in one line.

``put|place:VERB >prep in >pobj custody|detention`` reads: a verb *put* or *place*, below it as
``prep`` the word *in*, below that as ``pobj`` *custody* or *detention*. A word stands for all
its inflected forms; ``*`` is any word; ``:POS`` narrows its part of speech; dependency labels may
be alternatives too (``>dobj|nsubjpass``). After ``;`` the next arrow starts at the first word
again. The first word is the trigger. ``<dep`` goes up: the word above, reached because the word
before the arrow is its ``dep``. ``>>dep`` goes down by up to three arcs, the last of which is the
``dep``: small parsers hang "to prison" on the noun before it. ``!>dep word`` must not be there.
The word ``@facility`` is a mention of a facility or a noun for one. A word of quantity with "of"
("dozens of prisoners") fits, but as the trigger, wherever what it counts does.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

FACILITY = "@facility"
# The labels of the English models' parser (ClearNLP) and the coarse tags (Universal Dependencies).
LABELS = frozenset(
    """acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj
    csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod
    oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp""".split()  # noqa: SIM905 - read as a list of words
)
# Those of Universal Dependencies, as the Russian parser gives them.
UD_LABELS = frozenset(
    """acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj
    csubj:pass dep det discourse expl fixed flat flat:foreign flat:name iobj list mark nmod nsubj
    nsubj:pass nummod nummod:entity nummod:gov obj obl obl:agent obl:tmod orphan parataxis punct
    vocative xcomp""".split()  # noqa: SIM905 - read as a list of words
)
TAGS = frozenset(
    """ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X""".split()  # noqa: SIM905 - read as a list of words
)
_NODE = re.compile(r"(?P<words>\*|[^\s:<>;*]+)(?::(?P<tags>[A-Z|]+))?")
_ARROW = re.compile(r"(?P<never>!?)(?P<way>>>|[<>])(?P<labels>[a-z:|]*)")


class NotationError(ValueError):
    """A pattern that the notation does not allow."""


@dataclass(frozen=True, slots=True)
class Node:
    """One word of a pattern; ``above`` is the index of the node its arrow starts at."""

    words: tuple[str, ...]
    pos: tuple[str, ...]
    above: int | None = None
    way: str = ""
    deps: tuple[str, ...] = ()
    never: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed pattern: ``nodes[0]`` is the trigger."""

    source: str
    nodes: tuple[Node, ...] = field(default=())


def parse(source: str, labels: frozenset[str] = LABELS) -> Tree:
    """Return the pattern that ``source`` writes; ``labels`` are the parser's.

    Raises NotationError.
    """
    parts = source.replace(";", " ; ").split()
    if not parts:
        raise NotationError(f"{source!r}: a pattern begins with a word")
    try:
        nodes = [_node(parts[0])]
        start, index = 0, 1  # the node that the next arrow starts at; the next part
        while index < len(parts):
            if parts[index] == ";":
                start, index = 0, index + 1
                continue
            nodes.append(_step(parts[index : index + 2], start, labels))
            start = 0 if nodes[-1].never else len(nodes) - 1
            index += 2
        _check_order(nodes)
    except NotationError as error:
        raise NotationError(f"{source!r}: {error}") from None
    return Tree(source, tuple(nodes))


def _node(text: str) -> Node:
    found = _NODE.fullmatch(text)
    if found is None:
        raise NotationError(f"{text!r} is no word: word|word, word:TAG, * or @facility")
    words = () if found["words"] == "*" else tuple(found["words"].split("|"))
    if "" in words:
        raise NotationError(f"{text!r} names an empty word: remove a '|'")
    unknown = [word for word in words if word.startswith("@") and word != FACILITY]
    if unknown:
        raise NotationError(f"{unknown[0]!r} is not known here: only {FACILITY!r}")
    return Node(words, _known(found["tags"], TAGS, "tag"))


def _step(parts: list[str], above: int, allowed: frozenset[str]) -> Node:
    """Return the node that an arrow and its word tell of, reached from the node ``above``."""
    arrow, *word = parts
    found = _ARROW.fullmatch(arrow)
    if found is None:
        raise NotationError(f"{arrow!r} is no arrow: >label, >>label, <label, !>label")
    if found["never"] and found["way"] == "<":
        raise NotationError(f"{arrow!r}: only a word below can be forbidden")
    if word in ([], [";"]):
        raise NotationError(f"a word must follow {arrow!r}")
    node = _node(word[0])
    labels = _known(found["labels"], allowed, "dependency label")
    return Node(node.words, node.pos, above, found["way"], labels, bool(found["never"]))


def _known(text: str | None, allowed: frozenset[str], what: str) -> tuple[str, ...]:
    """Return the alternatives of a part. Raises NotationError for one that does not exist."""
    if not text:
        return ()
    named = tuple(text.split("|"))
    unknown = [name for name in named if name not in allowed]
    if unknown:
        raise NotationError(f"{unknown[0]!r} is no {what}; there are {', '.join(sorted(allowed))}")
    return named


def _check_order(nodes: list[Node]) -> None:
    if any(one.never and not other.never for one, other in pairwise(nodes)):
        raise NotationError("what must not be there stands last")

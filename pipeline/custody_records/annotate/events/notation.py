"""The short notation of dependency patterns, parsed.

``put|place:VERB >prep in >pobj custody|detention`` reads: a verb *put* or *place*, below it as
``prep`` the word *in*, below that as ``pobj`` *custody* or *detention*. A word stands for all
its inflected forms; ``*`` is any word; ``:POS`` narrows its part of speech; dependency labels may
be alternatives too (``>dobj|nsubjpass``). After ``;`` the next arrow starts at the first word
again. The first word is the trigger. ``<dep`` goes up: the word above, reached because the word
before the arrow is its ``dep``. ``!>dep word`` must not be there. The word ``@facility`` is a
mention of a facility or a noun for one.
"""

import re
from dataclasses import dataclass, field

_NODE = re.compile(r"(?P<words>\*|[^\s:<>;*]+)(?::(?P<pos>[A-Z|]+))?")
_ARROW = re.compile(r"(?P<never>!?)(?P<way>[<>])(?P<deps>[a-z|]*)")
FACILITY = "@facility"


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


def parse(source: str) -> Tree:
    """Return the pattern that ``source`` writes. Raises NotationError."""
    nodes: list[Node] = []
    arrow: re.Match[str] | None = None
    last = 0
    for part in source.replace(";", " ; ").split():
        if part == ";":
            last = 0
        elif found := _ARROW.fullmatch(part):
            arrow = found
        elif found := _NODE.fullmatch(part):
            if bool(nodes) != bool(arrow):
                raise NotationError(f"{source!r}: {part!r} needs an arrow before it")
            nodes.append(
                Node(
                    words=() if found["words"] == "*" else tuple(found["words"].split("|")),
                    pos=tuple(found["pos"].split("|")) if found["pos"] else (),
                    above=last if arrow else None,
                    way=arrow["way"] if arrow else "",
                    deps=tuple(filter(None, arrow["deps"].split("|"))) if arrow else (),
                    never=bool(arrow and arrow["never"]),
                )
            )
            never = nodes[-1].never
            if len(nodes) > 1 and nodes[-2].never and not never:
                raise NotationError(f"{source!r}: what must not be there stands last")
            if never and nodes[-1].way == "<":
                raise NotationError(f"{source!r}: only a word below can be forbidden")
            arrow, last = None, (0 if never else len(nodes) - 1)
        else:
            raise NotationError(f"{source!r}: cannot read {part!r}")
    if not nodes or arrow:
        raise NotationError(f"{source!r}: a pattern ends with a word")
    return Tree(source, tuple(nodes))

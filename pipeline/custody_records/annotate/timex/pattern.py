"""The pattern language of ``grammar.yaml``: lexeme classes and words, compiled to ``re``.

A pattern is a row of items, separated by spaces:

- ``MONTH`` a class of the lexicon or a kind of digit run; ``of`` a word; ``,`` a mark; ``A|B`` any
- ``day=DAY|DAYTH`` the same, kept under a name: a *slot*, whose value the rule's meaning uses
- ``( a b / c )`` alternatives; ``?`` ``*`` ``+`` behind an item or a group repeat it
- ``<name>`` a macro of the same file
- ``[ ... ]`` the extent of the expression, where the pattern looks further than it
- ``after:A|B``, ``before:A|B``, ``notafter:A``, ``notbefore:A`` look at one lexeme and take none
- ``LP``, ``RP``, ``SLASH``, ``SQ``, ``PLUS`` are the marks ``( ) / ' +``, ``WORD`` a word of no
  class, ``OTHER`` any other mark, ``BREAK`` the end of a line
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from custody_records.annotate.timex.lexemes import OTHER
from custody_records.annotate.timex.lexicon import BREAK, UNKNOWN, TimexLexicon

_MARKS = {
    "LP": "(", "RP": ")", "SLASH": "/", "SQ": "'", "PLUS": "+",
    "WORD": UNKNOWN, "OTHER": OTHER, "BREAK": BREAK,
}  # fmt: skip
_LOOKS = {"after": "(?<=", "before": "(?=", "notafter": "(?<!", "notbefore": "(?!"}
EXTENT = "extent"
_ITEM = re.compile(r"(?:(?P<slot>[a-z_0-9]+)=)?(?P<atoms>[^?*+=]+?)(?P<times>[?*+]?)")


class PatternError(ValueError):
    """A pattern that cannot be read."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A named item: where its value is looked up, in order."""

    name: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; ``first`` are the codes that it can begin with."""

    regex: re.Pattern[str]
    slots: Mapping[str, Slot]
    first: frozenset[str]


class _Compiler:
    def __init__(self, lexicon: TimexLexicon, macros: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self.macros = macros
        self.slots: dict[str, Slot] = {}
        self.extents = 0

    def codes(self, atoms: str) -> str:
        return "".join(self._codes_of(atom) for atom in atoms.split("|"))

    def _codes_of(self, atom: str) -> str:
        if atom in _MARKS:
            return _MARKS[atom]
        return self.lexicon.codes(atom) if atom.isupper() else self.lexicon.add(atom)

    def expand(self, text: str, depth: int = 0) -> list[str]:
        if depth > 9:
            raise PatternError(f"macros refer to each other without end: {text!r}")
        items: list[str] = []
        for item in text.split():
            macro = re.fullmatch(r"<([a-z_]+)>([?*+]?)", item)
            if macro:
                if macro[1] not in self.macros:
                    raise PatternError(f"no macro <{macro[1]}>")
                items += ["(", *self.expand(self.macros[macro[1]], depth + 1), ")" + macro[2]]
            else:
                items.append(item)
        return items

    def item(self, text: str) -> tuple[str, frozenset[str], bool]:
        """Return (regex, first codes, whether it may be empty) of one item."""
        look, colon, atoms = text.partition(":")
        if colon and look in _LOOKS:
            return f"{_LOOKS[look]}[{re.escape(self.codes(atoms))}])", frozenset(), True
        found = _ITEM.fullmatch(text)
        if not found:
            raise PatternError(f"cannot read {text!r}")
        codes = self.codes(found["atoms"])
        body = f"[{re.escape(codes)}]"
        if found["slot"]:
            name = f"s{len(self.slots)}"
            self.slots[name] = Slot(found["slot"], tuple(found["atoms"].split("|")))
            body = f"(?P<{name}>{body})"
        return body + found["times"], frozenset(codes), found["times"] in ("?", "*")

    def row(self, items: list[str]) -> tuple[str, frozenset[str], bool]:
        """Compile alternatives of rows up to the closing parenthesis; consumes ``items``."""
        branches: list[str] = []
        first: frozenset[str] = frozenset()
        may_be_empty = False
        regex, open_end = "", True
        while items:
            text = items.pop(0)
            if text[0] == ")":
                items.insert(0, text)
                break
            if text == "/":
                branches.append(regex)
                may_be_empty |= open_end
                regex, open_end = "", True
                continue
            if text == "[":
                part, starts, empty = f"(?P<{EXTENT}{self.extents}>", frozenset[str](), True
                self.extents += 1
            elif text == "]":
                part, starts, empty = ")", frozenset[str](), True
            elif text == "(":
                inner, starts, empty = self.row(items)
                if not items:
                    raise PatternError("a parenthesis is not closed")
                times = items.pop(0)[1:]
                part, empty = f"(?:{inner}){times}", empty or times in ("?", "*")
            else:
                part, starts, empty = self.item(text)
            if open_end:
                first |= starts
            open_end = open_end and empty
            regex += part
        branches.append(regex)
        return "|".join(branches), first, may_be_empty or open_end


def compile_pattern(text: str, lexicon: TimexLexicon, macros: Mapping[str, str]) -> Pattern:
    """Compile a pattern. Raises PatternError, KeyError for a class that there is not."""
    compiler = _Compiler(lexicon, macros)
    items = compiler.expand(text)
    regex, first, empty = compiler.row(items)
    if items or empty:
        raise PatternError(f"{text!r}: a stray parenthesis, or it matches nothing at all")
    if not compiler.extents:
        regex = f"(?P<{EXTENT}0>{regex})"
    return Pattern(re.compile(regex), compiler.slots, first)

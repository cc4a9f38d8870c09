"""Names that begin with their noun: "HMP Larkstone", "Penal de Ciudad Vieja", "JVA Burgdorf"."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import Leading
from custody_records.annotate.facilities.words import FacilityNouns
from custody_records.annotate.openings import WordPattern
from custody_records.annotate.text import CAPITALS

_WORD = rf"[{CAPITALS}][\w’'-]*[^\W_]"


class LeadingNouns:
    """The rules ``leading`` of ``names.yaml``, looked for in one pass."""

    def __init__(self, rules: tuple[Leading, ...], particles: tuple[str, ...]) -> None:
        self._rules = {f"n{index}": rule for index, rule in enumerate(rules)}
        further = rf"(?: (?:(?:{'|'.join(particles)}) )?{_WORD}){{0,2}}"
        named = ((key, _pattern(rule, further)) for key, rule in self._rules.items())
        found = "|".join(f"(?P<{key}>{each})" for key, each in named)
        pattern = re.compile(rf"(?<![\w-])(?:{found})(?<!['’]s)(?![\w-])")
        self._pattern = WordPattern(pattern)

    def find(self, text: str, nouns: FacilityNouns) -> Iterator[NamedHit]:
        """Yield every name that begins with its noun."""
        for match in self._pattern.finditer(text):
            rule = self._rules[str(match.lastgroup)]
            start, end = match.span()
            if not rule.near or nouns.speak_of_detention(start, end):
                yield NamedHit(start, end, rule.id, match[0], rule.country, kind=rule.kind)


def _pattern(rule: Leading, further: str) -> str:
    behind = rule.whole or f" (?:{rule.joined}){_WORD}{further}"
    return rf"(?:{rule.noun}){behind}"

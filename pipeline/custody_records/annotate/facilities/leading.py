"""Names that begin with their noun: "HMP Larkstone", "Penal de Ciudad Vieja", "JVA Burgdorf"."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import Leading
from custody_records.annotate.facilities.words import FacilityNouns

_WORD = r"[A-ZÀ-Þ][\w’'-]*[^\W_]"
_FURTHER = rf"(?: (?:de |del |du |di |da |do |dos |la |las |los |el |y |e )?{_WORD}){{0,2}}"


class LeadingNouns:
    """The rules ``leading`` of ``names.yaml``, looked for in one pass."""

    def __init__(self, rules: tuple[Leading, ...]) -> None:
        self._rules = {f"n{index}": rule for index, rule in enumerate(rules)}
        found = "|".join(f"(?P<{key}>{_pattern(rule)})" for key, rule in self._rules.items())
        self._pattern = re.compile(rf"(?<![\w-])(?:{found})(?<!['’]s)(?![\w-])")

    def find(self, text: str, nouns: FacilityNouns) -> Iterator[NamedHit]:
        """Yield every name that begins with its noun."""
        for match in self._pattern.finditer(text):
            rule = self._rules[str(match.lastgroup)]
            start, end = match.span()
            if not rule.near or nouns.speak_of_detention(start, end):
                yield NamedHit(start, end, rule.id, match[0], rule.country, kind=rule.kind)


def _pattern(rule: Leading) -> str:
    behind = rule.whole or f" (?:{rule.joined}){_WORD}{_FURTHER}"
    return rf"(?:{rule.noun}){behind}"

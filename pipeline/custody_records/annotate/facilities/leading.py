"""Names that begin with their noun: "HMP Larkstone", "Penal de Ciudad Vieja", "JVA Burgdorf"."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import Leading
from custody_records.annotate.facilities.words import Heads

_WORD = r"[A-ZÀ-Þ][\w’'-]*[^\W_]"
_FURTHER = rf"(?: (?:de |del |du |di |da |do |dos |la |las |los |el |y |e )?{_WORD}){{0,2}}"


class LeadingNouns:
    """The rules ``leading`` of ``names.yaml``."""

    def __init__(self, rules: tuple[Leading, ...]) -> None:
        self._rules = [(rule, _pattern(rule)) for rule in rules]

    def find(self, text: str, heads: Heads) -> Iterator[NamedHit]:
        """Yield every name that begins with its noun."""
        for rule, pattern in self._rules:
            for match in pattern.finditer(text):
                start, end = match.span()
                if rule.near and not heads.speak_of_detention(start, end):
                    continue
                yield NamedHit(start, end, rule.id, match[0], rule.country, kind=rule.kind)


def _pattern(rule: Leading) -> re.Pattern[str]:
    behind = rule.whole or f" (?:{rule.joined}){_WORD}{_FURTHER}"
    return re.compile(rf"(?<![\w-])(?:{rule.noun}){behind}(?<!['’]s)(?![\w-])")

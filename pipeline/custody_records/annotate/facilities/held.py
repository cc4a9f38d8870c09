"""Names that are a facility's only where somebody is held: "in a cell at Muru Police Station"."""

import re
from collections.abc import Iterator

from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import Held, NameFile
from custody_records.annotate.facilities.words import FacilityNouns
from custody_records.annotate.openings import WordPattern
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.text import CAPITALS
from custody_records.contract.fold import lookup

_WORD = rf"(?:[{CAPITALS}][\w’'-]*|[A-Z]\.)"
_REACH = 90  # characters before and behind a name that tell that somebody is held


class HeldNames:
    """The rules ``held`` of ``names.yaml``."""

    def __init__(self, names: NameFile, places: PlaceGazetteer) -> None:
        self._places = places
        self._rules = {f"h{index}": rule for index, rule in enumerate(names.held)}
        nouns = "|".join(f"(?P<{key}>{rule.noun})" for key, rule in self._rules.items())
        small = "|".join(names.particles)
        pattern = re.compile(
            rf"(?<![\w-])(?:{_WORD} (?:(?:{small}|\d{{1,3}}) )?){{1,5}}?(?:{nouns})(?![\w-])"
        )
        self._pattern = WordPattern(pattern)
        self._opening = names.opening
        self._not_a_name = names.not_a_name

    def find(self, text: str, nouns: FacilityNouns) -> Iterator[NamedHit]:
        """Yield every such name where the words around tell that somebody is held."""
        for match in self._pattern.finditer(text):
            rule = self._rules[str(match.lastgroup)]
            start, end = match.span()
            words = match[0].split()
            while len(words) > 1 and lookup(words[0]) in self._opening:
                start = text.index(words[1], start + len(words[0]))
                words = words[1:]
            noun = match.start(str(match.lastgroup))
            own = text[start:noun].split()
            if all(lookup(word) in self._not_a_name for word in own):
                continue
            if self._is_of_custody(text, start, end, rule, nouns):
                lowered = text[noun].islower()
                name = text[start:noun].rstrip() if lowered else text[start:end]
                if lowered and self._is_wide(name):
                    continue
                yield NamedHit(start, end, rule.id, name, kind=rule.kind)

    def _is_wide(self, name: str) -> bool:
        """Tell "in a South Carolina lockup", which names a state and no town."""
        known = self._places.find(name)
        return bool(known) and all(place.kind != "settlement" for place in known)

    def _is_of_custody(
        self, text: str, start: int, end: int, rule: Held, nouns: FacilityNouns
    ) -> bool:
        """Tell by the words around that somebody is held at the name ``[start, end)``."""
        if rule.near and nouns.speak_of_detention(start, end):
            return True
        before = rule.before.search(text, max(0, start - _REACH), start)
        return bool(before or rule.behind.match(text, end, min(len(text), end + _REACH)))

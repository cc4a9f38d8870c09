"""Facilities by proper name: known ones, quoted ones, "Xyz Prison", zones, HMP and FCI."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.facilities.family import adjacent_after
from custody_records.annotate.facilities.gazetteer import FacilityGazetteer
from custody_records.annotate.facilities.held import HeldNames
from custody_records.annotate.facilities.known_names import KnownNames
from custody_records.annotate.facilities.leading import LeadingNouns
from custody_records.annotate.facilities.lowered import LoweredNames
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.quoted import QuotedNames
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.annotate.facilities.titled import TitledNames
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns
from custody_records.annotate.places.gazetteer import PlaceGazetteer

_REACH = 12  # characters before a zone that tell what zone it is


class NamedFacilities:
    """Finds facilities by name."""

    def __init__(
        self,
        rules: FacilityRules,
        gazetteer: FacilityGazetteer,
        lexicon: CountryCues,
        places: PlaceGazetteer,
    ) -> None:
        self._words = rules.names.words
        self._titled = TitledNames(rules.names, lexicon, places, rules.words.names_whole)
        self._lowered = LoweredNames(rules.names, lexicon, places)
        self._quoted = QuotedNames(rules.lists)
        self._known = KnownNames(gazetteer, self._words, self._titled, rules.lists, places, lexicon)
        self._held = HeldNames(rules.names, places)
        self._leading = LeadingNouns(rules.names.leading, rules.names.leading_particles)

    def find(
        self,
        text: str,
        nouns: FacilityNouns,
        codes: list[int],
        country_at: Callable[[int], str | None],
    ) -> Iterator[NamedHit]:
        """Yield every named facility of the text, and the known names that are refused.

        ``codes`` are the offsets where codes end; a quoted name may follow: 'IK-8 "Polar Bear"'.
        """
        for hit in self._known.find(text, nouns, country_at):
            at = bisect_right(codes, hit.start) - 1
            coded = text[codes[at] : hit.start] if at >= 0 else ""
            # "IK-3 in Vitsba" tells the town of a colony
            if not (coded and not hit.noun and self._words.lies_in.regex.match(coded)):
                yield hit
        for end in codes:
            yield from self._quoted.behind(text, end)
        for noun in nouns:
            if noun.is_custodial:
                yield from self._quoted.beside(text, noun)
                yield from self._titled.of(text, noun, country_at(noun.start))
                yield from self._lowered.called(text, noun)
                yield from self._quoted.listed(text, noun)
                yield from self._lowered.apposed(text, noun)
        yield from self._lowered.find(text, nouns)
        yield from self._zones(text, nouns)
        yield from self._leading.find(text, nouns)
        yield from self._held.find(text, nouns)

    def _zones(self, text: str, nouns: FacilityNouns) -> Iterator[NamedHit]:
        for match in self._words.zone.regex.finditer(text):
            start, end = match.span()
            before = text[max(0, start - _REACH) : start]
            other = self._words.zone_before.regex.search(before)
            if other and not self._words.few_words.regex.search(before):
                continue
            near = adjacent_after(text, end, nouns) or self._explaining(text, end, nouns)
            if near or nouns.speak_of_detention(start, end):
                name = f"Zone {match['number']}"
                yield NamedHit(start, end, "facility.name.zone", name, noun=near)

    def _explaining(self, text: str, end: int, nouns: FacilityNouns) -> FacilityNoun | None:
        noun = nouns.after(end)
        if noun is None or noun.phrase - end > 80:
            return None
        return noun if self._words.apposed_zone.regex.match(text[end : noun.phrase]) else None

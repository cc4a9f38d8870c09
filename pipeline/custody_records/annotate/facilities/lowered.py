"""Proper names before a lower-case prison word, or explained by one: "Holman prison in Atmore"."""

import re
from collections.abc import Iterable, Iterator

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.facilities import quoted
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import NameFile
from custody_records.annotate.facilities.words import FacilityNoun
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.contract.fold import lookup

_REACH = 80  # characters in which a name stands before a prison word
_BEHIND = 60  # characters behind a prison word that tell its town


class LoweredNames:
    """Reads names that no capital of the prison word marks as one."""

    def __init__(self, names: NameFile, lexicon: CountryCues, places: PlaceGazetteer) -> None:
        self._words = names.words
        self._not_a_name = names.not_a_name
        self._opening = names.opening
        self._lexicon = lexicon
        self._places = places

    def find(self, text: str, nouns: Iterable[FacilityNoun]) -> Iterator[NamedHit]:
        """Yield the names of "Holman prison in Atmore", where they are no place's."""
        named = [noun for noun in nouns if _names_one(text, noun)]
        hits = [hit for noun in named for hit in self._before(text, noun)]
        towns: set[str] = set()
        if hits:
            towns = {told["place"] for told in self._words.told_town.regex.finditer(text)}
        yield from (hit for hit in hits if hit.name not in towns)

    def apposed(self, text: str, noun: FacilityNoun) -> Iterator[NamedHit]:
        """Yield the name of "El Infiernito, the maximum-security prison in Escuintla".

        Or of "Zirmak, the newest of the country's prisons".
        """
        if noun.entry.titled != "named":
            return
        if not self._words.apposed_after.regex.match(text[noun.end : noun.end + 12]):
            return
        match = self._words.apposed_before.regex.search(
            text, max(0, noun.phrase - _REACH), noun.phrase
        )
        if match is None or (noun.plural and not match["of"]):
            return
        name = match["name"]
        if self._is_proper(name):
            yield NamedHit(*match.span("name"), "facility.name.apposed", name, noun=noun)

    def called(self, text: str, noun: FacilityNoun) -> Iterator[NamedHit]:
        """Yield the bare name of "the prison, known as CECOT"."""
        behind = text[noun.end : noun.end + 2 * _REACH]
        match = None if noun.plural else self._words.called.regex.match(behind)
        if match is None or self._words.other_thing.regex.match(behind[match.end() :]):
            return
        name = match["name"]
        told = any(lookup(word) in self._not_a_name for word in name.split())
        if not told and not any(self._lexicon.find(name)):
            start, end = (noun.end + offset for offset in match.span("name"))
            yield NamedHit(start, end, "facility.name.called", name, noun=noun)

    def _before(self, text: str, noun: FacilityNoun) -> Iterator[NamedHit]:
        """Yield the name before a lower-case prison word."""
        full = self._words.full_before.regex.search(text, max(0, noun.phrase - _REACH), noun.phrase)
        start, name = self._behind_article(*full.span("name"), text) if full else (0, "")
        if " " in name and self._is_full(text, start, name):
            yield NamedHit(start, start + len(name), "facility.name.lowered", name, noun=noun)
            return
        match = self._words.bare_before.regex.search(
            text, max(0, noun.phrase - _REACH), noun.phrase
        )
        town = self._words.town_after.regex.match(text[noun.end : noun.end + _BEHIND])
        if match is None:
            yield from self._unknown(text, noun, town)
            return
        name, owner = match["name"], match["owner"]
        placed = (owner and self._lexicon.is_cue(owner)) or (town and self._is_town(town["place"]))
        numbered = name[-1].isdigit()  # "the Salé 1 prison": towns have no numbers
        if numbered or (placed and self._is_proper(name)):
            of = {cue.country for cue in self._lexicon.find(owner or "")}
            country = of.pop() if len(of) == 1 else None
            yield NamedHit(*match.span("name"), "facility.name.lowered", name, country, noun=noun)
        else:
            yield from self._unknown(text, noun, town)

    def _unknown(
        self, text: str, noun: FacilityNoun, town: re.Match[str] | None
    ) -> Iterator[NamedHit]:
        """Yield a name that is no place's and no person's of the text: "at the Oudebrug prison".

        "Smalltown prison in Florida" may be that of a town no table knows.
        """
        if town and not self._is_town(town["place"]):
            return
        match = self._words.phrase_before.regex.search(
            text, max(0, noun.phrase - _REACH), noun.phrase
        )
        if match is None or not self._is_proper(match["name"]):
            return
        name = match["name"]
        before = re.finditer(rf"([A-Z][\w’'.-]*) {re.escape(name)}(?![\w-])", text)
        if all(lookup(first[1]) in self._opening for first in before):
            yield NamedHit(*match.span("name"), "facility.name.lowered", name, noun=noun)

    def _behind_article(self, start: int, end: int, text: str) -> tuple[int, str]:
        """Return where a name begins, and the name, without "The" at the start of a sentence."""
        first, _, rest = text[start:end].partition(" ")
        owns = first[-2:] in ("'s", "’s") and self._places.find(first[:-2])  # "Lima's La Roca"
        if rest and (owns or first.lower() in self._opening):
            return end - len(rest), rest
        return start, text[start:end]

    def _is_full(self, text: str, start: int, name: str) -> bool:
        """Tell "the Corrado Vassalli prison" from "the Islamic State prison" and a town's."""
        opens = (
            start == 0 or text[start - 2 : start] in (". ", "! ", "? ") or text[start - 1] == "\n"
        )
        opens = opens and not self._words.with_article.regex.match(name)
        if opens or self._words.of_a_body.regex.search(name) or name.isupper():
            return False
        words = [lookup(word) for word in name.split()]
        if any(word in self._not_a_name for word in words) or any(self._lexicon.find(name)):
            return False
        return not self._places.find(name)

    def _is_town(self, place: str) -> bool:
        """Tell a town from a state or country: "Holman prison in Alabama" may be a town's."""
        if self._places.wide(place):
            return False
        towns = {known.country for known in self._places.settlements(place)}
        return all(region.country in towns for region in self._places.regions(place))

    def _is_proper(self, name: str) -> bool:
        """Tell a proper name from a place's, a people's and a body's: "an Isfahan prison"."""
        if lookup(name) in self._not_a_name or name.isupper():
            return False
        if any(w.regex.search(name) for w in (self._words.of_a_people, self._words.of_a_body)):
            return False
        return not any(self._lexicon.find(name)) and not self._places.find(name)


def _names_one(text: str, noun: FacilityNoun) -> bool:
    """Tell whether a lower-case prison word may have its proper name before it."""
    if not noun.is_custodial or noun.plural or noun.entry.titled != "named":
        return False
    return text[noun.start].islower() and not quoted.NUMBER_FOLLOWS.match(text, noun.end)

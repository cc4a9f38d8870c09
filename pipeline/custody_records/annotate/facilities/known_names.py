"""Names that the gazetteer holds, and whether they mean the facility where they stand."""

import re
from collections.abc import Callable, Container, Iterator
from functools import cache

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.facilities import quoted
from custody_records.annotate.facilities.gazetteer import FacilityGazetteer, NameHit
from custody_records.annotate.facilities.list_rules import ListFile, any_of
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import NameWords
from custody_records.annotate.facilities.titled import TitledNames
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.text import CAPITALS

_REACH = 50  # characters between a prison word and a known name behind it
_BEFORE = 60  # characters before a name that tell it a place's or a facility's
_CITY = 100_000  # people of a town in which more is than its prison
# Between a name and its prison word; "Vahdat's prison" is the town's.
_GAP = re.compile(r"[”\"»]?[^\S\n]?-?")
_OPENS = re.compile(r"[^\S\n]?,?[^\S\n]?[«“\"„(]?")
_RULE = "facility.name.gazetteer"

# The countries that a text names, found when first asked for.
Named = Callable[[], Container[str | None]]


class KnownNames:
    """Reads the names of ``gazetteer.csv``."""

    def __init__(
        self,
        gazetteer: FacilityGazetteer,
        words: NameWords,
        titled: TitledNames,
        lists: ListFile,
        places: PlaceGazetteer,
        lexicon: CountryCues,
    ) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._words = words
        self._titled = titled
        self._places = places
        # "Silivri, Sincan and Bakırköy prisons": each of the list stands before the word.
        self._listed = re.compile(
            rf"(?:(?:, |,? (?:{any_of(lists.conjunctions)}) )[{CAPITALS}][\w’'-]+){{0,4}}[^\S\n]?"
        )

    def find(
        self, text: str, nouns: FacilityNouns, country_at: Callable[[int], str | None]
    ) -> Iterator[NamedHit]:
        """Yield every known name, and with a reason those that mean something else here.

        ``country_at`` tells the country that the text is about at a character.
        """
        named = cache(lambda: frozenset(cue.country for cue in self._lexicon.find(text)))
        for hit in self._gazetteer.names(text, country_at):
            country = country_at(hit.start)
            noun = self._beside(text, hit, nouns, country) or _within(hit, nouns, country)
            end, name = hit.end, hit.name
            if noun and self._ends_name(text, noun, end):
                end = self._titled.end(text, noun)
                name = text[hit.start : end]
            elif not noun and (told := self._words.numbered.regex.match(text[end : end + _REACH])):
                end += told.end()  # "Badr 1"
                name = text[hit.start : end]
            refused = self._refused(text, hit, noun, nouns, country, named)
            known = hit.known
            yield NamedHit(hit.start, end, _RULE, name, known.country, known, noun, refused=refused)

    def _ends_name(self, text: str, noun: FacilityNoun, end: int) -> bool:
        """Tell "Evin Prison" in capitals, which is a name as a whole."""
        titled = text[noun.start].isupper() and text[noun.phrase].isupper()
        return noun.start > end and titled and not self._titled.is_numbered(text, noun)

    def _refused(
        self,
        text: str,
        hit: NameHit,
        noun: FacilityNoun | None,
        nouns: FacilityNouns,
        country: str | None,
        named: Named,
    ) -> str | None:
        before = text[max(0, hit.start - _BEFORE) : hit.start]
        behind = text[hit.end : hit.end + _REACH]
        if self._words.other_thing.regex.match(behind):
            return "the name is a court's or a district's here"
        if self._words.local.regex.search(before):
            return "the name is a place's here"
        towns = hit.name in {hit.known.place, hit.known.region}
        if towns and before.endswith("("):
            return "the name is its town's in brackets"
        if hit.known.alone or noun or _is_quoted(text, hit, nouns):
            return None
        if towns:
            return "the name is its town's and no prison word stands beside it"
        held = self._words.held_before.regex.search(before)
        held = held or self._words.held_behind.regex.match(behind)
        if country not in (None, hit.known.country) and hit.known.country not in named():
            held = None  # a jail's name of a country that the text never names: "the Forest jail"
        if hit.known.country == country:  # "Boossa camp"
            held = held or self._words.its_camp.regex.match(behind)
        free = held or self._is_free(text, hit, nouns, country, named)
        if free or self._is_own(text, hit, nouns, country):
            return None
        return "the name is also a place's and no prison word stands beside it"

    def _is_free(
        self, text: str, hit: NameHit, nouns: FacilityNouns, country: str | None, named: Named
    ) -> bool:
        """Tell whether a name means the prison by itself: in a text of its country on detention.

        "Doctors at Korydallos"; of another country that the text names by custody; of a name that
        is also a town's "at" tells it, of a village's also what is done to those in custody: "taken
        to Korydallos".
        """
        before = text[max(0, hit.start - _BEFORE) : hit.start]
        behind = text[hit.end : hit.end + _REACH]
        words = self._words
        if not (words.free_before.regex.search(before) and words.free_behind.regex.match(behind)):
            return False
        custody = words.custody_before.regex.search(before) is not None
        near = nouns.speak_of_detention(hit.start, hit.end)
        if not (near or (custody and nouns.of_detention)):
            return False
        if hit.known.country != country and not (custody and hit.known.country in named()):
            return False
        is_own = not self._places.find(hit.name)
        prison = nouns.before(hit.start)
        if prison and words.lies_in.regex.match(text[prison.end : hit.start]):
            return is_own and custody
        if is_own:
            return True
        return words.at_it.regex.search(before) is not None or (custody and self._is_small(hit))

    def _is_own(self, text: str, hit: NameHit, nouns: FacilityNouns, country: str | None) -> bool:
        """Tell a name of several words that is no place's: "I know Padinska Skela"."""
        before = text[max(0, hit.start - _BEFORE) : hit.start]
        behind = text[hit.end : hit.end + _REACH]
        return (
            " " in hit.name
            and hit.known.country == country
            and nouns.speak_of_detention(hit.start, hit.end)
            and self._words.own_before.regex.search(before) is not None
            and self._words.free_behind.regex.match(behind) is not None
            and not self._places.find(hit.name)
        )

    def _is_small(self, hit: NameHit) -> bool:
        """Tell a prison's village from a city, in which one is also held: "Tocorón", "Jos"."""
        towns = self._places.settlements(hit.name)
        return all(t.population < _CITY for t in towns if t.country == hit.known.country)

    def _beside(
        self, text: str, hit: NameHit, nouns: FacilityNouns, country: str | None
    ) -> FacilityNoun | None:
        """Return the prison word beside a known name: "Evin prison", 'colony “Zhaslyk”'."""
        return (
            self._behind(text, hit, nouns, country)
            or self._ahead(text, hit, nouns)
            or self._explaining(text, hit, nouns)
        )

    def _explaining(self, text: str, hit: NameHit, nouns: FacilityNouns) -> FacilityNoun | None:
        """Return the prison word of an apposition: "Silivri, the vast prison west of Istanbul"."""
        noun = nouns.after(hit.end)
        if noun is None or noun.plural or not noun.is_custodial:
            return None
        between = text[hit.end : max(hit.end, noun.phrase)]
        if len(between) > _REACH or not self._words.apposes.regex.fullmatch(between):
            return None
        ends = self._words.apposed_after.regex.match(text[noun.end : noun.end + 12])
        return noun if ends else None

    def _ahead(self, text: str, hit: NameHit, nouns: FacilityNouns) -> FacilityNoun | None:
        before = nouns.before(hit.start)
        if before is None or not (before.is_custodial or hit.known.alone):
            return None
        if hit.start - before.end > _REACH:
            return None
        between = text[before.end : hit.start]
        # "the Midlands Prison, Portlaoise" tells the town
        apart = between.startswith(",") and text[before.start].isupper()
        if (_OPENS.fullmatch(between) and not apart) or self._words.known_as.regex.match(between):
            return before
        return None

    def _behind(
        self, text: str, hit: NameHit, nouns: FacilityNouns, country: str | None
    ) -> FacilityNoun | None:
        after = nouns.after(hit.end)
        alone = hit.known.alone
        if after is None:
            return None
        # "Xuan Loc Camp"
        titled = text[after.start].isupper() and after.kind != "medical"
        if not (after.is_custodial or alone or (titled and hit.known.country == country)):
            return None
        gap = self._listed if after.plural else _GAP
        if after.phrase - hit.end > _REACH or not gap.fullmatch(
            text, hit.end, max(hit.end, after.phrase)
        ):
            return None
        return after if alone or not quoted.NUMBER_FOLLOWS.match(text, after.end) else None


def _within(hit: NameHit, nouns: FacilityNouns, country: str | None) -> FacilityNoun | None:
    """Return the prison word that a name of the story's country ends in: "Seydi Labour Camp"."""
    noun = nouns.before(hit.end)
    if noun is None or noun.end != hit.end or noun.start <= hit.start:
        return None
    return noun if hit.known.alone or hit.known.country == country else None


def _is_quoted(text: str, hit: NameHit, nouns: FacilityNouns) -> bool:
    """A quoted name in a text on detention is no town: «Белый лебедь», “Zhaslyk”."""
    return (
        text[hit.start - 1 : hit.start] in tuple('“"«„')
        and text[hit.end : hit.end + 1] in tuple('”"»“')
        and nouns.speak_of_detention(hit.start, hit.end)
    )

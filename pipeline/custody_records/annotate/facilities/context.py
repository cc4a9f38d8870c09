"""What is said of a facility beside its code or name: its kind and its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.facilities.family import adjacent_after, adjacent_before
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns
from custody_records.annotate.places.gazetteer import PlaceGazetteer

_APPOSITION_REACH = 70  # characters to a prison word in apposition
_SENTENCE_REACH = 220  # characters back to the town that opens a sentence
_SHORTEST_TOWN = 4  # letters; shorter names of towns are also other words
_DIGIT = re.compile(r"\d")  # "the Zhaslyk colony (UYa-64/71)"


@dataclass(frozen=True, slots=True)
class MentionContext:
    """What the surroundings of one mention say; None where they say nothing."""

    noun: FacilityNoun | None = None
    place: str | None = None


class Surroundings:
    """Reads the surroundings of mentions in one text.

    ``country_at`` tells the country that the text is about at a character.
    """

    def __init__(
        self,
        text: str,
        nouns: FacilityNouns,
        lexicon: CountryCues,
        rules: FacilityRules,
        places: PlaceGazetteer,
        country_at: Callable[[int], str | None],
    ) -> None:
        self._text = text
        self._places = places
        self._country_at = country_at
        self._not_a_place = rules.words.not_a_place
        self._also_places = rules.words.also_places
        self._place_endings = rules.words.place_endings
        self.words = rules.surroundings
        self._nouns = nouns
        self._lexicon = lexicon

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words that the text itself shows to be places: "in X", "the town of X"."""
        return frozenset(told["place"] for told in self.words.told.regex.finditer(self._text))

    def of(self, start: int, end: int, own: FacilityNoun | None = None) -> MentionContext:
        """Return what is said of the mention ``[start, end)``; ``own`` is a prison word in it."""
        text = self._text
        # "Insein Prison, Obo Prison": the prison word before is another name's
        before = None if own else adjacent_before(text, start, self._nouns)
        after = adjacent_after(text, end, self._nouns)
        reach = after.end if after else end
        place = self.place_after(reach)
        apposed = None
        # "Shanghai's Tilanqiao Prison, a black jail in Hebei": the owner tells more
        place = place or self.owner(before.phrase if before else start)
        match = self.words.apposition.regex.match(text, reach)
        if match:
            apposed, inner = self._apposed(match)
            place = place or inner
        place = (
            place
            or self._behind_comma(reach)
            or self._beside(reach)
            or self._before(before.phrase if before else start, end)
        )
        introducing = None if before else self._introducing(start)
        if introducing:
            place = place or self.place_after(introducing.end)
        nouns = [noun for noun in (own, before, after, apposed, introducing) if noun]
        return MentionContext(_most_specific(nouns), place)

    def place_of(self, noun: FacilityNoun, name: str) -> str | None:
        """Return the place of "the Tashkent prison" or "the prison in Arkalyk".

        "Evin prison" is in no place "Evin", though men are held "in Evin": a word of the
        facility's own ``name`` is none.
        """
        owner = self.owner(noun.phrase)
        return self.place_after(noun.end) or (None if owner in name.split() else owner)

    def _introducing(self, start: int) -> FacilityNoun | None:
        """Return the prison word of "a pre-trial centre in Izhevsk (SIZO-1)"."""
        noun = self._nouns.before(start)
        if noun is None or not noun.is_custodial or start - noun.end > _APPOSITION_REACH:
            return None
        match = self.words.place.regex.match(self._text, noun.end, start)
        between = self._text[match.end() : start] if match else ""
        return noun if self.words.introduces.regex.fullmatch(between) else None

    def _apposed(self, match: re.Match[str]) -> tuple[FacilityNoun | None, str | None]:
        """Return the prison word in apposition and the place said of it."""
        noun = self._nouns.after(match.start())
        if noun is None or noun.phrase > match.start() + _APPOSITION_REACH:
            return None, None
        between = self._text[match.start() : noun.phrase]
        found = self.words.apposition.regex.fullmatch(between)
        if found is None or not noun.is_custodial:
            return None, None
        place = found["place"]
        if place and not self._is_place(place):
            place = None
        return noun, place or self.place_after(noun.end)

    def place_after(self, position: int) -> str | None:
        """Return the place that is told right after a position ("in the town of Arshaly")."""
        text = self._text
        if text[position : position + 1] in '”"»)':
            position += 1
        town = self.words.of_town.regex.match(text, position)
        if town and (told := self._told_place(town["place"], position)):
            return told
        match = self.words.place.regex.match(text, position)
        noun = self._nouns.after(match.end()) if match else None
        if match is None or (noun and noun.phrase <= match.end() + 1):
            return None  # "at Insein Prison"
        place = self._trimmed(match["place"])
        return place if place and self._is_place(place) else None

    def _trimmed(self, words: str) -> str:
        """Return a place without the capitalised words that only follow it.

        "Bishkek President Japarov" is Bishkek, "Tashkent City Court" no place (see _is_place).
        """
        # "Chechnya's Chernokozovo village": the place, not its owner.
        owner = self.words.owner_first.regex.match(words)
        words = words[owner.end() :] if owner else words
        known = next((c for c in self._lexicon.find(words) if c.start == 0), None)
        region = self.words.region_behind.regex.search(words)
        if known and known.kind == "cue" and not region:
            return words[: known.end]
        kept = words.split()[:1]
        for index, word in enumerate(words.split()[1:], start=2):
            ends = index == len(words.split()) and word in self._place_endings
            if word in self._not_a_place and not ends:
                break
            kept.append(word)
        return " ".join(kept)

    def owner(self, position: int) -> str | None:
        """Return a known place that stands before the phrase as its adjective or owner."""
        match = self.words.owner.regex.search(self._text, max(0, position - 40), position)
        if match is None:
            return None
        word = self.words.possessed.regex.sub("", match["place"])
        owned = word != match["place"] and len(word) >= _SHORTEST_TOWN
        if owned and self._is_place(word) and self._places.settlements(word):
            return word  # "Taganrog's SIZO-2", in a story of Ukraine too
        return self._told_place(word, position)

    def _told_place(self, word: str, position: int) -> str | None:
        """Return a word if the table of countries or the text itself shows it to be a place."""
        cues = list(self._lexicon.find(word))
        if word.isupper():  # "the FSIN SIZO No. 2"
            return None
        if any(c.kind == "cue" and c.end - c.start == len(word) for c in cues):
            return word
        told = word in self._told or self._is_town(word, position)
        return word if told and self._is_place(word) else None

    def _is_town(self, word: str, position: int) -> bool:
        """Tell whether the story's country has a settlement of a name: "Xi'an No. 2 Prison"."""
        country = self._country_at(position)
        if country is None or len(word) < _SHORTEST_TOWN:
            return False
        return any(town.country == country for town in self._places.settlements(word))

    def _behind_comma(self, position: int) -> str | None:
        """Return the town or region of "Kot Lakhpat Jail, Lahore"."""
        match = self.words.comma_town.regex.match(self._text, position)
        if match is None:
            return None
        place = match["place"]
        regions = self._places.regions(place)  # "Penor Prison, Pahang"
        country = self._country_at(position)
        if self.words.region_behind.regex.search(place) or any(
            region.country == country for region in regions
        ):
            return place if self._is_place(place) else None
        return self._told_place(place, position)

    def _before(self, position: int, end: int) -> str | None:
        """Return the place that stands before: "in Hanoi, in Detention Centre No. 2"."""
        match = self.words.town_before.regex.search(self._text, max(0, position - 60), position)
        if match and match["inner"]:
            place = self._trimmed(match["place"])
            return place if self._is_place(place) else None
        if match and (match["again"] or _DIGIT.search(self._text, position, end)):
            # "to Narva, to Prison No. 3", "to Narva, IK-3": the number is no list's next town
            place = match["place"]
            known = self._places.settlements(place) or self._places.regions(place)
            if known and self._is_place(place):
                return place
        return self._of_sentence(position)

    def _of_sentence(self, position: int) -> str | None:
        """Return the town that opens the sentence: "In Perm, inmates of colony IK-9"."""
        before = max(0, position - _SENTENCE_REACH), position
        match = self.words.sentence_in.regex.search(self._text, *before)
        if match is None or self.words.speech.regex.search(match["between"]):
            return None
        place = self._trimmed(match["place"])
        sure = not match["far"] or self._is_town(place, position)
        return place if sure and self._is_place(place) else None

    def _beside(self, position: int) -> str | None:
        """Return a place that directly follows a code: "IK-2 Pokrov"."""
        match = self.words.beside.regex.match(self._text, position)
        return self._told_place(match["place"], position) if match else None

    def _is_place(self, name: str) -> bool:
        """Refuse months, institutions and countries: the place is a settlement or a region."""
        if name.split()[0] in self._not_a_place or name.isupper() or _DIGIT.search(name):
            return False
        if name in self._also_places:
            return True
        # "Kazakhstan" is told by the country, "Russian-language" is an adjective.
        return not any(
            cue.start == 0 and (cue.kind == "adjective" or cue.end == len(name))
            for cue in self._lexicon.find(name)
            if cue.kind != "cue"
        )


def _most_specific(nouns: list[FacilityNoun]) -> FacilityNoun | None:
    """Return a noun with a kind, a more specific one than "prison" if there is one."""
    with_kind = [noun for noun in nouns if noun.kind]
    return next((h for h in with_kind if not h.generic), with_kind[0] if with_kind else None)

"""Names in capitals that end in their prison word: "Urmia Prison", "Seydi Labour Camp"."""

import calendar
import re
from collections.abc import Callable, Container, Iterator

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.facilities import quoted
from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, SLASH, SPACE
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.number_hit import DIGITS, NUMBER_ENDS, PLAIN
from custody_records.annotate.facilities.rules import NameFile
from custody_records.annotate.facilities.words import FacilityNoun
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.text import CAPITALS
from custody_records.contract.fold import lookup

_NEXT_WORD = re.compile(r"[^\S\n](?P<word>[A-Z][\w’'-]*)")
_CODE_FOLLOWS = re.compile(rf"{SPACE}[A-Z][A-Za-z]{{0,2}}(?:[- ]?\d{{1,3}}|-[A-Z]){SLASH}\d")
_REACH = 90  # characters in which a name stands before its prison word
_LINE = 300  # characters of a line that tell whether it is a headline
_ARTICLE = 12  # characters before a name in which its article stands
_WORDS_OF_NAME = 5
_OWN_NUMBER = re.compile(
    rf"(?:{DASH}|{SPACE}(?P<sign>{NUMBER_SIGN}{SPACE}?)?){DIGITS}{NUMBER_ENDS}"
)
_NUMBERED = re.compile(r"[N№]-?\d{1,3}")
_DAYS = frozenset(calendar.day_name)


class TitledNames:
    """Reads the name that a capitalised prison word ends."""

    def __init__(
        self,
        names: NameFile,
        lexicon: CountryCues,
        places: PlaceGazetteer,
        names_whole: Callable[[str | None], bool],
    ) -> None:
        """``names_whole``: whether a country's prisons go by whole names, not by numbers."""
        self._names = names
        self._names_whole = names_whole
        self._places = places
        # "William E. Donaldson", "St. Clair"
        word = (
            rf"(?:(?:[A-Z]|{'|'.join(names.abbreviated)})\.|[{CAPITALS}А-ЯЁҚӘІ][\w’'-]*"
            rf"|\d{{1,2}}(?:th{SPACE}of)?)"
        )
        # "Strict and Medium Regime Prison": two types are one name.
        types = sorted(each.title() for each in names.types if each.isalpha())
        behind = "|".join(f"(?<={each} )" for each in types)
        both = rf"(?:{behind})(?:{'|'.join(names.joining)})(?= (?:{'|'.join(types)}) )"
        # Capitalised words to the left of a capitalised prison word, at most eight.
        self._capitals_before = re.compile(
            rf"(?:(?<![\w.-])(?:{word}|(?:{'|'.join(names.particles)})(?:-[A-Z][\w’'‘-]*)?|{both})"
            rf"{SPACE}){{1,8}}$"
        )
        self._lexicon = lexicon

    def of(self, text: str, noun: FacilityNoun, country: str | None) -> Iterator[NamedHit]:
        """Yield the name that ends in a prison word, if there is one; ``country`` is the text's."""
        if not text[noun.start].isupper() or not text[noun.start].isascii():
            return
        # "Ksani Prison No. 15" is known by its number, "Seydi Labour Camp LB-E/12" by both.
        coded = _CODE_FOLLOWS.match(text, noun.end)
        numbered = not coded and self.is_numbered(text, noun)
        own = self._own_number(text, noun, country) if numbered else None
        if noun.plural or (numbered and own is None) or not _is_specific(noun):
            return
        before = self._capitals_before.search(text, max(0, noun.start - _REACH), noun.start)
        end = own or self.end(text, noun)
        following = _NEXT_WORD.match(text, end)
        # "Federal Prison Service", "Prison Break": the prison word belongs to a longer name.
        goes_on = following and not coded and following["word"] not in _DAYS
        if before is None or goes_on or _shouts(text, before.start(), end):
            return
        start, words = self._trimmed(text, before)
        if self._has_number(text, start, words, noun, country):
            return
        told = " " in text[noun.start : end] or self._names_whole(country)
        graded, typed = self._is_graded(words), self._is_typed(text, start, words, noun)
        if graded or typed:
            lies = self._names.words.graded_town if graded else self._names.words.of_its_town
            town = lies.regex.match(text[end : end + 40])
            end += town.end() if town else 0
        named = typed or self._makes_name(words, noun, told=told)
        if named and not _is_headline(text, start, end):
            yield NamedHit(start, end, "facility.name.titled", text[start:end], noun=noun)

    def _has_number(
        self, text: str, start: int, words: list[str], noun: FacilityNoun, country: str | None
    ) -> bool:
        """Tell "N15 Penitentiary Establishment", which goes by its number."""
        if any(_NUMBERED.fullmatch(word) for word in words):
            return True
        number = text.find(PLAIN.strip(), start, noun.phrase)
        whole = self._names_whole(country)
        return number >= 0 and not within_name(text, noun, number, self._names.opening, whole=whole)

    def _own_number(self, text: str, noun: FacilityNoun, country: str | None) -> int | None:
        """Return where the number ends that is part of a name: "Obodo Central Jail-2".

        None in countries that number their institutions ("Ksani Prison No. 15"), and of a numbered
        jail within a complex ("Tihar Jail No. 4").
        """
        if not self._names_whole(country):
            return None
        number = _OWN_NUMBER.match(text, noun.end)
        if number is None or (number["sign"] and noun.phrase == noun.start):
            return None
        return number.end()

    def end(self, text: str, noun: FacilityNoun) -> int:
        """Return where the name ends that a prison word is in: "... Prison for Women"."""
        tail = self._names.words.tail.regex.match(text[noun.end : noun.end + 40])
        return noun.end + tail.end() if tail else noun.end

    def is_numbered(self, text: str, noun: FacilityNoun) -> bool:
        """Tell "Ksani Prison No. 15" from "in Obo Prison 60 women began a fast"."""
        if not quoted.NUMBER_FOLLOWS.match(text, noun.end):
            return False
        return not self._names.words.counted_follows.regex.match(text[noun.end : noun.end + 40])

    def _makes_name(self, words: list[str], noun: FacilityNoun, *, told: bool) -> bool:
        """Tell whether the words before a prison word make a proper name of it."""
        # "New Wave of Prison Rebellions": the prison word is no part of what stands before.
        if not words or words[-1].islower():
            return False
        own = [w for w in words if lookup(w) not in self._names.not_a_name and not w[0].isdigit()]
        # "the U.S. Penitentiary" is no "S. Penitentiary".
        if not any(len(word) > 2 for word in own):
            return self._is_graded(words)
        particle = own[0].partition("-")[0] in self._names.particles  # "al-Hout"
        if not (own[0][0].isupper() or particle):
            return False
        return self._is_own(own, words, noun, told=told)

    def _is_typed(self, text: str, start: int, words: list[str], noun: FacilityNoun) -> bool:
        """Tell "the Regional Prison in Dagua", which has no name but its type.

        Where a fuller name ends so ("Dagua Regional Prison"), that is the one meant.
        """
        if not self._are_types(words):
            return False
        if not self._names.words.the_one.regex.search(text, max(0, start - _ARTICLE), start):
            return False
        if self._names.words.goes_on.regex.match(text[noun.end : noun.end + _ARTICLE]):
            return False
        own = re.escape(text[start : noun.end])
        fuller = re.finditer(rf"(?P<word>[{CAPITALS}][\w’'-]*)[^\S\n]{own}", text)
        return all(lookup(each["word"]) in self._names.opening for each in fuller)

    def _are_types(self, words: list[str]) -> bool:
        return bool(words) and all(lookup(word) in self._names.types for word in words)

    def _is_graded(self, words: list[str]) -> bool:
        """Tell the words of "the Medium Security Custodial Centre", "the High Security Prison"."""
        return len(words) > 1 and all(lookup(word) in self._names.grades for word in words)

    def _trimmed(self, text: str, before: re.Match[str]) -> tuple[int, list[str]]:
        """Drop what opens the phrase and belongs to no name: "The", "At", "Ward 15 of"."""
        start, end = before.span()
        start = self._behind_openers(text, start, end)
        ward = self._names.words.ward.regex.match(text[start:end])
        if ward:
            start = self._behind_openers(text, start + ward.end(), end)
        return self._without_owner(text, start, text[start:end].split())

    def _behind_openers(self, text: str, start: int, end: int) -> int:
        words = text[start:end].split()
        while words and (
            lookup(words[0]) in self._names.opening
            or self._is_owner(words)
            or self._names.words.attributive.regex.match(words[0])
        ):
            start = text.index(words[1], start + len(words[0])) if words[1:] else end
            words = words[1:]
        return start

    def _is_owner(self, words: list[str]) -> bool:
        """Tell "Assad's" from what is of the name: "Women's", "Hawke's Bay"."""
        owns = words[0][-2:] in ("'s", "’s") and not words[0].startswith(self._names.gendered)
        return owns and not self._places.find(" ".join(words[:2]))

    def _without_owner(self, text: str, start: int, words: list[str]) -> tuple[int, list[str]]:
        """Drop the owner in "Hong Kong's Stanley Prison", "Fort Leavenworth's ... Barracks"."""
        for index, word in enumerate(words[:-1]):
            owner = " ".join(words[: index + 1])
            # "Yarl's Wood" and "Women's Prison" stay whole, and "St. Paul's Prison".
            saint = words[0] in self._names.saintly
            town = index > 0 and not saint and not word.startswith(self._names.gendered)
            if word[-2:] in ("'s", "’s") and (self._lexicon.is_cue(owner[:-2]) or town):
                words = words[index + 1 :]
                return text.index(words[0], start + len(owner)), words
        return start, words

    def _is_own(self, own: list[str], words: list[str], noun: FacilityNoun, *, told: bool) -> bool:
        """A name that is only a country, a nationality, or one city before a bare noun is none.

        "Kazakh Prison" and "Minsk Prison" are none, "Baghdad Central Prison" and "Bangkok Remand
        Prison" are: ``told`` by several words or in a country whose prisons go so.
        """
        cues = list(self._lexicon.find(" ".join(own)))
        whole = sum(cue.end - cue.start for cue in cues) >= len(" ".join(own)) - len(own) + 1
        if not whole:
            return True
        if any(cue.kind != "cue" for cue in cues):  # "Belize Central Prison"
            named = all(cue.kind == "name" for cue in cues) and own[0].istitle()
            return named and words[0] == own[0] and self._are_types(words[len(own) :])
        return len(words) > len(own) or told or noun.entry.titled == "always"


def _is_specific(noun: FacilityNoun) -> bool:
    """Tell "Seydi Penal Colony" from Delhi's quarter "Geeta Colony"."""
    return noun.entry.titled != "modified" or noun.plain or noun.kind != noun.entry.kind


def within_name(
    text: str, noun: FacilityNoun, start: int, opening: Container[str], *, whole: bool = False
) -> bool:
    """Tell whether a number at ``start`` is in a name: "Bursa No. 1 High Security Prison".

    "Tbilisi No. 8 Prison" goes by its number, as does what only ``opening`` words stand before;
    not where the country's prisons go by ``whole`` names: "Shenyang No. 1 Prison".
    """
    typed = text[noun.phrase].isupper() and text[noun.start].isupper()
    typed = typed and (whole or noun.phrase < noun.start)
    town = text[max(0, start - _REACH) : start].rstrip().rpartition(" ")[2] if typed else ""
    return town[:1].isupper() and town.isalpha() and lookup(town) not in opening


def _shouts(text: str, start: int, end: int) -> bool:
    """Tell a line in capitals, "DINOSAUR OF A JAIL", in which no capital marks a name."""
    line = text[text.rfind("\n", 0, start) + 1 : (text + "\n").index("\n", end)]
    return line.isupper() and len(line) < _REACH


def _is_headline(text: str, position: int, stop: int) -> bool:
    """Tell whether most longer words of the line are capitalised, as in a headline.

    A line with little more than the name ``[position, stop)`` is a row or a heading.
    """
    line_start = text.rfind("\n", max(0, position - _LINE), position) + 1
    line_start = line_start or max(0, position - _LINE)
    line_end = text.find("\n", position, position + _LINE)
    line = text[line_start : line_end if line_end >= 0 else position + _LINE].rstrip()
    if line.endswith((".", "!", "?", ":", ";")):
        return False
    around = line[: max(0, position - line_start)] + line[stop - line_start :]
    row = not re.search(r"[^\W\d_]{4,}\W+[^\W\d_]{4,}", around) and len(around) < _REACH
    if row and text.count(" ", position, stop) < _WORDS_OF_NAME:
        return False
    words = re.findall(r"[^\W\d_]{4,}", line[:_LINE])
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.8 * len(words)

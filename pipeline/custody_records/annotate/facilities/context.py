"""What is said of a facility beside its code or name: its kind and its place."""

import re
from dataclasses import dataclass
from functools import cached_property

from custody_records.annotate.country.evidence import Lexicon
from custody_records.annotate.facilities.family import adjacent_after, adjacent_before
from custody_records.annotate.facilities.letters import SPACE
from custody_records.annotate.facilities.words import Head, Heads

_CAPITAL = r"[A-ZÀ-ÞÄÖÜŞİ][\w’'-]*[^\W_]"
_PARTICLE = r"(?:del?|dell[ae]|di|da|dos?|du|des|las?|los|le|al|el|upon|sur)"
_REGION_WORD = r"(?:[Rr]egion|[Oo]blast|[Pp]rovince|[Dd]istrict|[Kk]rai|[Cc]ounty|[Rr]epublic)"
# "in the northern city of Khujand", "near Almaty", "in Granitny", "for Vladimir region"; "of" only
# before a generic word, or it would be the owner ("of the Ministry of Justice").
_PLACE = re.compile(
    rf"(?:{SPACE}of{SPACE}(?:the{SPACE})?(?:G?UFSIN|FSIN)(?:{SPACE}of{SPACE}Russia)?)?"
    rf"(?:,?{SPACE})?(?:\(|(?:(?:which|that){SPACE})?(?:(?:is|was){SPACE})?"
    rf"(?:(?:also|now){SPACE})?(?:(?:located|situated|based|held|stands|lies|standing){SPACE})?)?"
    rf"(?:(?:in|near|outside|at|around|within|close{SPACE}to|not{SPACE}far{SPACE}from|for"
    rf"|on{SPACE}the{SPACE}(?:outskirts|edge){SPACE}of"
    rf"|(?:(?:about|around|roughly|some){SPACE})?(?:\d+{SPACE}(?:km|kilomet(?:er|re)s|miles){SPACE})?"
    rf"(?:(?:north|south|east|west)(?:-?(?:east|west))?{SPACE}of|from)){SPACE}"
    rf"|(?=of{SPACE}(?:the{SPACE})?(?:city|town|village|settlement|region))of{SPACE}|(?<=\())"
    # "in Kazakhstan's northern city of X", "in the village, X"; not "in X village, Y region"
    rf"(?:the{SPACE})?(?:(?:[\w’'-]+{SPACE}){{0,3}}?"
    rf"(?:city|town|village|settlement|township|capital|port|suburb){SPACE}of{SPACE}"
    rf"|(?:[a-z][\w’'-]*{SPACE}){{0,3}}?"
    rf"(?:city|town|village|settlement|township|capital|port|suburb),?{SPACE}"
    rf"|(?:[a-z][a-z-]+{SPACE}){{0,2}}?)"
    rf"(?P<place>{_CAPITAL}(?:{SPACE}(?:{_PARTICLE}{SPACE}){{0,2}}{_CAPITAL}){{0,3}}"
    rf"(?:{SPACE}{_REGION_WORD})?)(?![\w’'-])"
)
# "Navoi colony 64/47", "Khujand's penal colony 3/3", "the Khujand-based men's penal colony 3/19".
_OWNER = re.compile(rf"(?<![\w-])(?P<place>{_CAPITAL})(?:['’]s|-based)?{SPACE}$")
_BESIDE = re.compile(rf"{SPACE}(?P<place>{_CAPITAL})(?!{SPACE}[A-Z])(?![\w’'-])")
# A prison word in apposition: "AK-159/6, a high-security prison"; "No. 1, as the Atbasar colony".
_APPOSITION = re.compile(
    rf"(?:,|{SPACE}is|{SPACE}was|{SPACE}[-–—]{{1,2}}|{SPACE}\(){SPACE}?(?:as{SPACE})?"
    rf"(?:a|an|the|one{SPACE}of{SPACE}the){SPACE}(?:(?P<place>{_CAPITAL}){SPACE})?"
    rf"(?:[a-z][\w’'-]*{SPACE}){{0,3}}"
)
_APPOSITION_REACH = 70
# "a pre-trial centre in Izhevsk (SIZO-1)", "the colony in Zarechny, known as LA-155/14"
_INTRODUCES = re.compile(
    rf"{SPACE}?[(,]{SPACE}?(?:(?:also{SPACE})?(?:known{SPACE}as|called){SPACE}(?:the{SPACE})?)?[“\"«]?"
)
# "SIZO-6 of Angarsk": the town, if the text tells or everybody knows that it is one
_OF_TOWN = re.compile(rf"{SPACE}of{SPACE}(?P<place>{_CAPITAL})(?!{SPACE}[A-Z])(?![\w’'-])")
_SPEECH = re.compile(
    r"\b(?:said|says|told|tells|spoke|speaks|asked|wrote|reported|claimed|court|lawyer|ombudsman"
    r"|ministry|officials?|president|relatives?|mother|wife|protest\w*|rally|rallied)\b"
)
_TOLD = re.compile(
    rf"(?:\b[Ii]n|\bnear|(?:town|city|village|settlement){SPACE}of){SPACE}(?P<place>{_CAPITAL})(?!\w)"
)
# "in Hanoi, in Detention Centre No. 2": the town before; "In Perm, inmates of colony IK-9".
_TOWN_BEFORE = re.compile(
    rf"\b(?:in|near|outside){SPACE}(?P<place>{_CAPITAL}(?:{SPACE}{_CAPITAL})?),{SPACE}(?:in|at|inside){SPACE}"
    rf"(?:the{SPACE}|a{SPACE})?$"
)
_SENTENCE_IN = re.compile(
    rf"(?:^|[\n.!?]{SPACE}?)In{SPACE}(?P<place>{_CAPITAL}(?:{SPACE}{_CAPITAL})?),{SPACE}(?P<between>[^.!?;:,\n]{{0,50}})$"
)
_DIGIT = re.compile(r"\d")  # "the Zhaslyk colony (UYa-64/71)"


@dataclass(frozen=True, slots=True)
class Said:
    """What the surroundings of one mention say; None where they say nothing."""

    head: Head | None = None
    place: str | None = None


class Surroundings:
    """Reads the surroundings of mentions in one text."""

    def __init__(
        self, text: str, heads: Heads, lexicon: Lexicon, not_a_place: frozenset[str]
    ) -> None:
        self._text = text
        self._not_a_place = not_a_place
        self._heads = heads
        self._lexicon = lexicon

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words that the text itself shows to be places: "in X", "the town of X"."""
        return frozenset(told["place"] for told in _TOLD.finditer(self._text))

    def of(self, start: int, end: int, own: Head | None = None) -> Said:
        """Return what is said of the mention ``[start, end)``; ``own`` is a prison word in it."""
        text = self._text
        before = adjacent_before(text, start, self._heads)
        after = adjacent_after(text, end, self._heads)
        reach = after.end if after else end
        place = self.place_after(reach)
        apposed = None
        # "Shanghai's Tilanqiao Prison, a black jail in Hebei": the owner tells more
        place = place or self._owner(before.phrase if before else start)
        match = _APPOSITION.match(text, reach)
        if match:
            apposed, inner = self._apposed(match)
            place = place or inner
        place = place or self._beside(reach) or self._before(before.phrase if before else start)
        introducing = None if before else self._introducing(start)
        if introducing:
            place = place or self.place_after(introducing.end)
        heads = [head for head in (own, before, after, apposed, introducing) if head]
        return Said(_most_telling(heads), place)

    def place_of(self, head: Head, name: str) -> str | None:
        """Return the place of "the Tashkent prison" or "the prison in Arkalyk".

        "Evin prison" is in no place "Evin", though men are held "in Evin": a word of the
        facility's own ``name`` is none.
        """
        owner = self._owner(head.phrase)
        return self.place_after(head.end) or (None if owner in name.split() else owner)

    def _introducing(self, start: int) -> Head | None:
        """Return the prison word of "a pre-trial centre in Izhevsk (SIZO-1)"."""
        head = self._heads.before(start)
        if head is None or not head.detains or start - head.end > _APPOSITION_REACH:
            return None
        match = _PLACE.match(self._text, head.end, start)
        between = self._text[match.end() : start] if match else ""
        return head if _INTRODUCES.fullmatch(between) else None

    def _apposed(self, match: re.Match[str]) -> tuple[Head | None, str | None]:
        """Return the prison word in apposition and the place said of it."""
        head = self._heads.after(match.start())
        if head is None or head.phrase > match.start() + _APPOSITION_REACH:
            return None, None
        between = self._text[match.start() : head.phrase]
        found = _APPOSITION.fullmatch(between)
        if found is None or not head.detains:
            return None, None
        place = found["place"]
        if place and not self._is_place(place):
            place = None
        return head, place or self.place_after(head.end)

    def place_after(self, position: int) -> str | None:
        """Return the place that is told right after a position ("in the town of Arshaly")."""
        text = self._text
        if text[position : position + 1] in '”"»)':
            position += 1
        town = _OF_TOWN.match(text, position)
        if town and (told := self._told_place(town["place"])):
            return told
        match = _PLACE.match(text, position)
        place = self._trimmed(match["place"]) if match else None
        return place if place and self._is_place(place) else None

    def _trimmed(self, words: str) -> str:
        """Return a place without the capitalised words that only follow it.

        "Bishkek President Japarov" is Bishkek, "Tashkent City Court" no place (see _is_place).
        """
        # "Chechnya's Chernokozovo village": the place, not its owner.
        owner = re.match(rf"{_CAPITAL}(?<=['’]s){SPACE}(?=[A-Z])", words)
        words = words[owner.end() :] if owner else words
        known = next((c for c in self._lexicon.find(words) if c.start == 0), None)
        region = re.search(rf"{SPACE}{_REGION_WORD}$", words)
        if known and known.kind == "cue" and not region:
            return words[: known.end]
        kept = words.split()[:1]
        for word in words.split()[1:]:
            if word in self._not_a_place:
                break
            kept.append(word)
        return " ".join(kept)

    def _owner(self, position: int) -> str | None:
        """Return a known place that stands before the phrase as its adjective or owner."""
        match = _OWNER.search(self._text, max(0, position - 40), position)
        if match is None:
            return None
        word = re.sub(r"(?:['’]s|-based)$", "", match["place"])
        return self._told_place(word)

    def _told_place(self, word: str) -> str | None:
        """Return a word if the table of countries or the text itself shows it to be a place."""
        cues = list(self._lexicon.find(word))
        if word.isupper():  # "the FSIN SIZO No. 2"
            return None
        if any(c.kind == "cue" and c.end - c.start == len(word) for c in cues):
            return word
        return word if word in self._told and self._is_place(word) else None

    def _before(self, position: int) -> str | None:
        """Return the place that stands before: "in Hanoi, in Detention Centre No. 2"."""
        match = _TOWN_BEFORE.search(self._text, max(0, position - 60), position)
        if match is None:
            match = _SENTENCE_IN.search(self._text, max(0, position - 110), position)
            if match is None or _SPEECH.search(match["between"]):
                return None
        place = self._trimmed(match["place"])
        return place if self._is_place(place) else None

    def _beside(self, position: int) -> str | None:
        """Return a place that directly follows a code: "IK-2 Pokrov"."""
        match = _BESIDE.match(self._text, position)
        return self._told_place(match["place"]) if match else None

    def _is_place(self, name: str) -> bool:
        """Refuse months, institutions and countries: the place is a settlement or a region."""
        if name.split()[0] in self._not_a_place or name.isupper() or _DIGIT.search(name):
            return False
        # "Kazakhstan" is told by the country, "Russian-language" is an adjective.
        return not any(
            cue.start == 0 and (cue.kind == "adjective" or cue.end == len(name))
            for cue in self._lexicon.find(name)
            if cue.kind != "cue"
        )


def _most_telling(heads: list[Head]) -> Head | None:
    """Return a head with a kind, a more telling one than "prison" if there is one."""
    telling = [head for head in heads if head.kind]
    return next((h for h in telling if not h.generic), telling[0] if telling else None)

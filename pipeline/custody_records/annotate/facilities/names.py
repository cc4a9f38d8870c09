"""Facilities by proper name: known ones, quoted ones, "Xyz Prison", zones, HMP and FCI."""

import calendar
import re
from collections.abc import Iterator

from custody_records.annotate.country.evidence import Lexicon
from custody_records.annotate.facilities import quoted
from custody_records.annotate.facilities.family import adjacent_after
from custody_records.annotate.facilities.gazetteer import Gazetteer, NameHit
from custody_records.annotate.facilities.letters import NUMBER_SIGN, SPACE
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.annotate.facilities.words import Head, Heads, speaks_of_detention
from custody_records.annotate.places.gazetteer import Gazetteer as Places

# "William E. Donaldson", "St. Clair"
_NAME_WORD = r"(?:(?:[A-Z]|St|Ste|Mt|Ft)\.|[A-ZÀ-ÞА-ЯЁҚӘІ][\w’'-]*|\d{1,2})"
_KNOWN_AS = re.compile(
    rf"(?:{SPACE}{NUMBER_SIGN}{SPACE}?\d{{1,3}})?"
    rf"(?:{SPACE}in{SPACE}[A-Z][\w-]+)?{SPACE}?,?{SPACE}?(?:\w+{SPACE})?"
    rf"(?:known(?:{SPACE}(?:among|to|by){SPACE}[a-z]+)? as|called|nicknamed|dubbed|named){SPACE}"
    rf"(?:the{SPACE})?[“\"«]?$"
)
# Capitalised words to the left of a capitalised prison word, at most six.
_CAPITALS_BEFORE = re.compile(
    rf"(?:(?<![\w.-])(?:{_NAME_WORD}|(?:al|el|de|du|la|of)(?:-[A-Z]\w*)?){SPACE})"
    rf"{{1,6}}$"
)
# What a name may have behind its prison word: "Julia Tutwiler Prison for Women".
_TAIL = re.compile(r"[^\S\n](?:Complex|for (?:Wom|M)en)(?![\w’'-])")
_NEXT_WORD = re.compile(r"[^\S\n](?P<word>[A-Z][\w’'-]*)")
# "the prison, known as CECOT": a name without quotes; what is somebody's is none.
_CALLED = re.compile(
    rf"(?:{SPACE}{NUMBER_SIGN}{SPACE}?\d{{1,3}})?"
    rf"(?:{SPACE}(?:in|near|outside){SPACE}[A-Z][\w-]+)?,?{SPACE}(?:which{SPACE}is{SPACE})?"
    rf"(?:(?:also|better|widely|officially|locally|popularly|commonly){SPACE})?"
    rf"(?:known(?:{SPACE}(?:among|to|by){SPACE}[a-z]+)?{SPACE}as|nicknamed|dubbed){SPACE}"
    rf"(?:the{SPACE})?(?P<name>[A-Z][\w-]*[A-Za-z](?:{SPACE}[A-Z][\w-]*[A-Za-z]){{0,2}})(?![\w’'-])(?!{SPACE}?[№\d])"
)
# "in the notorious Holman", "Alabama's Donaldson": one name before a lower-case prison word. With
# "a" it is an adjective, with "the" maybe a person or body: "an Arctic prison", "the Wagner jail".
_BARE_BEFORE = re.compile(
    rf"(?:(?P<owner>[A-Z]\w+(?:{SPACE}[A-Z]\w+)?)['’]s{SPACE}(?:[a-z][a-z-]+{SPACE})?"
    rf"|(?<!\w)(?:at|in|from|to|of|inside|notorious|infamous){SPACE})"
    rf"(?P<name>[A-Z][a-z’]{{3,}}){SPACE}$"
)
_TOWN_AFTER = re.compile(
    rf"{SPACE}(?:in|near|outside){SPACE}(?P<place>[A-Z][\w’-]+(?:{SPACE}[A-Z][\w’-]+)?)(?![\w’'-])"
)
# "a man from Smalltown": the text itself tells that the name is a town's.
_TOLD_TOWN = re.compile(
    rf"\b(?:in|near|around|outside|of|to|from){SPACE}(?P<place>[A-Z][a-z’]{{3,}})(?![\w-])"
    rf"(?!{SPACE}(?:[a-z’'-]+{SPACE})?(?:prison|jail|penitentiary|detention|correction))"
)
# "an Arctic prison", "the Chechen jail": what sounds like a people's or a region's is no name.
_OF_A_PEOPLE = re.compile(r"(?:ian|ean|can|ish|ese|tic|ern|eli|aqi|ani|cii)$")
# "in Obo Prison 60 women began a fast"; "Prison 2 in Cairo" is a number.
_COUNTED_FOLLOWS = re.compile(
    rf"{SPACE}\d[\d,]*{SPACE}(?!(?:in|near|outside|of|at|where|was|is|has|and|or|to|from|on)\b)[a-z]"
)
# "gang leaders would go to El Infiernito, the maximum-security prison in Escuintla": a name that
# a prison word in apposition explains.
_APPOSED_BEFORE = re.compile(
    rf"(?<!\w)(?:in|at|to|from|inside|outside|of|near){SPACE}"
    rf"(?P<name>(?:(?:El|La|Los|Las|Al){SPACE})?[A-Z][\w’-]*[a-z](?:{SPACE}[A-Z][\w’-]*[a-z])?)"
    rf",{SPACE}(?:a|an|the|Iran['’]s|the{SPACE}country['’]s){SPACE}(?:[a-z][\w’'-]*{SPACE}){{0,3}}$"
)
_APPOSED_AFTER = re.compile(
    rf",|\.|;|\)|{SPACE}(?:in|near|outside|on|where|that|which|for|south|north|east|west)\b"
)
_SAINTLY = frozenset(["St.", "Saint", "King", "Queen", "Her", "His"])
_DAYS = frozenset(calendar.day_name)
_ZONE = re.compile(r"(?<![\w-])Zone (?:No\. ?)?(?P<number>\d{1,2})(?![\w/.,-]?\d)(?! of\b)")
_ZONE_BEFORE = re.compile(r"(?:[A-Z]\w+|time|climate|fire|buffer|parking) $")
_FEW_WORDS = re.compile(
    r"(?:the|a|an|at|nearby|in|from|of|to|and|near|by|out|for) $", re.IGNORECASE
)
_INITIALS = re.compile(
    r"(?<![\w-])(?P<initials>HMP(?:(?: &| and)? YOI|/YOI)?"
    r"|HM (?:Prison|YOI|Young Offender Institution)|HMYOI|FCI|USP|ADX|FMC|MDC|MCC|SCI)"
    r" (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?!\w)"
)
# A known name that is the first part of something else: "Lefortovo District Court".
_OTHER_THING = re.compile(
    rf"{SPACE}(?:[A-Z][\w-]*{SPACE})?(?:[Cc]ourts?|[Dd]istricts?|[Rr]egions?|[Pp]rovinces?"
    r"|[Rr]ivers?|[Ss]treets?|[Aa]irports?|[Aa]irbase|[Vv]illages?|[Tt]owns?|[Uu]niversity"
    r"|[Cc]ity|[Nn]eighbou?rhood|суд\w*|район\w*)\b"
)
_LOCAL = re.compile(
    rf"(?:city|town|village|settlement|district|region|island|river|born in)"
    rf"(?:{SPACE}of)?{SPACE}[«“\"]?$"
)
_REACH = 50
# Between a name and its prison word; "Vahdat's prison" is the town's.
_GAP = re.compile(r"[”\"»]?[^\S\n]?-?")


class NamedFacilities:
    """Finds facilities by name."""

    def __init__(
        self, rules: FacilityRules, gazetteer: Gazetteer, lexicon: Lexicon, places: Places
    ) -> None:
        self._gazetteer = gazetteer
        self._places = places
        self._lexicon = lexicon
        self._not_a_name = rules.names.not_a_name

    def find(self, text: str, heads: Heads, codes: list[int]) -> Iterator[NamedHit]:
        """Yield every named facility of the text, and the known names that are refused.

        ``codes`` are the offsets where codes end; a quoted name may follow: 'IK-8 "Polar Bear"'.
        """
        yield from self._known(text, heads)
        for end in codes:
            yield from quoted.behind(text, end)
        for head in heads:
            if head.detains:
                yield from quoted.beside(text, head)
                yield from self._titled(text, head)
                yield from self._called(text, head)
                yield from quoted.listed(text, head)
                yield from self._apposed(text, head)
        yield from self._lowered(text, heads)
        yield from self._zones(text, heads)
        for match in _INITIALS.finditer(text):
            british = match["initials"].startswith("HM")
            if british or speaks_of_detention(text, *match.span()):
                country = "GB" if british else "US"
                yield NamedHit(*match.span(), "facility.name.initials", match[0], country)

    def _known(self, text: str, heads: Heads) -> Iterator[NamedHit]:
        for hit in self._gazetteer.names(text):
            head = _beside(text, hit, heads)
            refused = None
            if _OTHER_THING.match(text, hit.end) or _LOCAL.search(
                text, max(0, hit.start - 25), hit.start
            ):
                refused = "the name is a place's or a court's here"
            elif not (hit.known.alone or head or _is_quoted(text, hit)):
                refused = "the name is also a place's and no prison word stands beside it"
            start, end, name = hit.start, hit.end, hit.name
            if (
                head
                and head.phrase > end
                and _is_title(text, head)
                and not _is_numbered(text, head)
            ):
                end = _with_tail(text, head)
                name = text[start:end]
            yield NamedHit(
                start, end, "facility.name.gazetteer", name, hit.known.country, hit.known, head,
                refused,
            )  # fmt: skip

    def _apposed(self, text: str, head: Head) -> Iterator[NamedHit]:
        """Yield the name of "El Infiernito, the maximum-security prison in Escuintla"."""
        if head.plural or head.noun.titled != "named" or not _APPOSED_AFTER.match(text, head.end):
            return
        match = _APPOSED_BEFORE.search(text, max(0, head.phrase - 80), head.phrase)
        if match and self._is_proper(match["name"]):
            yield NamedHit(*match.span("name"), "facility.name.apposed", match["name"], head=head)

    def _titled(self, text: str, head: Head) -> Iterator[NamedHit]:
        if not text[head.start].isupper() or not text[head.start].isascii():
            return
        # "Ksani Prison No. 15" is known by its number.
        if head.plural or _is_numbered(text, head):
            return
        if head.noun.titled == "modified" and not head.plain and head.kind == head.noun.kind:
            return
        before = _CAPITALS_BEFORE.search(text, max(0, head.start - 80), head.start)
        end = _with_tail(text, head)
        following = _NEXT_WORD.match(text, end)
        # "Federal Prison Service", "Prison Break": the prison word belongs to a longer name.
        if before is None or (following and following["word"] not in _DAYS):
            return
        start, words = self._trimmed(before)
        own = [w for w in words if w.casefold().replace("’", "'") not in self._not_a_name]
        # "New Wave of Prison Rebellions": the prison word is no part of what stands before.
        if words[-1:] and words[-1].islower():
            return
        # "the U.S. Penitentiary" is no "S. Penitentiary".
        if (
            not any(len(word) > 2 for word in own)
            or not _capital(own[0])
            or not self._is_own(own, words, head)
        ):
            return
        if _is_headline(text, start):
            return
        yield NamedHit(start, end, "facility.name.titled", text[start:end], head=head)

    def _called(self, text: str, head: Head) -> Iterator[NamedHit]:
        """Yield the bare name of "the prison, known as CECOT"."""
        match = None if head.plural else _CALLED.match(text, head.end)
        if match is None or _OTHER_THING.match(text, match.end()):
            return
        name = match["name"]
        told = any(word.casefold() in self._not_a_name for word in name.split())
        if not told and not any(self._lexicon.find(name)) and not _INITIALS.match(name):
            yield NamedHit(*match.span("name"), "facility.name.called", name, head=head)

    def _lowered(self, text: str, heads: Heads) -> Iterator[NamedHit]:
        """Yield the names of "Holman prison in Atmore", where they are no place's."""
        hits = [hit for head in heads if head.detains for hit in self._bare(text, head)]
        towns = {told["place"] for told in _TOLD_TOWN.finditer(text)} if hits else set()
        yield from (hit for hit in hits if hit.name not in towns)

    def _bare(self, text: str, head: Head) -> Iterator[NamedHit]:
        if head.plural or head.noun.titled != "named" or not text[head.start].islower():
            return
        match = _BARE_BEFORE.search(text, max(0, head.phrase - 60), head.phrase)
        if match is None or quoted.NUMBER_FOLLOWS.match(text, head.end):
            return
        name, owner = match["name"], match["owner"]
        town = _TOWN_AFTER.match(text, head.end)
        placed = (owner and self._is_country(owner)) or (town and self._is_town(town["place"]))
        if placed and self._is_proper(name):
            of = {cue.country for cue in self._lexicon.find(owner or "")}
            country = of.pop() if len(of) == 1 else None
            yield NamedHit(*match.span("name"), "facility.name.lowered", name, country, head=head)

    def _is_town(self, place: str) -> bool:
        """Tell a town from a state or country: "Holman prison in Alabama" may be a town's."""
        if self._places.wide(place):
            return False
        towns = {known.country for known in self._places.settlements(place)}
        return all(region.country in towns for region in self._places.regions(place))

    def _is_proper(self, name: str) -> bool:
        """Tell a proper name from a place's, a people's and a body's: "an Isfahan prison"."""
        if name.casefold() in self._not_a_name or name.isupper() or _OF_A_PEOPLE.search(name):
            return False
        return not any(self._lexicon.find(name)) and not self._places.find(name)

    def _trimmed(self, before: re.Match[str]) -> tuple[int, list[str]]:
        """Drop what opens the phrase and belongs to no name: "The", "At", "Inside"."""
        opening = {"the", "a", "an", "in", "at", "on", "from", "inside", "for", "of", "and"}
        start, words = before.start(), before[0].split()
        while words and (words[0].casefold() in opening or words[0][-2:] in ("'s", "’s")):
            start = before.string.index(words[1], start + len(words[0])) if words[1:] else start
            words = words[1:]
        return self._without_owner(before.string, start, words)

    def _without_owner(self, text: str, start: int, words: list[str]) -> tuple[int, list[str]]:
        """Drop the owner in "Hong Kong's Stanley Prison", "Fort Leavenworth's ... Barracks"."""
        for index, word in enumerate(words[:-1]):
            owner = " ".join(words[: index + 1])
            # "Yarl's Wood" and "Women's Prison" stay whole, and "St. Paul's Prison".
            town = index > 0 and words[0] not in _SAINTLY and not word.startswith(("Wom", "Men"))
            if word[-2:] in ("'s", "’s") and (self._is_country(owner[:-2]) or town):
                words = words[index + 1 :]
                return text.index(words[0], start + len(owner)), words
        return start, words

    def _is_country(self, name: str) -> bool:
        return any(cue.end - cue.start == len(name) for cue in self._lexicon.find(name))

    def _is_own(self, own: list[str], words: list[str], head: Head) -> bool:
        """A name that is only a country, a nationality, or one city before a bare noun is none.

        "Kazakh Prison" and "Minsk Prison" are none, "Baghdad Central Prison" is one.
        """
        cues = list(self._lexicon.find(" ".join(own)))
        whole = sum(cue.end - cue.start for cue in cues) >= len(" ".join(own)) - len(own) + 1
        if not whole:
            return True
        if any(cue.kind != "cue" for cue in cues):
            return False
        return len(words) > len(own) or head.noun.titled == "always"

    def _zones(self, text: str, heads: Heads) -> Iterator[NamedHit]:
        for match in _ZONE.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            if _ZONE_BEFORE.search(before) and not _FEW_WORDS.search(before):
                continue
            near = adjacent_after(text, match.end(), heads) or _appositive(text, match.end(), heads)
            if near or speaks_of_detention(text, match.start(), match.end()):
                yield NamedHit(
                    *match.span(), "facility.name.zone", f"Zone {match['number']}", head=near
                )


def _is_numbered(text: str, head: Head) -> bool:
    """Tell "Ksani Prison No. 15" from "in Obo Prison 60 women began a fast"."""
    found = quoted.NUMBER_FOLLOWS.match(text, head.end)
    return bool(found) and not _COUNTED_FOLLOWS.match(text, head.end)


def _with_tail(text: str, head: Head) -> int:
    tail = _TAIL.match(text, head.end)
    return tail.end() if tail else head.end


def _capital(word: str) -> bool:
    return word[0].isupper() or word[:3] in ("al-", "el-")


def _is_title(text: str, head: Head) -> bool:
    return text[head.start].isupper() and text[head.phrase].isupper()


def _is_quoted(text: str, hit: NameHit) -> bool:
    """A quoted name in a text on detention is no town: «Белый лебедь», “Zhaslyk”."""
    return (
        text[hit.start - 1 : hit.start] in tuple('“"«„')
        and text[hit.end : hit.end + 1] in tuple('”"»“')
        and speaks_of_detention(text, hit.start, hit.end)
    )


def _beside(text: str, hit: NameHit, heads: Heads) -> Head | None:
    """Return the prison word beside a known name: "Evin prison", 'colony “Zhaslyk”'."""
    after = heads.after(hit.end)
    alone = hit.known.alone
    if (
        after
        and (after.detains or alone)
        and after.phrase - hit.end <= 3
        and _GAP.fullmatch(text, hit.end, max(hit.end, after.phrase))
        and (alone or not quoted.NUMBER_FOLLOWS.match(text, after.end))
    ):
        return after
    before = heads.before(hit.start)
    if before is None or not (before.detains or alone) or hit.start - before.end > _REACH:
        return None
    between = text[before.end : hit.start]
    if re.fullmatch(r"[^\S\n]?,?[^\S\n]?[«“\"„(]?", between) or _KNOWN_AS.fullmatch(between):
        return before
    return None


def _appositive(text: str, end: int, heads: Heads) -> Head | None:
    head = heads.after(end)
    if head and re.fullmatch(r", (?:a|an|the) (?:[\w-]+ ){0,3}", text[end : head.phrase]):
        return head
    return None


def _is_headline(text: str, position: int) -> bool:
    """Tell whether most longer words of the line are capitalised, as in a headline."""
    line_start = text.rfind("\n", 0, position) + 1
    line_end = text.find("\n", position)
    line = text[line_start : line_end if line_end >= 0 else len(text)].rstrip()
    if line.endswith((".", "!", "?", ":", ";")):
        return False
    words = re.findall(r"[^\W\d_]{4,}", line[:300])
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= 0.8 * len(words)

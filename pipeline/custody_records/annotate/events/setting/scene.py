"""What a doc as a whole says of its facilities and places, read once."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.entities.entity import Entity, FacilityEntity, PlaceEntity
from custody_records.annotate.entities.mentions import Mention, Mentions
from custody_records.annotate.layout.dateline import dateline_of
from custody_records.annotate.text import sentences_of, starts_of
from custody_records.contract.fold import fold

_OPENING = 900  # characters from the beginning in which a text names the facility it is about
_FEW = 5  # facilities of a text that is about the first of them
_HEADING_MARKS = frozenset([".", ":", "–", "—", "-"])  # behind a date that heads a paragraph
_MONTH = len("2018-05")
_WEEKDAY = 4  # tokens in which the line of a heading ends behind its day: ", Monday" and the break
_JOINED = 12  # tokens between a facility and the town that belongs to it


class Scene:
    """Facilities, places and dates of one doc, and in which paragraph each token stands."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.facilities = Mentions.read(doc, "facility", "facility")
        self.places = Mentions(_in_story(doc, Mentions.read(doc, "place", "place").all))
        dates = _in_story(doc, Mentions.read(doc, "timex", "date").all)
        self.dates = Mentions([m for m in dates if _names_a_day(m)])
        self.paragraph_of = _paragraphs(doc)
        self._sections = _date_headings(doc, self.dates, self.paragraph_of)
        self._section_starts = [heading.start for heading in self._sections]
        entities = {m.entity.id: m.entity for m in self.facilities.all if m.entity}
        self.only_facility = self.facilities.all[0] if len(entities) == 1 else None
        self._named = _by_name(self.places)
        self._towns = self._towns_of_facilities()
        self._of_town = self._facilities_by_town()
        self.main_facility = _most_named(self.facilities, times=2) or _opening(self.facilities, doc)
        # That of a jail without a name; where a facility is named, it is the facility's.
        self.main_place = None if self.facilities.all else _most_named(self.places)

    @classmethod
    def of(cls, doc: Doc) -> "Scene":
        """Return the doc's scene, read once for all that ask."""
        return cached(doc, "scene", cls)

    def date_of_section(self, token: int) -> Mention | None:
        """Return the date that heads the section of a chronicle in which a token stands."""
        index = bisect_right(self._section_starts, token)
        return self._sections[index - 1] if index else None

    def words_of(self, facility: Mention) -> frozenset[str]:
        """Return the folded words of the names that the text gives a facility."""
        entity = facility.entity
        if not isinstance(entity, FacilityEntity):
            return frozenset()
        names = (entity.canonical, *entity.aliases, self.doc[facility.start : facility.end].text)
        return frozenset(word for name in names for word in fold(name).split())

    def fits(self, place: Mention, facility: Mention) -> bool:
        """Tell whether a facility can lie in a place: its town, or its country or region."""
        entity, held = place.entity, facility.entity
        if not isinstance(entity, PlaceEntity) or not isinstance(held, FacilityEntity):
            return False
        if entity.canonical in self._towns[held.id]:
            return True
        if entity.kind not in ("country", "region"):
            return False
        country = held.country or self.doc._.country
        return entity.country is None or country is None or entity.country == country

    def facility_in(self, places: Iterable[Mention]) -> Mention | None:
        """Return the only facility of the text in the settlements of a clause, or None."""
        names = {p.entity.canonical for p in places if p.entity and _is_settlement(p.entity)}
        found = [facility for name in names for facility in self._of_town.get(name, ())[:2]]
        return found[0] if len(found) == 1 else None

    def _named_after(self, facility: FacilityEntity) -> set[str]:
        """Return the places of the text that a facility's name begins with: "Evin Prison"."""
        words = fold(facility.canonical).split()
        starts = (" ".join(words[:count]) for count in range(1, len(words)))
        return {self._named[start] for start in starts if start in self._named}

    def _facilities_by_town(self) -> dict[str, list[Mention]]:
        """Return by settlement the first mention of each facility in it, or named after it."""
        first: dict[int, Mention] = {}
        for mention in self.facilities.all:
            if mention.entity is not None:
                first.setdefault(mention.entity.id, mention)
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in first.values():
            if isinstance(mention.entity, FacilityEntity):
                own = {mention.entity.place} if mention.entity.place else set()
                for town in own | self._named_after(mention.entity):
                    found[town].append(mention)
        return found

    def _towns_of_facilities(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        sentences = sentences_of(self.doc)
        starts = [sentence.start for sentence in sentences]
        for facility in self.facilities.all:
            entity = facility.entity
            if not isinstance(entity, FacilityEntity):
                continue
            if entity.place:
                found[entity.id].add(entity.place)
            found[entity.id] |= self._named_after(entity)
            sentence = sentences[bisect_right(starts, facility.start) - 1]
            first = max(sentence.start, facility.start - _JOINED)
            beside = self.doc[first : min(sentence.end, facility.end + _JOINED)]
            found[entity.id] |= {
                place.entity.canonical for place in self.places.within(beside) if place.entity
            }
        return found


def _by_name(places: Mentions) -> dict[str, str]:
    """Return the names of the text's places by their folded words."""
    return {fold(m.entity.canonical): m.entity.canonical for m in places.all if m.entity}


def _in_story(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without the dateline's: there and then the story was written.

    "BANGKOK, May 3 (AP) - Myanmar freed 2,100 prisoners": nothing happened in Bangkok.
    """
    start, end = dateline_of(doc) or (0, 0)
    return [m for m in mentions if not start <= m.reading.start < end]


def _is_settlement(entity: Entity) -> bool:
    return isinstance(entity, PlaceEntity) and entity.kind in ("settlement", None)


def _most_named(mentions: Mentions, *, times: int = 1) -> Mention | None:
    """Return the first mention of the entity named over ``times`` as often as the next, or None.

    A country is too wide to be where something was.
    """
    counts: Counter[int] = Counter()
    for mention in mentions.all:
        entity = mention.entity
        if entity and not (isinstance(entity, PlaceEntity) and entity.kind == "country"):
            counts[entity.id] += 1
    best = counts.most_common(2)
    if not best or (len(best) > 1 and best[0][1] <= best[1][1] * times):
        return None
    return next(m for m in mentions.all if m.entity and m.entity.id == best[0][0])


def _date_headings(doc: Doc, dates: Mentions, paragraph_of: list[int]) -> list[Mention]:
    """Return the days, months and ranges of them that head paragraphs, if there are two or more.

    Such a date stands alone in its paragraph or opens it before a mark: "3 October - Izmir. ..."
    """
    found = []
    for mention in dates.all:
        before, after = mention.start - 1, _end_of_range(doc, mention)
        opens = before < 0 or paragraph_of[before] != paragraph_of[mention.start]
        marked = after >= len(doc) or doc[after].text in _HEADING_MARKS or ends_a_line(doc, after)
        if opens and marked and len(mention.reading.value or "") >= _MONTH:
            found.append(mention)
    return found if len(found) > 1 else []


def _end_of_range(doc: Doc, mention: Mention) -> int:
    """Return the token behind a date and, of a range, behind its last date."""
    end = mention.reading.range_end
    return mention.end if end is None else bisect_left(starts_of(doc), end)


def ends_a_line(doc: Doc, end: int) -> bool:
    """Tell whether a line ends at a token, or behind a weekday there: "3 October, Monday"."""
    return any("\n" in token.text for token in doc[end : end + _WEEKDAY])


def _opening(mentions: Mentions, doc: Doc) -> Mention | None:
    """Return the first mention if it stands in the opening and no entity is named more often.

    In a text about many facilities it must be named more often than all others.
    """
    counts = Counter(m.entity.id for m in mentions.all if m.entity)
    first = next((m for m in mentions.all if m.entity), None)
    if first is None or first.entity is None:
        return None
    if doc[first.start].idx >= _OPENING:
        return None
    most = max((n for entity, n in counts.items() if entity != first.entity.id), default=0)
    least = most + 1 if len(counts) > _FEW else most
    return first if counts[first.entity.id] >= least else None


def _names_a_day(mention: Mention) -> bool:
    """Tell whether an expression names a day or longer, of itself: not "at 5 p.m."."""
    reading = mention.reading
    if reading.type not in ("DATE", "TIME") or reading.borrowed:
        return False
    return bool(reading.value) and (reading.value[:4] == "XXXX" or reading.value[:2].isdigit())


def _paragraphs(doc: Doc) -> list[int]:
    """Return the number of the paragraph of each token."""
    # By the few tokens that are space, not by all of them.
    breaks = np.zeros(len(doc) + 1, dtype=np.int64)
    for index in np.flatnonzero(doc.to_array(["IS_SPACE"])).tolist():
        breaks[index + 1] = "\n" in doc[index].text
    numbers: list[int] = np.cumsum(breaks)[:-1].tolist()
    return numbers

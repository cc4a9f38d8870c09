"""What the linker sees of an event mention and an entity: how they stand to each other."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import partial

from custody_records.annotate.entities.entity import Entity, FacilityEntity, PersonEntity
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.linking.context import Candidate, Context, EventMention, Role

# A distance's class, by the bounds of the classes.
_step: Callable[[int], int] = partial(bisect_right, (0, 1, 2, 3, 5, 8, 13, 21))
_LEAST_RANK = 3
_NEAR = 3  # sentences back
_DIGITS = str.maketrans("123456789", "000000000")
_MANY = 3  # of what is counted: more are not told apart


class Features:
    """Names the features of one entity after another in a role of the event mention ``index``."""

    def __init__(self, context: Context, index: int, role: Role) -> None:
        self.context, self.role, self.index = context, role, index
        self.event = event = context.events[index]
        self.named = context.named[role]
        self._linked = event.entities[role]
        self._way = _way(event, role)
        self._behind = self._phrase_behind()
        self._always = ("", f"status {event.reading.status}", *self._of_mention())
        self._neighbours = [
            *self._neighbour("previous", index - 1),
            *self._neighbour("next", index + 1),
        ]
        self._here = self.named.between(event.first, event.end)
        before = bisect_left(self.named.starts, event.first)
        self._newest = self.named.entities[before - 1] if before else None

    def of(self, candidate: Candidate) -> list[str]:
        """Return the features of an entity, or of the phrase that the rules link."""
        if candidate is None:
            return [*self._always, *self._of_phrase()]
        return self._of(candidate)

    def _of(self, entity: int) -> list[str]:
        here = self.context.here(self.event, self.role, entity)
        return [
            *self._always,
            f"rules {'this' if entity in self._linked else 'other'} {self._way}",
            *[f"rules other {word}" for word in self._behind],
            *self._of_position(entity, here),
            *self._of_neighbours(entity),
            *self._of_frequency(entity),
            *self._of_entity(self.context.entities[entity], here),
        ]

    def _of_mention(self) -> list[str]:
        reading = self.event.reading
        several = ["rules several"] if len(self.event.links[self.role]) > 1 else []
        if self.role == "subject":
            printed = () if self._linked else reading.subjects_printed
            return [*several, *[f"phrase {one.lower().split()[-1]}" for one in printed]]
        return [
            *several,
            f"rule {reading.rule}",
            f"told behind {self.context.words[max(0, self.event.trigger - 1)]}",
            f"subject {reading.subjects[0].kind if reading.subjects else 'none'}",
            *(["heading"] if reading.heading else []),
            *(["everywhere"] if reading.everywhere else []),
        ]

    def _phrase_behind(self) -> list[str]:
        """Return the word before a phrase of the sentence: "a" prisoner, "another", "the"."""
        first = self.event.links[self.role][:1]
        if not first or first[0].kind != "phrase" or self.event.is_lent:
            return []
        at = self.context.token_at(first[0].start)
        return [f"behind {self.context.words[at - 1] if at > self.event.first else ''}"]

    def _of_phrase(self) -> Iterator[str]:
        """Yield how a phrase stands to the event mention, and whether people are named by it."""
        event, context, named = self.event, self.context, self.named
        first, printed = event.reading.subjects[0], event.reading.subjects_printed
        back = event.sentence - context.sentence_at(first.start)
        yield f"phrase by {self._way}"
        yield f"phrase by {self._way} {_step(abs(back))}"
        yield f"phrase by {first.rule}"
        yield from [f"phrase {word}" for word in self._behind]
        yield f"phrase of {len(printed[0].split())} words"
        near = named.between(context.start_before(event, _NEAR), event.first)
        yield f"phrase, {'people here' if self._here else 'people near' if near else 'nobody near'}"
        if self.index:
            before = context.events[self.index - 1].reading.subjects_printed
            yield f"phrase {'of the' if set(before) & set(printed) else 'other than the'} previous"

    def _of_position(self, entity: int, here: Mention | None) -> list[str]:
        """Return where the entity is named: in the sentence, by which word, or how far off."""
        event, named, context = self.event, self.named, self.context
        if here is not None:
            side = "behind" if here.start > event.trigger else "before"
            word = self.context.words[here.start - 1] if here.start > event.first else ""
            distance = _step(abs(here.start - event.trigger))
            return ["here", f"{side} {distance}", f"word {word}", *self._of_path(here)]
        elsewhere = "elsewhere, others here" if self._here else "elsewhere"
        last = named.last(entity, event.first)
        if last is None:
            return [elsewhere, "later"]
        at = named.starts[last]
        which = "last" if entity == self._newest else "earlier"
        return [
            elsewhere,
            f"{which} paragraphs {_step(event.paragraph - context.scene.paragraph_of[at])}",
            f"{which} sentences {_step(event.sentence - context.sentence_of(at))}",
        ]

    def _of_path(self, here: Mention) -> list[str]:
        """Return what stands between the trigger and a mention in its sentence, and around that."""
        event, words, triggers = self.event, self.context.words, self.context.triggers
        side = "before" if here.start < event.trigger else "behind"
        first, last = sorted((event.trigger, here.start))
        between = words[first + 1 : last] if side == "behind" else words[here.end : last]
        others = bisect_left(triggers, last) - bisect_right(triggers, first)
        return [
            *[f"between, {side} {word}" for word in sorted(set(between))],
            f"commas {min(_MANY, between.count(','))}",
            f"triggers {min(_MANY, others)}",
            f"here {min(_MANY, len(self._here))}",
            f"words {' '.join(words[max(event.first, here.start - 2) : here.start])}",
            f"next {''.join(words[here.end : here.end + 1])}",
        ]

    def _neighbour(self, where: str, index: int) -> list[tuple[str, frozenset[int], str]]:
        """Return what is known of the event told before or after, but for whom it links.

        As (beginning, entities that it links in the role, end) of a feature.
        """
        if not 0 <= index < len(self.context.events):
            return [(where, frozenset(), "none")]
        event, other = self.event, self.context.events[index]
        if other.sentence == event.sentence:
            near = "sentence"
        elif abs(other.sentence - event.sentence) == 1:
            near = "next sentence"
        else:
            near = "paragraph" if other.paragraph == event.paragraph else "far"
        known = [near, other.reading.type]
        for shared in ("subject", "facility"):
            if other.entities[shared] & event.entities[shared]:
                known.append(f"same {shared}")
        return [(where, other.entities[self.role], end) for end in known]

    def _of_neighbours(self, entity: int) -> list[str]:
        return [
            f"{where} {'this' if entity in linked else 'other' if linked else 'nothing'} {end}"
            for where, linked, end in self._neighbours
        ]

    def _of_frequency(self, entity: int) -> list[str]:
        """Return how often the text names the entity, from where on, and how often it is linked."""
        linked = self.context.linked[self.role][entity] - (entity in self._linked)
        rank = min(_LEAST_RANK, self.named.rank[entity])
        first = ["first"] if self.named.entities[0] == entity else []
        since = self.context.sentence_of(self.named.starts[self.named.of[entity][0]])
        return [f"rank {rank}", f"linked {_step(linked)}", f"since {_step(since)}", *first]

    def _of_entity(self, entity: Entity, here: Mention | None) -> list[str]:
        if isinstance(entity, PersonEntity):
            return self._of_person(entity)
        if isinstance(entity, FacilityEntity):
            return self._of_facility(entity)
        return _of_date(here or self.context.mention(self.event, self.role, entity.id))

    def _of_person(self, person: PersonEntity) -> list[str]:
        reading = self.event.reading
        found = {f"role {role.lower().split()[-1]}" for role in person.roles} or {"no role"}
        if person.id in [actor.entity for actor in reading.actors]:
            found.add("actor")
        if person.id in [source.entity for source in reading.sources]:
            found.add("source")
        if person.kin:
            found.add("kin")
        if person.age is not None:
            found.add("age")
        return sorted(found)

    def _of_facility(self, facility: FacilityEntity) -> list[str]:
        mention = self.named.all[self.named.of[facility.id][0]]
        scene, event = self.context.scene, self.event
        here = scene.places.within(self.context.doc[event.first : event.end])
        fit = [scene.fits(place, mention) for place in here]
        places = "none" if not fit else "fit" if all(fit) else "differ"
        among = min(_MANY, len(self.named.of))
        return [f"kind {facility.kind}", f"places {places}", f"among {among}"]


def _of_date(mention: Mention) -> list[str]:
    """Return by which rule a day was read, and whether it is a day, a month, a year."""
    reading = mention.reading
    return [f"date {reading.rule}", f"shape {reading.value.translate(_DIGITS)}"]


def _way(event: EventMention, role: Role) -> str:
    """Return how the rules found what they link in a role."""
    if not event.links[role]:
        return "nothing"
    first = event.links[role][0]
    if role == "facility":
        return first.rule
    return f"{'lent ' if event.is_lent else ''}{first.reference} {first.kind}"

"""What a doc offers to link: the entities that may take a role, and the event mentions in order."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, get_args

from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import Entity
from custody_records.annotate.entities.mentions import Mention, Mentions
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.setting.scene import Scene
from custody_records.annotate.text import lower_of, sentences_of, starts_of

Role = Literal["subject", "facility", "date"]
ROLES: tuple[Role, ...] = get_args(Role)

Candidate = int | None  # an entity, or the phrase that the rules link and that names nobody

_INFERRED = ("paragraph", "article")  # bases of a facility that no word of the sentence refers to
# Sentences back from an event mention in which an entity is named.
_REACH: dict[Role, int] = {"subject": 12, "date": 6}
_FAR = 600  # tokens that these have at most: a text may have no full stop
_MOST = 2  # of the entities that a text names or the rules link most, those that are tried, too


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event mention in its doc: tokens ``first`` to ``end``, its trigger, its sentence.

    Of a sentence without end ``first`` and ``end`` are as far from the trigger as is looked.
    ``links``: by role, the arguments that the rules found; ``entities``: those that are entities.
    """

    reading: EventReading
    sentence: int
    first: int
    end: int
    trigger: int
    paragraph: int
    links: dict[Role, tuple[Argument, ...]]
    entities: dict[Role, frozenset[int]]

    @property
    def is_lent(self) -> bool:
        """Whether another sentence says who the subject is, whom this one refers to or omits."""
        known, reading = self.reading.subjects, self.reading
        return bool(known) and not reading.start <= known[0].start < reading.end

    def linked(self, role: Role) -> frozenset[Candidate]:
        """Return what the rules link in a role."""
        return frozenset([argument.entity for argument in self.links[role]])


class Named:
    """The mentions of the entities that may take one role, in text order."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = [mention for mention in mentions if mention.entity is not None]
        self.starts = [mention.start for mention in self.all]
        self.entities = [m.entity.id for m in self.all if m.entity is not None]
        self.of: dict[int, list[int]] = defaultdict(list)  # entity -> indices of its mentions
        for index, entity in enumerate(self.entities):
            self.of[entity].append(index)
        self.counts = Counter(self.entities)
        rank_of: dict[int, int] = {}
        for rank, (_, count) in enumerate(self.counts.most_common()):
            rank_of.setdefault(count, rank)
        self.rank = {entity: rank_of[count] for entity, count in self.counts.items()}

    def between(self, first: int, end: int) -> range:
        """Return the indices of the mentions that start in a range of tokens."""
        return range(bisect_left(self.starts, first), bisect_left(self.starts, end))

    def last(self, entity: int, before: int) -> int | None:
        """Return the index of an entity's last mention that starts before a token."""
        own = self.of.get(entity, [])
        at = bisect_left(own, bisect_left(self.starts, before))
        return own[at - 1] if at else None


class Context:
    """Event mentions, entities, sentences and paragraphs of one doc."""

    def __init__(self, doc: Doc, readings: Iterable[EventReading]) -> None:
        self.doc = doc
        self.words = [word.strip() for word in lower_of(doc)]  # "" for a break of line
        self.entities: tuple[Entity, ...] = doc._.entities or ()
        self.scene = scene = Scene.of(doc)
        self.named: dict[Role, Named] = {
            "subject": Named(Mentions.read(doc, "person", "person").all),
            "facility": Named(scene.facilities.all),
            "date": Named(scene.dates.all),
        }
        self._sentences = [sentence.start for sentence in sentences_of(doc)]
        self._tokens = starts_of(doc)
        self.events = [self._event(reading) for reading in readings]
        self.linked: dict[Role, Counter[int]] = {
            role: Counter(chain.from_iterable(event.entities[role] for event in self.events))
            for role in ROLES
        }
        self.triggers = sorted(event.trigger for event in self.events)
        often = (self.named["subject"].counts, self.linked["subject"])
        self._most = [one for counts in often for one, _ in counts.most_common(_MOST)]

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence in which a token stands."""
        return bisect_right(self._sentences, token) - 1

    def sentence_at(self, character: int) -> int:
        """Return the number of the sentence in which a character of the doc stands."""
        return self.sentence_of(self.token_at(character))

    def token_at(self, character: int) -> int:
        """Return the token in which a character of the doc stands."""
        return bisect_right(self._tokens, character) - 1

    def start_before(self, event: EventMention, sentences: int) -> int:
        """Return the first token of the sentence so many before an event mention's."""
        return self._sentences[max(0, event.sentence - sentences)]

    def candidates(self, event: EventMention, role: Role) -> Sequence[Candidate]:
        """Return those of whom it is asked whether they take a role.

        As facility the one that the rules infer: one that the sentence states is certain.
        As subject the people, as date the days that are named near by or that the rules link,
        and people whom the text names, or the rules link, most; the phrase that the rules have
        found; nobody, where the sentence itself names its subject or is of others.
        """
        linked, known, named = event.entities[role], event.links[role], self.named[role]
        if role == "facility":
            return tuple(linked) if known and known[0].basis in _INFERRED else ()
        is_named = known and known[0].reference == "name" and not event.is_lent
        if role == "subject" and (is_named or event.reading.of_others):
            return ()
        first = max(self.start_before(event, _REACH[role]), event.trigger - _FAR)
        end = min(self._end_of(event.sentence + 1), event.trigger + _FAR)
        near = [
            named.entities[index]
            for index in named.between(first, end)
            if named.all[index].reading.start not in event.reading.undated
        ]
        most = self._most if role == "subject" else ()
        found = dict.fromkeys([*near, *most, *sorted(linked)])
        entities = [entity for entity in found if entity in named.of]
        if role == "date" or not known or known[0].kind != "phrase":
            return tuple(entities)
        others = self._beside(event, known)
        phrase = [None] if event.reading.subjects_printed else []
        return (*[entity for entity in entities if entity not in others], *phrase)

    def _beside(self, event: EventMention, phrases: Sequence[Argument]) -> set[int | None]:
        """Return the people beside whom phrases say that it befell somebody else.

        Those who tell it or do it, and whose names the phrases hold: "the mother of Ivan Petrov".
        """
        named, reading = self.named["subject"], event.reading
        return {argument.entity for argument in (*reading.sources, *reading.actors)} | {
            named.entities[index]
            for index in named.between(event.first, event.end)
            for phrase in phrases
            if phrase.start <= named.all[index].reading.start < phrase.end
        }

    def here(self, event: EventMention, role: Role, entity: int) -> Mention | None:
        """Return an entity's mention in the sentence, the nearest to the trigger."""
        named = self.named[role]
        own, first = named.of[entity], bisect_left(named.starts, event.first)
        end = bisect_left(named.starts, event.end)
        within = own[bisect_left(own, first) : bisect_left(own, end)]
        found = [(abs(named.starts[index] - event.trigger), index) for index in within]
        return named.all[min(found)[1]] if found else None

    def mention(self, event: EventMention, role: Role, entity: int) -> Mention:
        """Return the mention by which an event mention knows an entity.

        In its sentence, else the last before it, else the first of the text.
        """
        here, named = self.here(event, role, entity), self.named[role]
        if here is not None:
            return here
        at = named.last(entity, event.first)
        return named.all[named.of[entity][0] if at is None else at]

    def _end_of(self, sentence: int) -> int:
        ends = self._sentences[sentence + 1 : sentence + 2]
        return ends[0] if ends else len(self._tokens)

    def _event(self, reading: EventReading) -> EventMention:
        trigger = self.token_at(reading.trigger[0])
        sentence = self.sentence_of(trigger)
        links: dict[Role, tuple[Argument, ...]] = {
            "subject": reading.subjects,
            "facility": (reading.facility,) if reading.facility else (),
            "date": (reading.date, *reading.more_dates) if reading.date else (),
        }
        return EventMention(
            reading,
            sentence,
            max(self._sentences[sentence], trigger - _FAR),
            min(self._end_of(sentence), trigger + _FAR),
            trigger,
            self.scene.paragraph_of[trigger],
            links,
            {role: _entities(arguments) for role, arguments in links.items()},
        )


def _entities(arguments: Iterable[Argument]) -> frozenset[int]:
    return frozenset([a.entity for a in arguments if a.entity is not None])

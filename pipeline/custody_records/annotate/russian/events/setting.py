"""Where and when: the facility, place and date that a sentence ties to a trigger."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.entities.entity import Entity, EntityType
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.event_types import FacilityReach
from custody_records.annotate.events.setting.held_at import HeldAt
from custody_records.annotate.events.setting.scene import Scene
from custody_records.annotate.russian.doc_lemmas import lemmas_in
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.participant_words import ParticipantWords
from custody_records.annotate.tags import VERBS
from custody_records.annotate.text import text_of

_OPENS = 3  # words that show what a sentence opens with
_CLOSE = 3  # words in which a date follows its verb
_FEW = 3  # facilities of a text that is about the first of them
_NEXT = 40  # characters behind a facility in which its own place stands
_SPOKEN = 600  # characters for which a text goes on to speak of a facility


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    token: Token
    entity: Entity


class Setting:
    """Answers for one doc."""

    def __init__(self, doc: Doc, words: ParticipantWords) -> None:
        self.doc = doc
        self.words = words
        self.index = EntityIndex.of(doc)
        self._mentions = {type_: self._of_type(type_) for type_ in ("facility", "place", "date")}
        self._starts = {t: [m.start for m in found] for t, found in self._mentions.items()}
        text = text_of(doc)
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self.scene = Scene.of(doc)
        several = len(self.index.of_type("facility")) > _FEW
        self.main = None if several else self.scene.main_facility
        self.held_at = HeldAt(doc, self.scene.facilities, words.former)

    @property
    def paragraphs(self) -> dict[int, int]:
        """Start of a sentence in characters → number of its paragraph."""
        return {s.start_char: self._paragraph(s.start_char) for s in self.doc.sents}

    def _of_type(self, type_: EntityType) -> list[_Mention]:
        found = []
        for entity in self.index.of_type(type_):
            for start, end in entity.mentions:
                span = self.doc.char_span(start, end, alignment_mode="expand")
                if span is not None:
                    found.append(_Mention(start, end, span.root, entity))
        return sorted(found, key=lambda m: (m.start, m.end))

    def facility(
        self,
        trigger: Token,
        sentence: Span,
        reach: FacilityReach,
        subjects: Sequence[Argument] = (),
    ) -> Argument | None:
        """Return the facility: the sentence's own, the one referred to, the one spoken of.

        ``reach``: how far it may be sought, as ``rules/events/types.yaml`` says of a type. One of
        ``subjects`` is where the text last told that he is.
        """
        found = self._told(trigger, sentence, reach)
        if found is not None or reach == "own":
            return found
        held = self.held_at.of(subjects, sentence.start)
        elsewhere = self._in("place", sentence) or self._in("facility", sentence)
        return None if held is None or elsewhere else _of_scene("facility", held[1], "article")

    def _told(self, trigger: Token, sentence: Span, reach: FacilityReach) -> Argument | None:
        here = self._nearest("facility", trigger, sentence)
        if here is not None and (reach != "own" or self._is_where(here, trigger)):
            return _argument("facility", here, "sentence")
        noun = self._noun_in(sentence)
        only = len(self.index.of_type("facility")) == 1
        main = self.main
        refers = noun is not None
        spoken = refers or (only and self._of_prisoners(sentence))
        if reach == "own" or (reach == "referred" and not spoken):
            return None
        before = self._before("facility", sentence.start_char)
        if before is None:  # a lead tells what befell in the one that the text goes on to name
            return _of_scene("facility", main, "article") if main else None
        if noun is not None:
            return self._of_kind(noun, before)
        if self._is_there(sentence, before):
            return _argument("facility", before, "reference")
        if self._in("place", sentence) and not only:
            return None  # told of a place of its own
        if self._paragraph(before.start) == self._paragraph(sentence.start_char):
            return _argument("facility", before, "paragraph")
        if only:
            return _argument("facility", before, "article")
        return self._spoken_of(sentence, before)

    def _spoken_of(self, sentence: Span, before: _Mention) -> Argument | None:
        """Return the facility that the text is about, or the one that it named last."""
        if not self.words.outside.isdisjoint(lemmas_in(sentence)):
            return None
        if self.main is not None:
            return _of_scene("facility", self.main, "article")
        near = sentence.start_char - before.end < _SPOKEN and self._of_prisoners(sentence)
        return _argument("facility", before, "article") if near else None

    def _noun_in(self, sentence: Span) -> Token | None:
        """Return the first noun that refers to a facility."""
        nouns = self.words.facility_nouns
        named = (
            self.doc[sentence.start + n]
            for n, lemma in enumerate(lemmas_in(sentence))
            if lemma in nouns
        )
        return next((token for token in named if token.pos_ == "NOUN"), None)

    def _is_there(self, sentence: Span, facility: _Mention) -> bool:
        """Tell whether "там" means the facility of the sentence before."""
        if self.words.there.isdisjoint(t.lower_ for t in sentence):
            return False
        place = self._before("place", sentence.start_char)
        behind = place is not None and place.start > facility.end + _NEXT
        return facility.token.sent.end >= sentence.start - 1 and not behind

    def _of_kind(self, noun: Token, before: _Mention) -> Argument:
        """Return the facility that a noun refers to: of its kind, the text's own or the last."""
        kinds = self.words.kinds_of_nouns.get(noun.lemma_, ())
        if self.main is not None and self._is_rather(noun, self.main, before):
            return _of_scene("facility", self.main, "reference")
        if kinds and getattr(before.entity, "kind", None) not in (None, *kinds):
            at = bisect_right(self._starts["facility"], before.start)
            told = reversed(self._mentions["facility"][:at])
            before = next((m for m in told if getattr(m.entity, "kind", None) in kinds), before)
        return _argument("facility", before, "reference")

    def _is_rather(self, noun: Token, main: Mention, before: _Mention) -> bool:
        """Tell whether "колония" is the text's colony rather than the centre named last."""
        kinds = self.words.kinds_of_nouns.get(noun.lemma_, ())
        other = getattr(before.entity, "kind", None)
        return getattr(main.entity, "kind", None) in kinds and other not in kinds

    @staticmethod
    def _is_where(mention: _Mention, trigger: Token) -> bool:
        """Tell whether a facility is where it happened, not whose chief somebody was.

        "Суд приговорил начальника ИК-6": the facility only describes him.
        """
        if _verb_of(mention.token).i != _verb_of(trigger).i:
            return False
        above = mention.token.head
        while above.i != trigger.i and above.head.i != above.i:
            if feature(above, "Animacy") == "Anim":
                return False
            above = above.head
        return True

    def _of_prisoners(self, sentence: Span) -> bool:
        return not self.words.prisoners.isdisjoint(lemmas_in(sentence))

    def place(
        self, trigger: Token, sentence: Span, facility: Argument | None = None
    ) -> Argument | None:
        """Return the place of the sentence that is the facility's, or hangs nearest."""
        held = self.doc._.entities[facility.entity] if facility and facility.entity else None
        own = [m for m in self._in("place", sentence) if m.entity.canonical == _town(held)]
        found = own[0] if own else self._nearest("place", trigger, sentence)
        return _argument("place", found, "sentence") if found else None

    def date(self, trigger: Token, sentence: Span, cues: frozenset[int]) -> Argument | None:
        """Return the date of the trigger's own clause, or the one that opens the sentence."""
        verb = _verb_of(trigger)
        found = [
            m
            for m in self._in("date", sentence)
            if not _of_saying(m.token, cues) and not self._is_term(m)
        ]
        own = [m for m in found if _verb_of(m.token).i == verb.i or _follows(m, trigger)]
        if own:
            return _argument("date", own[-1] if own[-1].start < trigger.idx else own[0], "sentence")
        shared = [
            m
            for m in found
            if m.start < trigger.idx
            and (verb.dep_ in ("conj", "parataxis") or m.token.i < verb.i)
            and not _in_relative(m.token, trigger)
        ]
        if shared:
            return _argument("date", shared[-1], "sentence")
        if found:
            return None
        return self._goes_on(sentence) or self._dated_behind(sentence) or self._of_section(trigger)

    def _is_term(self, mention: _Mention) -> bool:
        """Tell whether a date is only how long something is to last: "в СИЗО до 10 июля"."""
        first = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        before = self.doc[first.start - 1] if first is not None and first.start else None
        return before is not None and before.lower_ in self.words.terms

    def _dated_behind(self, sentence: Span) -> Argument | None:
        """Return the date that the next sentence gives: "Случилось это 18 февраля"."""
        if sentence.end >= len(self.doc):
            return None
        behind = self.doc[sentence.end].sent
        if self._paragraph(behind.start_char) != self._paragraph(sentence.start_char):
            return None
        told = lemmas_in(behind)
        dates = self._in("date", behind)
        learned = not self.words.learning.isdisjoint(told)
        opens = not self.words.dating.isdisjoint(told[:_OPENS])
        dated = len(dates) == 1 and opens and not learned
        return _argument("date", dates[0], "paragraph") if dated else None

    def _of_section(self, trigger: Token) -> Argument | None:
        """Return the date that heads a section of a chronicle, for what the section opens with."""
        heading = self.scene.date_of_section(trigger.sent.start)
        aside = trigger.dep_ in ("acl:relcl", "acl", "advcl", "amod")
        if heading is None or aside:
            return None
        learned = not self.words.learning.isdisjoint(lemmas_in(trigger.sent))
        return None if learned else _of_scene("date", heading, "article")

    def _goes_on(self, sentence: Span) -> Argument | None:
        """Return the date of what a sentence goes on to tell, within its paragraph.

        "Произошло это в ноябре. Сотрудники пришли с обыском.", "... Вслед за этим они отказались".
        """
        before = self._before("date", sentence.start_char)
        if before is None or self._paragraph(before.start) != self._paragraph(sentence.start_char):
            return None
        happens = not self.words.occurring.isdisjoint(lemmas_in(before.token.sent))
        follows = sentence[0].lower_ in self.words.following
        return _argument("date", before, "paragraph") if happens or follows else None

    def _nearest(self, type_: EntityType, trigger: Token, sentence: Span) -> _Mention | None:
        found = self._in(type_, sentence)
        if not found:
            return None
        verb = _verb_of(trigger)

        def distance(mention: _Mention) -> tuple[bool, bool, bool, int]:
            below = trigger.is_ancestor(mention.token)
            own = _verb_of(mention.token).i == verb.i
            return self._is_origin(mention), not below, not own, abs(mention.token.i - trigger.i)

        return min(found, key=distance)

    def _is_origin(self, mention: _Mention) -> bool:
        """Tell "из ИК-4", where something else stands in the sentence: "из ИК-4 в ИК-6"."""
        first = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        before = self.doc[first.start - 1] if first is not None and first.start else None
        noun = before is not None and before.lemma_ in self.words.facility_nouns
        if noun and before is not None and before.i:
            before = before.nbor(-1)
        return before is not None and before.lower_ in self.words.origins

    def _in(self, type_: EntityType, sentence: Span) -> list[_Mention]:
        starts = self._starts[type_]
        first = bisect_right(starts, sentence.start_char - 1)
        last = bisect_right(starts, sentence.end_char - 1)
        return self._mentions[type_][first:last]

    def _before(self, type_: EntityType, start: int) -> _Mention | None:
        at = bisect_right(self._starts[type_], start - 1)
        return self._mentions[type_][at - 1] if at else None

    def _paragraph(self, start: int) -> int:
        return bisect_right(self._breaks, start)


def _argument(kind: str, mention: _Mention, basis: str) -> Argument:
    start, end, head = mention.start, mention.end, mention.token.idx
    return _told(kind, start, end, head, mention.entity.id, basis)


def _of_scene(kind: str, mention: Mention, basis: str) -> Argument:
    start, end = mention.reading.start, mention.reading.end
    entity = mention.entity.id if mention.entity else None
    return _told(kind, start, end, start, entity, basis)


def _told(kind: str, start: int, end: int, head: int, entity: int | None, basis: str) -> Argument:
    return Argument(
        start,
        end,
        head,
        f"setting.ru.{basis}",
        kind,  # type: ignore[arg-type] # the callers name kinds
        basis=basis,  # type: ignore[arg-type] # ... and bases
        entity=entity,
    )


def _town(entity: Entity | None) -> str | None:
    return getattr(entity, "place", None)


def _verb_of(token: Token) -> Token:
    """Return the verb on which a word hangs, itself if it is one, else the top of its phrase."""
    while token.pos_ not in VERBS and token.head.i != token.i:
        token = token.head
    return token


def _follows(mention: _Mention, trigger: Token) -> bool:
    """Tell whether a date stands right behind a verb, on whatever the parser hangs it."""
    between = trigger.doc[trigger.i + 1 : mention.token.i + 1]
    bare = all(t.pos_ in ("ADP", "NUM", "ADJ", "NOUN") and not t.is_punct for t in between)
    return trigger.pos_ in VERBS and trigger.idx < mention.start and len(between) <= _CLOSE and bare


def _of_saying(token: Token, cues: frozenset[int]) -> bool:
    return _verb_of(token).i in cues


def _in_relative(token: Token, trigger: Token) -> bool:
    for above in (token, *token.ancestors):
        if above.dep_ in ("acl:relcl", "acl"):
            return not (above.i == trigger.i or above.is_ancestor(trigger))
    return False

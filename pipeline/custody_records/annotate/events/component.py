"""The component ``events``: what happened, to whom, where, when, and who says so."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from custody_records.annotate import cache
from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.arguments.resolve import Resolver
from custody_records.annotate.arguments.roles import SUBJECTS
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.entities.entity import DateEntity
from custody_records.annotate.events.classifier.classifier import Scores, scores_of
from custody_records.annotate.events.classifier.proposals import refused
from custody_records.annotate.events.custody_ties import is_apart, is_left
from custody_records.annotate.events.custody_words import CustodyWords
from custody_records.annotate.events.demands import Demands
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.evidence import Evidence
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.inherited import with_answered, with_subjects
from custody_records.annotate.events.judgement import Judge, Refusal, Status
from custody_records.annotate.events.needs import first_unmet
from custody_records.annotate.events.participants import Participants
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.rules import (
    load_domain,
    load_frames,
    load_lists,
    rules_by_type,
)
from custody_records.annotate.events.schema import Frame
from custody_records.annotate.events.sentence_reading import reading_of
from custody_records.annotate.events.sentences import HITS
from custody_records.annotate.events.setting.rules import SettingRules
from custody_records.annotate.events.setting.setting import Setting
from custody_records.annotate.events.sources import (
    SourceWords,
    by_sentence,
    sources_of,
    speakers_of,
    speakers_of_act,
)
from custody_records.annotate.events.together import share_setting
from custody_records.annotate.participants.lexicon import participants_of
from custody_records.annotate.readings import write
from custody_records.annotate.syntax.component import engine_of
from custody_records.annotate.tags import NOUNS
from custody_records.annotate.text import starts_of
from custody_records.contract.date import is_day
from custody_records.contract.values import EventType
from custody_records.rulebook import read

# Fields whose mentions are names: a trigger inside one ("Riot Police Department") tells nothing.
_NAMES = ("facilities", "statutes", "organizations", "people", "places")


class Events:
    """Writes ``doc.spans["events"]``, each span with ``span._.event``, a tuple of readings."""

    def __init__(self, nlp: Language, folder: Path) -> None:
        self.engine = engine_of(nlp)
        forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        self.lexicon = participants_of(nlp, folder)
        lists = load_lists(folder)
        self.custody_words = CustodyWords(load_domain(folder), forms)
        self.pronouns = lists["pronouns"]
        self.first_person = dict.fromkeys(lists["first_person_singular"], False)
        self.first_person |= dict.fromkeys(lists["first_person_plural"], True)
        self.near = lists["near"]
        self.known = lists["again"]
        self.held, self.staff = forms.of_all(lists["held"]), forms.of_all(lists["staff"])
        self.demand_words = lists["demands"]
        self.source_words = SourceWords.of(lists)
        self.setting = SettingRules(folder)
        self.frames: dict[str, Frame] = load_frames(folder)
        self.judge = Judge(nlp.vocab, folder, forms)
        types = load_types(folder)
        # type of an event → the rule for its denial, and the traits of that rule's type
        self.denials = {
            type_: (rule, types[file.type])
            for file in rules_by_type(folder)
            for rule in file.rules
            for type_ in rule.negation_of
        }

    def __call__(self, doc: Doc) -> Doc:
        """Read the events of a doc from the triggers found before."""
        setting = Setting(doc, self.setting, self.lexicon)
        demands = Demands(doc, self.demand_words)
        said = by_sentence(doc)
        spans = [span for group in _NAMES for span in doc.spans.get(group, ())]
        named = {index for span in spans for index in range(span.start, span.end)}
        sentences = list(doc.spans.get("event_sentences", ()))
        hits_of = cache.values(doc).get(HITS, {})
        found: list[EventReading] = []
        for sentence in sentences:
            attributions = said.get(sentence.start_char, [])
            # What a list says more about is not judged by its opening.
            scores = None if demands.opened_at(sentence.start_char) else scores_of(doc)
            kept: set[tuple[int, EventType]] = set()
            hits = hits_of.get(sentence.start, ())
            unlike = _unlike(hits, sentence, setting, scores)
            for hit in hits:
                if (hit.token.i, hit.type) in kept:
                    continue
                if sentence.start + hit.token.i in named:
                    _refuse(sentence, hit, "refuse.inside-a-name")
                elif hit.refused_by:
                    _refuse(sentence, hit, hit.refused_by)
                elif sentence.start_char in demands:
                    demands.note(sentence.start_char, self._wanted(hit, sentence))
                    _refuse(sentence, hit, "refuse.demanded-in-a-list")
                elif scores and hit.type in unlike:
                    _refuse(sentence, hit, scores.why_unlike(sentence, hit.type))
                elif reading := self._read(hit, sentence, setting, attributions):
                    kept.add((hit.token.i, hit.type))
                    if scores and _is_unlike(scores, sentence, reading):
                        _refuse(sentence, hit, scores.why_unlike(sentence, reading.type))
                    else:
                        found += _by_day(reading)
        paragraphs = {s.start_char: setting.paragraph_of[s.start] for s in sentences}
        lent = with_subjects(demands.lend(found))
        shared = share_setting(lent, paragraphs, _days(doc))
        _write(doc, sentences, with_answered(shared))
        return doc

    def _read(
        self, hit: Hit, sentence: Span, setting: Setting, attributions: list[Attribution]
    ) -> EventReading | None:
        """Return what a trigger tells, or None: it tells no event."""
        evidence = self._evidence(hit, sentence, setting, attributions)
        if hit.rule.spoken:
            evidence = self._as_stated(hit, sentence, evidence, attributions, setting)
        outside = self._outside_custody(hit, sentence, evidence, setting)
        if outside is not None:
            _refuse(sentence, hit, outside)
            return None
        refusal = self.judge.refuse(hit, evidence)
        if refusal is not None:
            if refusal.cue is not None:
                _note_cue(sentence, hit, refusal.cue)
            _refuse(sentence, hit, refusal.by)
            return self._denial(hit, sentence, evidence, refusal, attributions, setting)
        said = sources_of(hit, sentence, attributions, self.source_words)
        status = self.judge.status(hit, evidence, said)
        if status.cue is not None:
            _note_cue(sentence, hit, status.cue)
        speakers = speakers_of(said)
        if hit.rule.spoken or self.frames[hit.rule.frame].actors_speak:
            cue, _ = _word(sentence, hit)
            speakers = speakers_of_act(cue, evidence.actors, attributions)
        return self._told(hit, sentence, evidence, status, speakers)

    def _outside_custody(
        self, hit: Hit, sentence: Span, evidence: Evidence, setting: Setting
    ) -> str | None:
        """Return why what befalls only those who are held befell somebody else, or None.

        "Three officers of IK-6 died", "a shopkeeper was shot dead near IK-6", "he died a year after
        he was released from IK-6".
        """
        if hit.traits.befalls != "held":
            return None
        if self._participants(sentence).are_staff(evidence.subjects):
            return "refuse.staff"
        words, tied = self.custody_words, evidence.facility
        for mention in setting.facilities.within(sentence):
            if tied is not None and mention.entity is not None and mention.entity.id != tied.entity:
                continue
            root = mention.root(sentence, self.engine.of(sentence))
            if is_left(root, hit.token, words.departed):
                return "refuse.after-custody"
            if is_apart(root, words.apart) and not evidence.known:
                return "refuse.beside-the-facility"
        return None

    def _denial(
        self,
        hit: Hit,
        sentence: Span,
        evidence: Evidence,
        refusal: Refusal,
        attributions: list[Attribution],
        setting: Setting,
    ) -> EventReading | None:
        """Return the denial of officials who say that an event was not, or None.

        "He was not beaten by anyone," the warden said.
        """
        if hit.type not in self.denials or not refusal.negation:
            return None
        rule, traits = self.denials[hit.type]
        denial = replace(hit, rule=rule, traits=traits)
        evidence = self._as_stated(denial, sentence, evidence, attributions, setting)
        if first_unmet(rule.needs, evidence) is not None:
            return None
        return self._told(denial, sentence, evidence, Status("reported"), evidence.actors)

    def _as_stated(
        self,
        hit: Hit,
        sentence: Span,
        evidence: Evidence,
        attributions: list[Attribution],
        setting: Setting,
    ) -> Evidence:
        """Return the evidence of a trigger as that of the statement in which it is told.

        "He slipped in the shower," the warden said on Monday: by the warden, on Monday. Without a
        speaker it has no actor.
        """
        said = sources_of(hit, sentence, attributions, self.source_words)
        speakers = tuple(a.source for a in said if a.source is not None)[:1]
        cue = next((t for t in sentence if said and t.idx == said[0].cue[0]), None)
        if cue is None:
            return replace(evidence, actors=speakers, token=None)
        token = self.engine.of(sentence)[cue.i - sentence.start]
        stated = replace(hit, token=token, words=(token.i,))
        setting_of = self._evidence(stated, sentence, setting, attributions)
        return replace(
            evidence,
            date=setting_of.date,
            facility=evidence.facility or setting_of.facility,
            actors=speakers,
            token=token,
        )

    def _told(
        self,
        hit: Hit,
        sentence: Span,
        evidence: Evidence,
        status: Status,
        speakers: Sequence[Argument],
    ) -> EventReading:
        """Return the reading of an event, noted in the decision log."""
        if hit.rule.for_oneself and not evidence.subjects and evidence.acts_for_himself:
            evidence = replace(evidence, subjects=evidence.actors)
        reading = reading_of(
            sentence,
            _word(sentence, hit),
            hit.rule,
            hit.traits,
            status.value,
            subjects=evidence.subjects,
            actors=evidence.actors,
            sources=speakers,
            facility=evidence.facility,
            place=evidence.place,
            date=evidence.date,
        )
        return replace(
            reading,
            more_dates=evidence.more_dates,
            of_others=_is_of_others(hit),
            everywhere=evidence.everywhere,
            undated=evidence.undated,
            again=any(c.dep_ == "det" and c.lower_ in self.known for c in hit.token.children),
            ends_as=hit.rule.ends_as,
        )

    def _evidence(
        self, hit: Hit, sentence: Span, setting: Setting, attributions: list[Attribution]
    ) -> Evidence:
        """Return what is found around a trigger: participants, facility, place and date."""
        parsed, frame = self.engine.of(sentence), self.frames[hit.rule.frame]
        participants = self._participants(sentence, attributions)
        only_people = hit.traits.befalls != "anyone"
        subjects = participants.reach(hit.token, frame.subjects, people_only=only_people)
        of_a_thing = not subjects and any(t.pos_ in NOUNS for t in participants.heads)
        if hit.traits.legal_step:
            subjects += participants.gapped(hit.token, subjects)
        if hit.traits.befalls == "held":
            subjects = participants.held_among(subjects)
        actors = participants.reach(hit.token, frame.actors)
        if hit.traits.own_act:
            subjects = participants.without_advocates(subjects, actors)
        if frame.apart:
            befallen = {subject.start for subject in subjects}
            actors = tuple(actor for actor in actors if actor.start not in befallen)
        starts = starts_of(sentence.doc)
        said = (bisect_left(starts, a.cue[0]) for a in attributions if a.reach == "own")
        cues = frozenset(at - sentence.start for at in said) - {hit.token.i}
        if frame.actors_speak:  # "in a statement of 9 April the service denied it": on that day
            cues -= {token.i for token in hit.token.subtree}
        speaking = cues | ({hit.token.i} if frame.actors_speak else frozenset())
        found = setting.of(hit, sentence, parsed, cues, speaking, subjects, actors)
        return Evidence(
            sentence,
            sentence.start + hit.token.i,
            self.lexicon,
            self.custody_words,
            self.pronouns,
            subjects,
            actors,
            tuple(participants.heads),
            found.facility,
            found.place,
            found.date,
            hit.token,
            found.more_dates,
            found.everywhere,
            found.undated,
            of_a_thing,
        )

    def _participants(
        self, sentence: Span, attributions: Sequence[Attribution] = ()
    ) -> Participants:
        resolver = Resolver.of(sentence.doc, self.lexicon)
        return Participants(
            sentence,
            resolver,
            self.lexicon,
            self.first_person,
            self.held,
            self.staff,
            self.near,
            attributions,
        )

    def _wanted(self, hit: Hit, sentence: Span) -> tuple[Argument, ...]:
        """Return whom the item of a list of demands is about."""
        paths = self.frames[hit.rule.frame].subjects
        return self._participants(sentence).reach(hit.token, paths, people_only=True)


def _unlike(
    hits: Sequence[Hit], sentence: Span, setting: Setting, scores: Scores | None
) -> frozenset[EventType]:
    """Return the types whose hits need no reading; a facility may tell where somebody is held."""
    if scores is None or setting.facilities.within(sentence):
        return frozenset()
    return refused(scores, hits, sentence)


def _is_unlike(scores: Scores, sentence: Span, reading: EventReading) -> bool:
    return scores.is_unlike(sentence, reading.type, reading.rule)


def _is_of_others(hit: Hit) -> bool:
    """Tell whether a clause below a trigger has a subject, so that nobody named before is meant.

    "He denied that the tower had been unmanned", but "denied that anyone had been beaten".
    """
    clauses = (c for c in hit.token.children if c.dep_ == "ccomp")
    return any(
        c.dep_ in SUBJECTS and c.pos_ != "PRON" for clause in clauses for c in clause.children
    )


def _days(doc: Doc) -> frozenset[int]:
    """Return the ids of the entities that are single days."""
    days = (e for e in doc._.entities or () if isinstance(e, DateEntity) and e.end is None)
    return frozenset(e.id for e in days if is_day(e.value))


def _by_day(reading: EventReading) -> list[EventReading]:
    """Return a reading for each of its days, where its type is an event of each."""
    if not reading.traits.each_day:
        return [reading]
    return [reading, *(replace(reading, date=day) for day in reading.more_dates)]


def _write(doc: Doc, sentences: list[Span], found: list[EventReading]) -> None:
    """Write the readings of each sentence to ``doc.spans["events"]``."""
    by_start: dict[int, list[EventReading]] = {}
    for reading in found:
        by_start.setdefault(reading.start, []).append(reading)
        for tied in (reading.facility, reading.place, reading.date):
            if tied is not None:
                kept = Decision("event_setting", tied.rule, *reading.trigger, "kept", reading.rule)
                note(doc, kept)
    told = [s for s in sentences if s.start_char in by_start]
    write(doc, "event", [(s.start, s.end, by_start[s.start_char]) for s in told])


def _word(sentence: Span, hit: Hit) -> tuple[int, int]:
    """Return where the trigger stands in the text."""
    word = sentence[hit.token.i]
    return word.idx, word.idx + len(word)


def _note_cue(sentence: Span, hit: Hit, cue: str) -> None:
    decision = Decision("event_context", cue, *_word(sentence, hit), "kept", hit.rule.id)
    note(sentence.doc, decision)


def _refuse(sentence: Span, hit: Hit, by: str) -> None:
    note(sentence.doc, Decision("events", hit.rule.id, *_word(sentence, hit), "refused", by))

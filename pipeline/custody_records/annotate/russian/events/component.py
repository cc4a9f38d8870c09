"""The Russian events: triggers by lemma trees over Universal Dependencies."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.symbols import NOUN, PROPN  # type: ignore[import-not-found] # compiled, no stubs
from spacy.tokens import Doc, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.classifier.classifier import TRIGGERS
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.inherited import with_subjects
from custody_records.annotate.events.notation import UD_LABELS, parse
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.sentence_reading import reading_of
from custody_records.annotate.events.together import share_setting
from custody_records.annotate.events.trees import Facts, TreeMatcher
from custody_records.annotate.readings import write
from custody_records.annotate.russian import participant_words
from custody_records.annotate.russian.doc_lemmas import lemmas
from custody_records.annotate.russian.events.custody import Custody
from custody_records.annotate.russian.events.judgement import NEGATED, Judge
from custody_records.annotate.russian.events.needs import Found, Needs
from custody_records.annotate.russian.events.proposals import (
    Telling,
    classifier_of,
    load_settings,
    proposals,
)
from custody_records.annotate.russian.events.roles import reach
from custody_records.annotate.russian.events.schema import (
    RussianEventRule,
    load,
    load_context,
)
from custody_records.annotate.russian.events.setting import Setting
from custody_records.annotate.russian.names import words as names
from custody_records.annotate.russian.participants import Participants, arguments
from custody_records.annotate.text import sentences_of
from custody_records.contract.values import EventType

_NAMES = ("facilities", "statutes", "organizations", "people", "places")


class Lemmas(Forms):
    """A word of a pattern stands for itself: texts are matched by their lemmas."""

    def __init__(self) -> None:
        super().__init__(Irregular(forms={}))

    def of_all(self, lemmas: Sequence[str], *, verbs: bool = False) -> frozenset[str]:  # type: ignore[override] # one shape of words
        """Return the words as they are."""
        return frozenset(lemmas)


@dataclass(frozen=True, slots=True)
class _Pattern(Telling):
    says: int  # words of its tree: what says more goes first
    matcher: TreeMatcher
    unless: tuple[TreeMatcher, ...]


class RussianEvents:
    """Writes ``doc.spans["events"]``, each span with ``span._.event``, a tuple of readings.

    Triggers are those of the rules, and those that the classifier of sentences proposes.
    """

    def __init__(self, nlp: Language, rules: Path) -> None:
        types, forms, vocab = load_types(rules), Lemmas(), nlp.vocab
        self.words = words = participant_words.load(rules)
        self.people = names.load(rules).people
        self.context = load_context(rules)
        self.judge = Judge(self.context, words)
        self._by_word: dict[str, list[_Pattern]] = defaultdict(list)
        # type of an event → what tells its denial
        self._denials: dict[EventType, Telling] = {}
        for file in load(rules):
            for rule in file.rules:
                unless = tuple(TreeMatcher(parse(t, UD_LABELS), forms, vocab) for t in rule.unless)
                for source in rule.tree:
                    tree = parse(source, UD_LABELS)
                    matcher = TreeMatcher(tree, forms, vocab)
                    says = len(source.split())
                    pattern = _Pattern(rule, types[file.type], says, matcher, unless)
                    self._denials |= dict.fromkeys(rule.negation_of, pattern)
                    for word in tree.nodes[0].words:
                        self._by_word[word].append(pattern)
        for patterns in self._by_word.values():
            patterns.sort(key=lambda p: -p.says)
        settings = load_settings(rules)
        self._proposals = proposals(settings.proposals, types)
        denied_as = {type_: denial.traits.type for type_, denial in self._denials.items()}
        self.classifier = classifier_of(rules, settings, denied_as)

    def __call__(self, doc: Doc) -> Doc:
        """Read the events of a doc; one that speaks of no custody has none."""
        doc.spans["events"] = []
        if not doc.spans.get("facilities") and self.context.custody.isdisjoint(lemmas(doc)):
            return doc
        reader = _Reader(doc, self)
        found: dict[int, list[EventReading]] = defaultdict(list)
        shared = with_subjects(self._found(doc, reader))
        for reading in share_setting(shared, reader.setting.paragraphs):
            found[reading.start].append(reading)
        told = [s for s in doc.sents if s.start_char in found]
        write(doc, "event", [(s.start, s.end, found[s.start_char]) for s in told])
        return doc

    def _found(self, doc: Doc, reader: "_Reader") -> list[EventReading]:
        """Return what each trigger tells by itself, in text order."""
        inside = frozenset(t.i for span in doc.spans.get("facilities", ()) for t in span)
        facts = Facts(doc, inside, word="LEMMA")
        for sentence in doc.sents:  # the tagger takes a first word for a name by its capital
            if facts.pos[sentence.start] == PROPN:
                facts.pos[sentence.start] = NOUN
        named = {t.i for group in _NAMES for span in doc.spans.get(group, ()) for t in span}
        triggers = [(t, patterns) for t, patterns in self._triggers(doc) if t.i not in named]
        found: dict[int, EventReading | None] = {}
        for token, patterns in triggers:
            fitting = (p for p in patterns if self._fits(token, p, facts))
            readings = (self._read(token, pattern, reader) for pattern in fitting)
            found[token.i] = next(filter(None, readings), None)
        # Who had not been told to be held may have been since: "... Ахметов был арестован".
        for i, telling in tuple(reader.unheld):
            found[i] = found[i] or self._liked(reader.read(doc[i], telling), doc[i], reader)
        told = [reading for reading in found.values() if reading]
        told += self._proposed(doc, named, told, reader)
        return sorted(told, key=lambda reading: reading.trigger)

    def _proposed(
        self, doc: Doc, named: set[int], told: Sequence[EventReading], reader: "_Reader"
    ) -> Iterator[EventReading]:
        """Yield what the classifier's triggers tell, for likely types that no rule tells."""
        known = {(reading.start, reading.type) for reading in told}
        for sentence in sentences_of(doc):
            likely = reader.scores.likely(sentence)
            if not likely:
                continue
            may_tell = [t.pos_ in TRIGGERS and t.i not in named for t in sentence]
            for type_ in likely:
                if (sentence.start_char, type_) in known:
                    continue
                best = reader.scores.word(sentence, may_tell, type_)
                if best is None:
                    continue
                token = sentence[best]
                telling = self._proposals[type_, token.pos_]
                why = reader.scores.reasons(sentence, type_)
                end = token.idx + len(token)
                note(doc, Decision("event_context", telling.rule.id, token.idx, end, "kept", why))
                reading = self._read(token, telling, reader)
                if reading:
                    yield reading

    def _triggers(self, doc: Doc) -> Iterator[tuple[Token, list[_Pattern]]]:
        strings, hashes = doc.vocab.strings, doc.to_array("LEMMA").tolist()
        told = {lemma: self._by_word.get(strings[lemma]) for lemma in set(hashes)}
        for i, lemma in enumerate(hashes):
            patterns = told[lemma]
            if patterns:
                yield doc[i], patterns

    def _fits(self, token: Token, pattern: _Pattern, facts: Facts) -> bool:
        """Tell whether a pattern's tree is there, and none that refuses it."""
        if not pattern.matcher.fits(facts, token.i):
            return False
        refused = any(matcher.fits(facts, token.i) for matcher in pattern.unless)
        if refused:
            self._refuse(token, pattern.rule, "unless")
        return not refused

    def _read(self, token: Token, telling: Telling, reader: "_Reader") -> EventReading | None:
        """Return what a trigger tells, None if it tells no event."""
        refused = self.judge.refuses(token, telling.rule)
        if not refused:
            return self._liked(reader.read(token, telling), token, reader)
        self._refuse(token, telling.rule, refused)
        denial = self._denials.get(telling.traits.type) if refused == NEGATED else None
        if denial is None:
            return None
        return self._liked(reader.denied(token, telling, denial), token, reader)

    def _liked(
        self, reading: EventReading | None, token: Token, reader: "_Reader"
    ) -> EventReading | None:
        """Return a reading unless its sentence is like none that tells an event of its type."""
        if reading is None:
            return None
        if not reader.scores.is_unlike(token.sent, reading.type, reading.rule):
            return reading
        end, why = token.idx + len(token), reader.scores.why_unlike(token.sent, reading.type)
        note(token.doc, Decision("events", reading.rule, token.idx, end, "refused", why))
        return None

    @staticmethod
    def _refuse(token: Token, rule: RussianEventRule, by: str) -> None:
        end = token.idx + len(token)
        note(token.doc, Decision("events", rule.id, token.idx, end, "refused", by))


class _Reader:
    """Reads what a trigger tells in one doc."""

    def __init__(self, doc: Doc, events: RussianEvents) -> None:
        self.doc = doc
        self.scores = events.classifier.over(doc)
        self.judge = events.judge
        self.words = events.words
        self.participants = Participants(doc, events.words, events.people)
        self.setting = Setting(doc, events.words)
        self.needs = Needs(
            doc, events.judge, Custody(doc, events.words, events.people, events.context.custody)
        )
        # The token and pattern of what befell people of whom nothing tells yet that they are held.
        self.unheld: list[tuple[int, Telling]] = []
        self.said: dict[int, tuple[Attribution, ...]] = {
            span.start: span._.attribution for span in doc.spans.get("attributions", ())
        }

    def read(self, token: Token, pattern: Telling) -> EventReading | None:
        """Return the event that a trigger tells, None if a need is not met."""
        rule, traits, sentence = pattern.rule, pattern.traits, token.sent
        attributions = self.said.get(sentence.start, ())
        goes_on = traits.witnessed or traits.consequence
        said = [
            a
            for a in self._around(token)
            if a.cue[0] != token.idx and (goes_on or a.reach != "goes-on")
        ]
        speakers = tuple(a.source for a in said if a.source is not None)
        subjects = self._reach(token, rule.subjects, speakers, bodies=traits.befalls == "anyone")
        befallen = {(a.start, a.end) for a in subjects}
        actors = tuple(
            a
            for a in self._reach(token, rule.actors, speakers, bodies=True)
            if (a.start, a.end) not in befallen or "self" in rule.subjects
        )
        if traits.contested and not actors and all(self._is_staff(a) for a in subjects):
            subjects, actors = (), subjects  # "били трое сотрудников"
        cues = frozenset(
            t.i for t in sentence for a in attributions if t.idx == a.cue[0] and t.i != token.i
        )
        reach_ = rule.facility or traits.facility
        facility = self.setting.facility(token, sentence, reach_, subjects)
        place = self.setting.place(token, sentence, facility)
        date = self.setting.date(token, sentence, cues)
        found = Found(sentence, subjects, actors, facility, place, date, reach_, speakers)
        unmet = self.needs.unmet(rule, found)
        end = token.idx + len(token)
        if unmet == "held":
            self.unheld.append((token.i, pattern))
        if not unmet and (traits.public_act or traits.contested):
            self.needs.custody.told(subjects)
        if unmet:
            note(self.doc, Decision("events", rule.id, token.idx, end, "refused", f"needs.{unmet}"))
            return None
        status = self.judge.status(token, rule, traits, said)
        sources = [*speakers, *actors] if rule.actors_speak else [*speakers]
        return reading_of(
            sentence,
            (token.idx, end),
            rule,
            traits,
            status,
            subjects=subjects,
            actors=actors,
            sources=arguments(sources),
            facility=facility,
            place=place,
            date=date,
        )

    def _around(self, token: Token) -> list[Attribution]:
        """Return the attributions in whose content a word stands."""
        said = self.said.get(token.sent.start, ())
        return [a for a in said if a.start <= token.idx < a.end]

    def _is_staff(self, somebody: Argument) -> bool:
        return self.judge.is_staff(self.doc, somebody)

    def denied(self, token: Token, pattern: Telling, denial: Telling) -> EventReading | None:
        """Return the denial of officials who say that an event was not: "силу не применяли"."""
        sentence, end = token.sent, token.idx + len(token)
        speakers = [a.source for a in self._around(token) if a.source is not None]
        official = [a for a in speakers if self.judge.is_official(self.doc, a)]
        if not official:
            return None
        subjects = self._reach(token, pattern.rule.subjects, (), bodies=False)
        facility = self.setting.facility(token, sentence, denial.traits.facility, subjects)
        return reading_of(
            sentence,
            (token.idx, end),
            denial.rule,
            denial.traits,
            "reported",
            subjects=subjects,
            actors=arguments(official),
            sources=arguments(official),
            facility=facility,
            place=self.setting.place(token, sentence),
            date=self.setting.date(token, sentence, frozenset()),
        )

    def _reach(
        self, token: Token, paths: Sequence[str], speakers: Sequence[Argument], *, bodies: bool
    ) -> tuple[Argument, ...]:
        """Return whom the first path that leads to somebody reaches; "меня" is who speaks."""
        for path in paths:
            found: list[Argument] = []
            for word in reach(token, path):
                if word.lemma_ in self.words.first_person:
                    found += speakers[:1]
                else:
                    found += self.participants.of(word, bodies=bodies)
            if path == "self":  # which leads to prisoners alone
                found = [a for a in found if not self.needs.custody.frees([a])]
            if found:
                return arguments(found)
        return ()

"""The component ``event_triggers``: which sentences tell an event, and by which words.

It runs before ``attributions``, so that both read the same few parsed sentences.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import minibatch

from custody_records.annotate import cache
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.classifier.classifier import Scores, SentenceClassifier
from custody_records.annotate.events.classifier.proposals import (
    Proposals,
    load_settings,
    refused,
)
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.needs import may_be_met
from custody_records.annotate.events.notation import FACILITY
from custody_records.annotate.events.schema import EventRule
from custody_records.annotate.events.sentence_traits import SentenceTraits
from custody_records.annotate.events.triggers import Pattern, Triggers
from custody_records.annotate.layout.paragraphs import Layout
from custody_records.annotate.participants.lexicon import participants_of
from custody_records.annotate.syntax.component import engine_of
from custody_records.annotate.text import lower_of, sentences_of
from custody_records.contract.values import EventType

# In the doc's cache: first token of a sentence → its hits.
HITS = "event_hits"
Candidates = list[tuple[Span, list[Pattern], list[EventType]]]
_BATCH = 32  # docs; a parser's step costs the same for all their sentences as for one


class EventTriggers:
    """Writes ``doc.spans["event_sentences"]`` and the hits of each.

    Hits are those of the rules, and those that the classifier of sentences proposes.
    """

    def __init__(self, nlp: Language, folder: Path) -> None:
        self.engine = engine_of(nlp)
        self.triggers = Triggers(nlp.vocab, folder, participants_of(nlp, folder))
        settings = load_settings(folder)
        self.proposals = Proposals(folder, settings.proposals)
        self.classifier = SentenceClassifier(
            folder / "events",
            settings,
            (row.type for row in settings.proposals),
            self.triggers.denied_as,
        )

    def __call__(self, doc: Doc) -> Doc:
        """Parse the sentences that may tell an event, and match the patterns in them."""
        (done,) = self.pipe([doc])
        return done

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Do the same for many docs, whose sentences are parsed together."""
        for batch in minibatch(stream, size=min(batch_size, _BATCH)):  # type: ignore[no-untyped-call]
            docs = [(doc, self._candidates(doc)) for doc in batch]
            self.engine.request([sentence for _, found in docs for sentence, *_ in found])
            for doc, found in docs:
                yield self._match(doc, found)

    def _candidates(self, doc: Doc) -> Candidates:
        lower, traits_of = lower_of(doc), self.triggers.prefilter.over(doc)
        housed = frozenset(_housed(doc))
        scores = self.classifier.over(doc)
        found: Candidates = []
        for sentence in sentences_of(doc):
            words = frozenset(lower[sentence.start : sentence.end])
            if not housed.isdisjoint(range(sentence.start, sentence.end)):
                words |= {FACILITY}
            patterns, likely = self.triggers.possible(words), scores.likely(sentence)
            if patterns or likely:
                traits = traits_of(sentence, words)
                patterns = [pattern for pattern in patterns if _may_tell(pattern.rule, traits)]
                likely = likely if traits.domain else []
            if patterns or likely:
                found.append((sentence, patterns, likely))
        return _worth_a_parse(doc, found, scores, housed)

    def _match(self, doc: Doc, candidates: Candidates) -> Doc:
        hits: dict[int, list[Hit]] = {}
        housed = _housed(doc)
        told = []
        scores = self.classifier.over(doc)
        for sentence, patterns, likely in candidates:
            first, end = bisect_left(housed, sentence.start), bisect_left(housed, sentence.end)
            facilities = frozenset(i - sentence.start for i in housed[first:end])
            parsed = self.engine.of(sentence)
            found = self.triggers.find(parsed, patterns, facilities)
            found += _proposed(self.proposals, scores, sentence, parsed, likely, found)
            if found:
                hits[sentence.start] = found
                told.append(sentence)
        cache.values(doc)[HITS] = hits
        doc.spans["event_sentences"] = told
        return doc


def _worth_a_parse(
    doc: Doc, candidates: Candidates, scores: Scores, housed: frozenset[int]
) -> Candidates:
    """Return the sentences without those of which the classifier refuses all that they may tell.

    Such a one is still parsed where another of its paragraph may tell an event, whose source it may
    name, where it has a facility, in which it may say that somebody is, and in a list of demands.
    """
    layout = Layout.of(doc)
    numbers = [layout.at(sentence.start_char) for sentence, *_ in candidates]
    openings = frozenset(layout.heads)
    unlike = set()
    for number, (sentence, patterns, likely) in zip(numbers, candidates, strict=True):
        held = not housed.isdisjoint(range(sentence.start, sentence.end))
        types = {pattern.traits.type for pattern in patterns}
        listed = layout.heads[number] is not None or number in openings
        if not (likely or held or listed) and types == refused(scores, patterns, sentence):
            unlike.add(number)
    told = {layout.paragraphs[number] for number in numbers if number not in unlike}
    kept: Candidates = []
    for number, candidate in zip(numbers, candidates, strict=True):
        if number not in unlike or layout.paragraphs[number] in told:
            kept.append(candidate)
            continue
        sentence, patterns, _ = candidate
        for pattern in {pattern.traits.type: pattern for pattern in patterns}.values():
            why = scores.why_unlike(sentence, pattern.traits.type)
            start, end = sentence.start_char, sentence.end_char
            note(doc, Decision("events", pattern.rule.id, start, end, "refused", why))
    return kept


def _proposed(
    proposals: Proposals,
    scores: Scores,
    sentence: Span,
    parsed: Span,
    likely: list[EventType],
    found: list[Hit],
) -> Iterator[Hit]:
    """Yield a trigger for each likely type of which no rule finds one."""
    told = {hit.type for hit in found if not hit.refused_by}
    for type_ in likely:
        hit = None if type_ in told else proposals.hit(scores, sentence, parsed, type_)
        if hit is not None:
            start, end = sentence[hit.token.i].idx, sentence[hit.token.i].idx + len(hit.token)
            why = scores.reasons(sentence, type_)
            note(sentence.doc, Decision("event_context", hit.rule.id, start, end, "kept", why))
            yield hit


def _housed(doc: Doc) -> list[int]:
    """Return the tokens inside mentions of facilities, sorted."""
    spans = doc.spans.get("facilities", ())
    return sorted(i for span in spans for i in range(span.start, span.end))


def _may_tell(rule: EventRule, sentence: SentenceTraits) -> bool:
    """Tell whether a rule may find all that it needs in a sentence nobody has parsed."""
    return (sentence.negated or not rule.negated) and may_be_met(rule.needs, sentence)

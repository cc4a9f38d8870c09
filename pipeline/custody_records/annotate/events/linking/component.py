"""The component ``linked_events``: asks again whom, where and when rules link to an event.

Rules say whom and where a clause tells; over several sentences they link by a few steps. A logistic
regression over how the text is built (``features.py``) says how likely an entity is the subject,
the facility or the day of an event mention. Likely people are linked where the rules find none by
name in its sentence, a likely day where they tie none or another one. Unlikely people whom they
take from another sentence, facilities that they infer and days are left out.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field
from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.linking.context import (
    ROLES,
    Candidate,
    Context,
    EventMention,
    Role,
)
from custody_records.annotate.events.linking.features import Features
from custody_records.annotate.events.linking.weights import LinkerWeights
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.weights import logit
from custody_records.annotate.readings import of_doc, of_span, write
from custody_records.contract.values import Basis
from custody_records.rulebook import RuleFile, read

_UNLIKELY = "linker.unlikely"  # why a subject, facility or day is left out
_STEPS: dict[Role, str] = {role: f"linker.{role}" for role in ROLES}  # in the decision log
_LOG: dict[Role, str] = {
    "subject": "event_context",
    "facility": "event_setting",
    "date": "event_setting",
}


class Settings(RuleFile):
    """``linking/settings.yaml``: probabilities from which a person is linked as subject, or a day,
    and above which a subject of another sentence, a facility or a day of the rules stays."""

    subject_from: float = Field(gt=0, lt=1)
    subject_above: float = Field(gt=0, lt=1)
    facility_above: float = Field(gt=0, lt=1)
    date_from: float = Field(gt=0, lt=1)
    date_above: float = Field(gt=0, lt=1)


@dataclass(frozen=True)
class Scored:
    """The candidates for a role of the event mention ``index``, with their log-odds."""

    context: Context
    index: int
    role: Role
    scores: dict[Candidate, float]

    @property
    def event(self) -> EventMention:
        """The event mention."""
        return self.context.events[self.index]

    @property
    def linked(self) -> frozenset[Candidate]:
        """What the rules link."""
        return self.event.linked(self.role)

    @property
    def own(self) -> dict[Candidate, float]:
        """Those of the candidates that the rules link."""
        linked = self.linked
        return {one: score for one, score in self.scores.items() if one in linked}

    def likely(self, least: float) -> list[Candidate]:
        """Return the candidates of a probability or a higher one, the likeliest first."""
        bound = logit(least)
        likely = [one for one, score in self.scores.items() if score >= bound]
        return sorted(likely, key=self.scores.__getitem__, reverse=True)

    def is_unlikely(self, least: float) -> bool:
        """Tell whether all that the rules link is below a probability, if it was asked about."""
        return bool(self.own) and max(self.own.values()) < logit(least)


class LinkedEvents:
    """Rewrites ``span._.event``: subjects and facility of each reading."""

    def __init__(self, folder: Path) -> None:
        """``folder``: of the language in ``rules/linking``. Raises RuleError."""
        self.settings = read(folder / "settings.yaml", Settings)
        self.weights = LinkerWeights.read(folder / "weights.npz")

    def __call__(self, doc: Doc) -> Doc:
        """Link what is likely, and leave out what is unlikely, in the readings of a doc."""
        readings = of_doc(doc, "event")
        if not readings:
            return doc
        context = Context(doc, readings)
        linked = iter([self._linked(context, index) for index in range(len(readings))])
        found = [
            (span.start, span.end, tuple(next(linked) for _ in of_span(span, "event")))
            for span in doc.spans["events"]
        ]
        write(doc, "event", found)
        return doc

    def _linked(self, context: Context, index: int) -> EventReading:
        reading = self._with_date(context, index, self._with_subjects(context, index))
        scored = self._scored(context, index, "facility")
        if reading.facility and scored.is_unlikely(self.settings.facility_above):
            self._left_out(scored, reading.facility.rule)
            return replace(reading, facility=None)
        return reading

    def _with_subjects(self, context: Context, index: int) -> EventReading:
        event, scored = context.events[index], self._scored(context, index, "subject")
        reading, likely = event.reading, scored.likely(self.settings.subject_from)
        if likely and scored.linked.isdisjoint(likely):
            self._note_linked(scored, likely[0])
            people = [one for one in likely if one is not None]
            return replace(
                reading,
                subjects=tuple(_argument(context, event, "subject", one) for one in people),
                subjects_printed=tuple(context.entities[one].canonical for one in people),
            )
        if event.is_lent and scored.is_unlikely(self.settings.subject_above):
            self._left_out(scored, reading.subjects[0].rule)
            return replace(reading, subjects=(), subjects_printed=())
        return reading

    def _with_date(self, context: Context, index: int, reading: EventReading) -> EventReading:
        event, scored = context.events[index], self._scored(context, index, "date")
        likely = [one for one in scored.likely(self.settings.date_from)[:1] if one is not None]
        if likely and scored.linked.isdisjoint(likely):
            self._note_linked(scored, likely[0])
            return replace(
                reading, date=_argument(context, event, "date", likely[0]), more_dates=()
            )
        if reading.date and scored.is_unlikely(self.settings.date_above):
            self._left_out(scored, reading.date.rule)
            return replace(reading, date=None, more_dates=())
        return reading

    def _scored(self, context: Context, index: int, role: Role) -> Scored:
        event = context.events[index]
        candidates = context.candidates(event, role)
        if not candidates:
            return Scored(context, index, role, {})
        features, type_ = Features(context, index, role), event.reading.type
        scores = {one: self.weights.logit(role, type_, features.of(one)) for one in candidates}
        return Scored(context, index, role, scores)

    def _note_linked(self, scored: Scored, candidate: Candidate) -> None:
        trigger, why = scored.event.reading.trigger, self._why(scored, candidate)
        kept = Decision(_LOG[scored.role], _STEPS[scored.role], *trigger, "kept", why)
        note(scored.context.doc, kept)

    def _left_out(self, scored: Scored, rule: str) -> None:
        """Note in the decision log that what a rule has found is left out, and why."""
        trigger = scored.event.reading.trigger
        why = f"{_UNLIKELY}: {self._why(scored, next(iter(scored.own)))}"
        note(scored.context.doc, Decision(_LOG[scored.role], rule, *trigger, "refused", why))

    def _why(self, scored: Scored, candidate: Candidate) -> str:
        """Return what speaks for and against a candidate, for the decision log."""
        features = Features(scored.context, scored.index, scored.role).of(candidate)
        return self.weights.reasons(scored.role, scored.event.reading.type, features)


def english(rules: Path) -> LinkedEvents:
    """Create the component for English."""
    return LinkedEvents(rules / "linking")


def russian(rules: Path) -> LinkedEvents:
    """Create the component for Russian."""
    return LinkedEvents(rules / "linking" / "ru")


def _argument(context: Context, event: EventMention, role: Role, entity: int) -> Argument:
    """Return an entity as the linker links it: inferred, for the text only makes it likely."""
    mention = context.mention(event, role, entity)
    start, end, step = mention.reading.start, mention.reading.end, _STEPS[role]
    if role == "subject":
        return Argument(start, end, start, step, "person", entity=entity)
    near = context.scene.paragraph_of[mention.start] == event.paragraph
    basis: Basis = "paragraph" if near else "article"
    return Argument(start, end, start, step, role, basis=basis, entity=entity)

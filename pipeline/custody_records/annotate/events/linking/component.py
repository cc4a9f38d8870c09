"""The component ``linked_events``: asks again whom and where rules link to an event mention.

Rules say whom and where a clause tells; over several sentences they link by a few steps. A logistic
regression over how the text is built (``features.py``) says how likely an entity is the subject or
the facility of an event mention: likely people are linked where the rules find none by name, and a
facility that they infer is left out if it is unlikely.
"""

from dataclasses import replace
from pathlib import Path

from pydantic import Field
from spacy.tokens import Doc

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.linking.context import Context, Role
from custody_records.annotate.events.linking.features import Features
from custody_records.annotate.events.linking.weights import LinkerWeights
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.weights import logit
from custody_records.annotate.readings import of_doc, of_span, write
from custody_records.rulebook import RuleFile, read

_SUBJECT = "linker.subject"  # the step that finds a subject, in the decision log
_UNLIKELY = "linker.unlikely"  # why a facility is left out


class Settings(RuleFile):
    """``linking/settings.yaml``: the probabilities from which a person or a facility is linked."""

    subject_from: float = Field(gt=0, lt=1)
    facility_from: float = Field(gt=0, lt=1)

    def least(self, role: Role) -> float:
        """Return the log-odds from which an entity is linked in a role."""
        found: float = getattr(self, f"{role}_from")
        return logit(found)


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
        event = context.events[index]
        reading = event.reading
        subjects = self._likely(context, index, "subject")
        if subjects and event.entities["subject"].isdisjoint(subjects):
            why = self._why(context, index, "subject", subjects[0])
            note(context.doc, Decision("event_context", _SUBJECT, *reading.trigger, "kept", why))
            reading = replace(
                reading,
                subjects=tuple(_person(context.mention(event, one)) for one in subjects),
                subjects_printed=tuple(context.entities[one].canonical for one in subjects),
            )
        facility, inferred = reading.facility, context.candidates(event, "facility")
        if facility and inferred and not self._likely(context, index, "facility"):
            at, why = reading.trigger, self._why(context, index, "facility", inferred[0])
            refused = Decision(
                "event_setting", facility.rule, *at, "refused", f"{_UNLIKELY}: {why}"
            )
            note(context.doc, refused)
            reading = replace(reading, facility=None)
        return reading

    def _why(self, context: Context, index: int, role: Role, entity: int) -> str:
        """Return what speaks for and against an entity, for the decision log."""
        features, type_ = Features(context, index, role), context.events[index].reading.type
        return self.weights.reasons(role, type_, features.of(entity))

    def _likely(self, context: Context, index: int, role: Role) -> list[int]:
        """Return the entities that are likely enough for a role, the likeliest first."""
        entities = context.candidates(context.events[index], role)
        if not entities:
            return []
        features, type_ = Features(context, index, role), context.events[index].reading.type
        scored = [(self.weights.logit(role, type_, features.of(one)), one) for one in entities]
        least = self.settings.least(role)
        likely = sorted((-score, entity) for score, entity in scored if score >= least)
        return [entity for _, entity in likely]


def english(rules: Path) -> LinkedEvents:
    """Create the component for English."""
    return LinkedEvents(rules / "linking")


def russian(rules: Path) -> LinkedEvents:
    """Create the component for Russian."""
    return LinkedEvents(rules / "linking" / "ru")


def _person(mention: Mention) -> Argument:
    start, end = mention.reading.start, mention.reading.end
    entity = mention.entity.id if mention.entity else None
    return Argument(start, end, start, _SUBJECT, "person", entity=entity)

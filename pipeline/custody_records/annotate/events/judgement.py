"""Whether a trigger tells an event, and how sure the event is: needs, refusals, status."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.vocab import Vocab

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.events.context import Context
from custody_records.annotate.events.evidence import Evidence
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.needs import first_unmet
from custody_records.annotate.events.rules import load_cues, load_lists
from custody_records.annotate.events.sources import status_by_source
from custody_records.contract.values import EventStatus


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a trigger tells no event; ``cue`` is the rule of a cue, None for another reason.

    ``negation``: the text says that the event was not.
    """

    by: str
    cue: str | None = None
    negation: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The status of an event; ``cue`` as in ``Refusal``."""

    value: EventStatus
    cue: str | None = None


class Judge:
    """Knows the cues of ``refusals.yaml`` and ``status.yaml``."""

    def __init__(self, vocab: Vocab, folder: Path, forms: Forms) -> None:
        lists = load_lists(folder)
        self.refusals = Context(load_cues(folder, "refusals.yaml"), lists, forms, vocab, "refusals")
        self.status_cues = Context(load_cues(folder, "status.yaml"), lists, forms, vocab, "status")

    def refuse(self, hit: Hit, evidence: Evidence) -> Refusal | None:
        """Return why a trigger tells no event, or None: it tells one."""
        unmet = first_unmet(hit.rule.needs, evidence)
        if unmet is not None:
            return Refusal(f"needs.{unmet}")
        barred = evidence.barred_subject(hit.rule.not_subjects)
        if barred is not None:
            return Refusal(f"not_subjects.{barred}")
        if _is_undated_aside(hit, evidence):
            return Refusal("refuse.undated-aside")
        cue = self.refusals.find(hit, evidence)
        if cue is not None:
            return Refusal(cue.id, cue.id, cue.negation)
        if hit.rule.negated and not self.refusals.is_negated(hit, evidence):
            return Refusal("refuse.affirmed")
        return None

    def status(self, hit: Hit, evidence: Evidence, said: Sequence[Attribution]) -> Status:
        """Return how sure an event is; ``said`` are the attributions that hold its trigger."""
        cue = self.status_cues.find(hit, evidence)
        if cue is not None and cue.status is not None:
            return Status(cue.status, cue.id)
        one_sided = hit.rule.status == "reported" and hit.traits.contested and bool(said)
        if hit.rule.status is not None and not one_sided:
            return Status(hit.rule.status)
        if hit.traits.contested:
            return Status(status_by_source(said, evidence.lexicon, evidence.sentence))
        return Status("reported")


def _is_undated_aside(hit: Hit, evidence: Evidence) -> bool:
    """Tell whether a public act only says in passing, without a day, who some unnamed person is.

    "A fellow inmate who has since been freed says ..." tells of no release.
    """
    described = hit.token.dep_ == "relcl" and hit.traits.public_act and evidence.date is None
    return described and not any(subject.is_named for subject in evidence.subjects)

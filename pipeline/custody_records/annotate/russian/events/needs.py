"""What a rule needs beside its words: ``RussianEventRule.needs``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.events.event_types import FacilityReach
from custody_records.annotate.russian.doc_lemmas import lemmas_in
from custody_records.annotate.russian.events.custody import Custody
from custody_records.annotate.russian.events.judgement import Judge
from custody_records.annotate.russian.events.schema import RussianEventRule


@dataclass(frozen=True, slots=True)
class Found:
    """What the sentence of a trigger gives it."""

    sentence: Span
    subjects: Sequence[Argument]
    actors: Sequence[Argument]
    facility: Argument | None
    place: Argument | None
    date: Argument | None
    reach: FacilityReach
    speakers: Sequence[Argument]


class Needs:
    """Answers for one doc."""

    def __init__(self, doc: Doc, judge: Judge, custody: Custody) -> None:
        self.doc = doc
        self.judge = judge
        self.custody = custody
        self._statutes = {t.i for span in doc.spans.get("statutes", ()) for t in span}
        self._met: dict[str, Callable[[Found], bool]] = {
            "people": lambda found: bool(found.subjects),
            "held": lambda found: custody.holds(found.sentence, found.subjects, _near(found)),
            "free": lambda found: custody.frees(found.subjects),
            "actors": lambda found: bool(found.actors),
            "grounded": lambda found: bool(found.subjects) or _near(found),
            "near": _near,
            "here": _here,
            "tie": lambda found: bool(found.subjects) or _here(found) or _tied(found),
            "named": lambda found: any(a.is_named for a in found.subjects),
            "official": lambda found: any(judge.is_official(doc, a) for a in found.actors),
            "stated": lambda found: any(judge.is_official(doc, a) for a in found.speakers),
            "staff": lambda found: any(judge.is_staff(doc, a) for a in found.actors),
            "sentenced": lambda found: (
                any(a.is_named for a in found.subjects)
                or self._has(found.sentence, judge.context.sentence)
            ),
            "statute": lambda found: self._of_law(found.sentence),
            "no_statute": lambda found: not self._of_law(found.sentence),
        }

    def unmet(self, rule: RussianEventRule, found: Found) -> str | None:
        """Return the first need that is not met, None if all are.

        What ties an event may come with the subject that an event before it lends; whom officers
        beat may be told before.
        """
        by_staff = any(self.judge.is_staff(self.doc, actor) for actor in found.actors)
        lent = {"tie", "people"} if by_staff else {"tie"}
        needs = [need for need in rule.needs if not rule.subject_of or need not in lent]
        return next((need for need in needs if not self._met[need](found)), None)

    def _of_law(self, sentence: Span) -> bool:
        return not self._statutes.isdisjoint(range(sentence.start, sentence.end))

    @staticmethod
    def _has(sentence: Span, words: frozenset[str]) -> bool:
        return not words.isdisjoint(lemmas_in(sentence))


def _near(found: Found) -> bool:
    return found.facility is not None and found.facility.basis != "article"


def _here(found: Found) -> bool:
    facility = found.facility
    spoken = facility is not None and facility.basis in ("sentence", "reference")
    return bool(found.place or found.date or spoken)


def _tied(found: Found) -> bool:
    """Tell whether a facility of the text is the event's, which the sentence refers to."""
    return _near(found) or (found.facility is not None and found.reach != "own")

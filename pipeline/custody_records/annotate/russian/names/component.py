"""Decide once, for every name-like span of a Russian text, what kind of thing it names.

The same contract as ``names`` for English: ``doc.spans["names"]``, each with ``span._.name``.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.names.name import write_names
from custody_records.annotate.overlaps import Candidate, Rank, resolve
from custody_records.annotate.russian.attributions import words as saying
from custody_records.annotate.russian.names import words
from custody_records.annotate.russian.names.bodies import BodyFinder
from custody_records.annotate.russian.names.known import KnownBodies
from custody_records.annotate.russian.names.model import ModelNames
from custody_records.annotate.russian.names.placenames import PlaceFinder
from custody_records.annotate.russian.names.quoted import QuotedFinder
from custody_records.annotate.russian.names.spread import Spread
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.resources import (
    morphology_of,
    person_names_of,
    place_names_of,
)

Finder = Callable[[Doc], Iterator[Candidate]]

_EARLIER = ("facilities", "statutes", "timex")


class RussianNames:
    """Writes ``doc.spans["names"]``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        lists, morphology = words.load(rules), morphology_of(nlp)
        people, places = person_names_of(nlp, rules), place_names_of(nlp, rules)
        verbs = frozenset(w for c in saying.load(rules).cues if c.kind == "verb" for w in c.lemmas)
        self.finders: tuple[Finder, ...] = (
            ModelNames(lists, people).find,
            BodyFinder(lists.organizations).find,
            KnownBodies(lists.organizations.known, morphology).find,
            QuotedFinder(lists.organizations, verbs).find,
            PlaceFinder(lists.places, RussianGazetteer.of(rules), places).find,
        )
        self.spread = Spread(people, places)

    def __call__(self, doc: Doc) -> Doc:
        """Gather the proposals, settle the overlaps, leave the typed names."""
        candidates = list(_claims(doc))
        for find in self.finders:
            candidates.extend(find(doc))
        kept, _ = resolve(candidates)
        candidates.extend(self.spread.find(doc, kept))
        kept, lost = resolve(candidates)
        write_names(doc, kept)
        for loser, winner in lost:
            note(doc, Decision("names", loser.rule, loser.start, loser.end, "lost", winner.rule))
        return doc


def _claims(doc: Doc) -> Iterator[Candidate]:
    for group in _EARLIER:
        for span in doc.spans.get(group, ()):
            yield Candidate(span.start_char, span.end_char, group, Rank.CLAIM)

"""Decide once, for every name-like span, what kind of thing it names.

People, organizations and places are read from one decision, so that a span cannot be two of
them. Each package proposes candidates (``Candidate.reading`` is the Kind), the model's entities are
one more proposer, and ``overlaps.resolve`` decides who wins. A span that facilities, statutes
or time expressions hold is out of reach.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate import decisions
from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.name import write_names
from custody_records.annotate.names.words import words_of
from custody_records.annotate.naming.agreement import agreed
from custody_records.annotate.naming.aliases import aliased
from custody_records.annotate.naming.brackets import Brackets
from custody_records.annotate.naming.buildings import housed
from custody_records.annotate.naming.headlines import Headlines, confirmed
from custody_records.annotate.naming.initials import with_initials
from custody_records.annotate.naming.lists import harmonized
from custody_records.annotate.naming.namesakes import of_people
from custody_records.annotate.naming.spread import spread
from custody_records.annotate.naming.support import Support
from custody_records.annotate.overlaps import Candidate, Rank, resolve
from custody_records.annotate.readings import of_doc
from custody_records.annotate.text import text_of

# A proposer sees the doc with ``doc.ents`` and the spans of the earlier components.
Proposer = Callable[[Doc], Iterable[Candidate]]

# A time expression may be part of a longer name: "Current Time", "Sunday Times".
EARLIER = (("facilities", Rank.CLAIM), ("statutes", Rank.CLAIM), ("timex", Rank.RULE))

_GROUPS = frozenset(group for group, _ in EARLIER)

# An acronym in brackets behind a facility.
_BRACKET = re.compile(r" \(([A-Z][A-Za-z]{1,7})\)")


class Names:
    """Writes ``doc.spans["names"]``, each span with ``span._.name``."""

    def __init__(
        self,
        lexicon: NameLexicon,
        short_names: ShortNames,
        proposers: Iterable[Proposer],
        trusted: frozenset[str],
        subjects: frozenset[str],
    ) -> None:
        """``trusted`` are the ids of the rules that hold in a line in title case, too.

        ``subjects`` are what bodies are for.
        """
        self.lexicon = lexicon
        self.short_names = short_names
        self.proposers = tuple(proposers)
        self.trusted = trusted
        self.brackets = Brackets(lexicon)
        self.support = Support(lexicon, subjects)

    def __call__(self, doc: Doc) -> Doc:
        """Gather the proposals, settle the overlaps, leave the typed names."""
        candidates = [
            Candidate(span.start_char, span.end_char, group, rank)
            for group, rank in EARLIER
            for span in doc.spans.get(group, ())
        ]
        for propose in self.proposers:
            candidates.extend(propose(doc))
        words = words_of(doc)
        candidates.extend(self.brackets.find(words))
        settled, _ = resolve(candidates)
        links = self.lexicon.words.alias_link
        candidates.extend(spread(words, aliased(words.text, settled, links), self.lexicon))
        candidates, refused = confirmed(text_of(doc), Headlines(words), candidates, self.trusted)
        kept, lost = resolve(candidates)
        kept = agreed(
            words, harmonized(words.text, kept, self.lexicon.words.list_joints), self.lexicon
        )
        kept = housed(words, kept, _facilities(doc), self.lexicon, self.short_names)
        country = doc._.country
        kept = list(self.lexicon.honorifics.unaddressed(words, kept, country))
        kept = list(with_initials(words, kept, self.lexicon, country))
        kept = list(of_people(words, aliased(words.text, kept, links)))
        publisher = doc._.publisher
        kept = [_unless_publisher(candidate, words.text, publisher) for candidate in kept]
        kept = list(self.support.supported(words, kept))
        write_names(doc, kept)
        for candidate in kept:
            if candidate.reading in (None, "facility") and candidate.rule not in _GROUPS:
                _note(doc, candidate, "claimed")
        for candidate in refused:
            _note(doc, candidate, "refused", "names.headline")
        for loser, winner in lost:
            _note(doc, loser, "lost", winner.rule)
        return doc


def _facilities(doc: Doc) -> set[str]:
    """Return the names of facilities that the text prints, with "NBP" of "Bilibid Prison (NBP)"."""
    readings = of_doc(doc, "facility")
    behind = (_BRACKET.match(text_of(doc), reading.end) for reading in readings)
    return {r.name for r in readings if r.name} | {found[1] for found in behind if found}


def _unless_publisher(candidate: Candidate, text: str, publisher: str | None) -> Candidate:
    """Take its kind from a part of the publisher's name that only the model calls a body.

    "Reach the author at the Ledger newsroom": the publisher counts as an actor alone, and what it
    is told a rule reads.
    """
    if candidate.reading != "organization" or candidate.rank is not Rank.MODEL or not publisher:
        return candidate
    if candidate.by_rule:
        return candidate
    part = set(text[candidate.start : candidate.end].split()) < set(publisher.split())
    return replace(candidate, reading=None) if part else candidate


def _note(
    doc: Doc, candidate: Candidate, outcome: decisions.Outcome, by: str | None = None
) -> None:
    decision = decisions.Decision(
        "names", candidate.rule, candidate.start, candidate.end, outcome, by
    )
    decisions.note(doc, decision)

"""What a sentence holds that can be seen before it is parsed: can a rule's needs be met at all?

Parsing is dear. A rule that needs a statute in the sentence, a word of negation or somebody it
befalls is not worth a parse where there is none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.annotate.arguments.antecedents import PLURAL, SINGULAR
from pipeline.annotate.arguments.lexicon import Lexicon
from pipeline.annotate.events.schema import EventRule

_NEGATIONS = frozenset(
    "not n't n’t no never nobody none without cannot neither nor".split()  # noqa: SIM905 - words
)
_STAND_INS = frozenset(["all", "both", "who", "whom", "that", "which", "one", "some", "many"])
# Words that put a death into custody when the people it befell do not.
CUSTODY = frozenset(
    """prison jail colony cell custody detention inmate inmates prisoner prisoners convict convicts
    detainee detainees penitentiary camp riot tortured torture torturing""".split()  # noqa: SIM905 - read as a list of words
)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Facts about one unparsed sentence."""

    words: frozenset[str]
    somebody: bool
    somewhere: bool
    facility: bool
    statute: bool

    def allows(self, rule: EventRule, lexicon: Lexicon) -> bool:
        """Tell whether the rule's needs may be met; in doubt, yes."""
        if rule.negated and not self.words & _NEGATIONS:
            return False
        met = {
            "statute": self.statute,
            "no_statute": not self.statute,
            "subjects": self.somebody,
            "actors": self.somebody,
            "named": self.somebody,
            "grounded": self.somebody or self.facility,
            "dated": self.somewhere or self.facility,
            "setting": self.somewhere or self.facility,
            "tie": self.somebody or self.somewhere or self.facility,
            "custody": self.facility or bool(self.words & CUSTODY),
            "custody_or_named": True,
            "official": bool(self.words & lexicon.officials),
            "advocate": bool(self.words & lexicon.advocates),
        }
        return all(met[need] for need in rule.needs)


def looks_of(doc: Doc, lexicon: Lexicon, sentences: Iterable[Span]) -> dict[int, Outlook]:
    """Return the outlook of each sentence by its first token."""
    named = _tokens(doc, "people", "organizations")
    located = _tokens(doc, "facilities", "places", "timex")
    statutes = {
        span.start
        for span in doc.spans.get("statutes", ())
        if any(reading.article for reading in span._.statute or ())
    }
    people = lexicon.people | lexicon.bodies | SINGULAR | PLURAL | _STAND_INS
    found = {}
    for sentence in sentences:
        words = frozenset(token.lower_ for token in sentence)
        inside = range(sentence.start, sentence.end)
        found[sentence.start] = Outlook(
            words=words,
            somebody=bool(words & people) or not named.isdisjoint(inside),
            somewhere=not located.isdisjoint(inside),
            facility=bool(doc.spans.get("facilities")),
            statute=not statutes.isdisjoint(inside),
        )
    return found


def _tokens(doc: Doc, *groups: str) -> set[int]:
    return {
        index
        for group in groups
        for span in doc.spans.get(group, ())
        for index in range(span.start, span.end)
    }

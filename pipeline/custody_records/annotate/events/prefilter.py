"""What a sentence holds that can be seen before it is parsed: can a rule's needs be met at all?

Parsing is expensive. A rule that needs a statute in the sentence, a word of negation or somebody it
befalls is not worth a parse where there is none.
"""

from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.arguments.antecedents import PLURAL, SINGULAR
from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.arguments.lexicon import Lexicon
from custody_records.annotate.events.schema import Domain, EventRule
from custody_records.annotate.text import lower_of
from custody_records.rulebook import read

_NEGATIONS = frozenset(
    "not n't n’t no never nobody none without cannot neither nor".split()  # noqa: SIM905 - words
)
_STAND_INS = frozenset(["all", "both", "who", "whom", "that", "which", "one", "some", "many"])


@dataclass(frozen=True, slots=True)
class SentenceTraits:
    """Facts about one unparsed sentence."""

    words: frozenset[str]
    custody: bool
    domain: bool
    somebody: bool
    named: bool
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
            "custody": self.facility or self.custody,
            "custody_or_named": True,
            "people": self.somebody,
            "domain": self.domain,
            "official": self.named or bool(self.words & lexicon.officials),
            "advocate": self.named or bool(self.words & lexicon.advocates),
        }
        return all(met[need] for need in rule.needs)


class SentencePrefilter:
    """Gives the traits of every sentence of a doc."""

    def __init__(self, folder: Path, forms: Forms, lexicon: Lexicon) -> None:
        rules = read(folder / "events" / "domain.yaml", Domain)
        self.lexicon = lexicon
        self.domain = forms.of_all(rules.words)
        self.custody = forms.of_all(rules.custody)
        self.people = lexicon.people | lexicon.bodies | SINGULAR | PLURAL | _STAND_INS

    def over(self, doc: Doc) -> dict[int, SentenceTraits]:
        """Return the traits of each sentence by its first token."""
        named = _tokens(doc, "people", "organizations")
        located = _tokens(doc, "facilities", "places", "timex")
        statutes = {
            span.start
            for span in doc.spans.get("statutes", ())
            if any(reading.article for reading in span._.statute or ())
        }
        facility = bool(doc.spans.get("facilities"))
        lower = lower_of(doc)
        words_of = {s.start: frozenset(lower[s.start : s.end]) for s in doc.sents}
        domain = facility or any(words & self.domain for words in words_of.values())
        found = {}
        for sentence in doc.sents:
            words = words_of[sentence.start]
            inside = range(sentence.start, sentence.end)
            found[sentence.start] = SentenceTraits(
                words=words,
                custody=bool(words & self.custody),
                domain=domain,
                somebody=bool(words & self.people)
                or not named.isdisjoint(inside)
                or any(token.is_title for token in sentence[1:]),
                named=not named.isdisjoint(inside) or bool(words & SINGULAR),
                somewhere=not located.isdisjoint(inside),
                facility=facility,
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

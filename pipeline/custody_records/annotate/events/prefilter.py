"""What a sentence holds that can be seen before it is parsed: can a rule's needs be met at all?

Parsing is expensive. A rule that needs a statute in the sentence, a word of negation or somebody it
befalls is not worth a parse where there is none.
"""

from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.events.custody_words import CustodyWords
from custody_records.annotate.events.evidence import articles_of_laws
from custody_records.annotate.events.rules import load_domain, load_lists
from custody_records.annotate.events.sentence_traits import SentenceTraits
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of, sentences_of


class SentencePrefilter:
    """Gives the traits of every sentence of a doc."""

    def __init__(self, folder: Path, forms: Forms, lexicon: ParticipantLexicon) -> None:
        lists = load_lists(folder)
        self.lexicon = lexicon
        self.custody_words = CustodyWords(load_domain(folder), forms)
        self.pronouns = lists["pronouns"]
        self.people = lexicon.people | lexicon.bodies | self.pronouns | lists["stand_ins"]
        self.negations = lists["negations"]

    def over(self, doc: Doc) -> dict[int, SentenceTraits]:
        """Return the traits of each sentence by its first token."""
        named = _tokens(doc, "people", "organizations")
        located = _tokens(doc, "facilities", "places", "timex")
        statutes = frozenset(articles_of_laws(doc))
        facility = bool(doc.spans.get("facilities"))
        lower, custody = lower_of(doc), self.custody_words.of(doc)
        titles = doc.to_array("IS_TITLE").tolist()
        found = {}
        for sentence in sentences_of(doc):
            words = frozenset(lower[sentence.start : sentence.end])
            inside = range(sentence.start, sentence.end)
            found[sentence.start] = SentenceTraits(
                words=words,
                custody=custody.holds(sentence.start, sentence.end),
                domain=custody.may_be_in_domain(sentence.start, sentence.end),
                somebody=bool(words & self.people)
                or not named.isdisjoint(inside)
                or 1 in titles[sentence.start + 1 : sentence.end],
                named=not named.isdisjoint(inside) or bool(words & self.lexicon.singular_pronouns),
                somewhere=not located.isdisjoint(inside),
                facility=facility,
                statute=not statutes.isdisjoint(inside),
                hunger=custody.hunger,
                negated=bool(words & self.negations),
                official=bool(words & self.lexicon.officials),
                advocate=bool(words & self.lexicon.advocates),
            )
        return found


def _tokens(doc: Doc, *groups: str) -> set[int]:
    return {
        index
        for group in groups
        for span in doc.spans.get(group, ())
        for index in range(span.start, span.end)
    }

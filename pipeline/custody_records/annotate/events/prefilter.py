"""What a sentence holds that can be seen before it is parsed: can a rule's needs be met at all?

Parsing is expensive. A rule that needs a statute in the sentence, a word of negation or somebody it
befalls is not worth a parse where there is none.
"""

from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc, Span

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.events.custody_words import CustodyWords
from custody_records.annotate.events.evidence import articles_of_laws
from custody_records.annotate.events.rules import load_domain, load_lists
from custody_records.annotate.events.sentence_traits import SentenceTraits
from custody_records.annotate.participants.lexicon import ParticipantLexicon


class SentencePrefilter:
    """Gives the traits of sentences."""

    def __init__(self, folder: Path, forms: Forms, lexicon: ParticipantLexicon) -> None:
        lists = load_lists(folder)
        self.lexicon = lexicon
        self.custody_words = CustodyWords(load_domain(folder), forms)
        self.pronouns = lists["pronouns"]
        self.people = (
            lexicon.people
            | lexicon.bodies
            | self.pronouns
            | lists["stand_ins"]
            | lexicon.sizes.keys()
        )
        self.negations = lists["negations"]

    def over(self, doc: Doc) -> Callable[[Span, frozenset[str]], SentenceTraits]:
        """Return what tells the traits of a sentence of the doc from it and its lower-case words.

        Most sentences are never asked about.
        """
        named = _tokens(doc, "people", "organizations")
        located = _tokens(doc, "facilities", "places", "timex")
        statutes = articles_of_laws(doc)
        facility = bool(doc.spans.get("facilities"))
        custody = self.custody_words.of(doc)
        titles = doc.to_array("IS_TITLE").tolist()

        def traits(sentence: Span, words: frozenset[str]) -> SentenceTraits:
            start, end = sentence.start, sentence.end
            inside = range(start, end)
            somebody_named = not named.isdisjoint(inside)
            return SentenceTraits(
                custody=custody.holds(start, end),
                domain=custody.may_be_in_domain(start, end),
                somebody=somebody_named
                or not words.isdisjoint(self.people)
                or 1 in titles[start + 1 : end],
                named=somebody_named or not words.isdisjoint(self.lexicon.singular_pronouns),
                somewhere=not located.isdisjoint(inside),
                facility=facility,
                statute=any(start <= at < end for at in statutes),
                hunger=custody.hunger,
                negated=not words.isdisjoint(self.negations),
                official=not words.isdisjoint(self.lexicon.uniformed),
                advocate=not words.isdisjoint(self.lexicon.advocates),
            )

        return traits


def _tokens(doc: Doc, *groups: str) -> set[int]:
    return {
        index
        for group in groups
        for span in doc.spans.get(group, ())
        for index in range(span.start, span.end)
    }

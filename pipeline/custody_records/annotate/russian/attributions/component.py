"""Read who says what: a cue of saying, its source, and the part of the sentence that is said."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.attributions.schema import load_layout
from custody_records.annotate.attributions.signed import Signed
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.readings import write
from custody_records.annotate.russian import participant_words
from custody_records.annotate.russian.attributions import words
from custody_records.annotate.russian.attributions.carried import Carried
from custody_records.annotate.russian.attributions.content import Content, is_remark
from custody_records.annotate.russian.attributions.speakers import Speakers
from custody_records.annotate.russian.attributions.words import SayingCue
from custody_records.annotate.russian.doc_lemmas import lemmas_in
from custody_records.annotate.russian.impersonal import institution
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names import words as names
from custody_records.annotate.russian.participants import Participants
from custody_records.annotate.text import text_of

FIELD = "attributions"


class RussianAttributions:
    """Writes ``doc.spans["attributions"]``, each span with ``span._.attribution``, a tuple."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.cues = words.load(rules)
        self.content = Content(self.cues.about)
        self.carried = Carried(Signed(load_layout(rules)))
        self.words = participant_words.load(rules)
        self.people = names.load(rules).people

    def __call__(self, doc: Doc) -> Doc:
        """Read the attributions of a doc sentence by sentence."""
        speakers = Speakers(Participants(doc, self.words, self.people))
        sentences = list(doc.sents)
        held: dict[int, list[Attribution]] = {sentence.start: [] for sentence in sentences}
        for number, sentence in enumerate(sentences):
            before = sentences[number - 1] if number else None
            for one in self._of(sentence, number, speakers):
                held[sentence.start].append(one)
                if before is not None and self._sums_up(before, sentence, one):
                    held[before.start].append(_afterwards(one, before))
        for start, one in list(self.carried.over(doc, held)):
            held[start].append(one)
        told = [s for s in sentences if held[s.start]]
        write(doc, "attribution", [(s.start, s.end, held[s.start]) for s in told])
        for one in chain.from_iterable(held[s.start] for s in told):
            note(doc, Decision(FIELD, one.rule, *one.cue, "kept"))
        return doc

    def _sums_up(self, before: Span, sentence: Span, one: Attribution) -> bool:
        """Tell whether a sentence says who said the one before: "Об этом сообщил адвокат".

        Also "О смерти сообщил адвокат", "Розыск подтвердили в полиции" of the same paragraph.
        """
        cue = next((t for t in sentence if t.idx == one.cue[0]), None)
        if cue is None:
            return False
        verbs = (cue, cue.head) if cue.dep_ == "xcomp" else (cue,)  # "стало известно"
        said = [c for v in verbs for c in v.children if c.dep_ in ("obl", "obj")]
        if any(c.lemma_ in self.cues.summing_up for c in said):
            return True
        if "\n" in before[-1].text or any(c.dep_ == "ccomp" for v in verbs for c in v.children):
            return False
        opening = self.content.is_about
        return any(
            c.pos_ == "NOUN"
            and (
                (c.dep_ == "obl" and c.left_edge.i == sentence.start and opening(c))
                or (c.dep_ == "obj" and cue.lemma_ in self.cues.confirming)
            )
            for c in said
        )

    def _of(self, sentence: Span, number: int, speakers: Speakers) -> Iterator[Attribution]:
        for n, lemma in enumerate(lemmas_in(sentence)):
            for cue in self.cues.by_lemma.get(lemma, ()):
                token = sentence[n]
                source = self._source(token, cue) if self._stands(token, cue) else None
                if source is None:
                    continue
                argument = speakers.of(self._speaker(token) or source, number)
                if argument is not None:
                    start, end = self.content.of(sentence, token, cue)
                    yield self._attribution(token, cue, argument, start, end)

    @staticmethod
    def _stands(token: Token, cue: SayingCue) -> bool:
        if cue.kind == "noun":
            return _stands_under(token, cue.prepositions)
        if (
            cue.clause
            and not is_remark(token)
            and not any(c.dep_ == "ccomp" for c in token.children)
        ):
            return False
        return cue.kind in ("preposition", "state", "origin") or token.pos_ == "VERB"

    def _source(self, token: Token, cue: SayingCue) -> Token | None:
        """Return the word that names the source."""
        if cue.kind == "preposition":
            return token.head if token.dep_ == "case" else None
        if cue.kind in ("verb", "state"):
            wanted = ("nsubj", "obl:agent", "nsubj:pass")
            found = [c for c in token.children if c.dep_ in wanted]
            found = found or _shared_subject(token) or institution(token, self.cues.within)
        elif cue.kind == "noun":
            found = [c for c in token.children if c.dep_ in ("nmod", "det", "appos")]
        elif cue.kind == "origin":  # "стало известно от адвоката"
            clause = token.head if token.dep_ == "xcomp" else token
            found = [c for c in clause.subtree if _stands_under(c, cue.prepositions)]
        else:
            found = [c for c in token.children if _stands_under(c, cue.prepositions)]
        if found and cue.kind == "document":
            owners = [c for c in found[0].children if c.dep_ in ("nmod", "det", "appos")]
            return next(iter(owners), None)
        return found[0] if found else None

    def _speaker(self, token: Token) -> Token | None:
        """Return whose words are passed on: "передаёт inform.kz слова министра"."""
        for child in token.children:
            if child.dep_ in ("obj", "nsubj") and child.lemma_ in self.words.words_of:
                return next((c for c in child.children if c.dep_ == "nmod"), None)
        return None

    @staticmethod
    def _attribution(
        token: Token, cue: SayingCue, source: Argument, start: int, end: int
    ) -> Attribution:
        text = text_of(token.doc)
        return Attribution(
            start=start,
            end=end,
            rule=cue.id,
            cue=(token.idx, token.idx + len(token)),
            source=source,
            force=cue.force,
            source_printed=text[source.start : source.end],
        )


def _shared_subject(verb: Token) -> list[Token]:
    """Return the subject of the verb before: "он признался ... и уверял, что ..."."""
    before = verb.head
    if verb.dep_ != "conj" or feature(verb, "Number") != feature(before, "Number"):
        return []
    return [c for c in before.children if c.dep_ == "nsubj"]


def _stands_under(noun: Token, prepositions: Collection[str]) -> bool:
    return any(c.dep_ == "case" and c.lower_ in prepositions for c in noun.children)


def _afterwards(one: Attribution, before: Span) -> Attribution:
    return replace(one, start=before.start_char, end=before.end_char, reach="afterwards")

"""Read who says what: a cue of saying, its source, and the part of the sentence that is said."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.readings import write
from custody_records.annotate.russian.attributions.carried import Carried
from custody_records.annotate.russian.attributions.words import SayingCue, SayingCues
from custody_records.annotate.russian.doc_lemmas import lemmas_in
from custody_records.annotate.russian.impersonal import institution
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names.words import PeopleWords, plain
from custody_records.annotate.russian.participant_words import ParticipantWords
from custody_records.annotate.russian.participants import Participants
from custody_records.annotate.text import text_of

FIELD = "attributions"


class RussianAttributions:
    """Writes ``doc.spans["attributions"]``, each span with ``span._.attribution``, a tuple."""

    def __init__(
        self, cues: SayingCues, words: ParticipantWords, people: PeopleWords, carried: Carried
    ) -> None:
        self.cues = cues
        self.carried = carried
        self.words = words
        self.people = people

    def __call__(self, doc: Doc) -> Doc:
        """Read the attributions of a doc sentence by sentence."""
        participants = Participants(doc, self.words, self.people)
        sentences = list(doc.sents)
        held: dict[int, list[Attribution]] = {sentence.start: [] for sentence in sentences}
        for before, sentence in zip([None, *sentences], sentences, strict=False):
            for one in self._of(sentence, participants):
                held[sentence.start].append(one)
                if before is not None and self._sums_up(sentence, one):
                    held[before.start].append(_afterwards(one, before))
        for start, one in list(self.carried.over(doc, held)):
            held[start].append(one)
        told = [s for s in sentences if held[s.start]]
        write(doc, "attribution", [(s.start, s.end, held[s.start]) for s in told])
        for one in chain.from_iterable(held[s.start] for s in told):
            note(doc, Decision(FIELD, one.rule, *one.cue, "kept"))
        return doc

    def _sums_up(self, sentence: Span, one: Attribution) -> bool:
        """Tell whether a sentence says who said the one before: "Об этом сообщил адвокат"."""
        cue = next((t for t in sentence if t.idx == one.cue[0]), None)
        return cue is not None and any(
            child.lemma_ in self.cues.summing_up and child.dep_ in ("obl", "obj")
            for child in cue.children
        )

    def _of(self, sentence: Span, participants: Participants) -> Iterator[Attribution]:
        for n, lemma in enumerate(lemmas_in(sentence)):
            cue = self.cues.by_lemma.get(lemma)
            if cue is None:
                continue
            token = sentence[n]
            if not self._stands(token, cue):
                continue
            source = self._source(token, cue)
            if source is None:
                continue
            said = participants.of(self._speaker(token) or source)
            for argument in said[:1]:
                start, end = self._content(sentence, token, cue)
                yield self._attribution(token, cue, argument, start, end)

    @staticmethod
    def _stands(token: Token, cue: SayingCue) -> bool:
        if cue.kind == "noun":
            return _stands_under(token, cue.prepositions)
        remark = token.dep_ == "parataxis"  # "объявил министр" behind what he said
        if cue.clause and not remark and not any(c.dep_ == "ccomp" for c in token.children):
            return False
        return cue.kind in ("preposition", "state") or token.pos_ == "VERB"

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
        else:
            found = [c for c in token.children if _stands_under(c, cue.prepositions)]
        if found and cue.kind == "document":
            owners = [c for c in found[0].children if c.dep_ in ("nmod", "det", "appos")]
            return next(iter(owners), None)
        return found[0] if found else None

    def _speaker(self, token: Token) -> Token | None:
        """Return whose words are passed on: "передаёт inform.kz слова министра"."""
        for child in token.children:
            if child.dep_ in ("obj", "nsubj") and plain(child.lemma_) in self.words.words_of:
                return next((c for c in child.children if c.dep_ == "nmod"), None)
        return None

    def _is_about(self, token: Token) -> bool:
        """Tell whether a noun is what is spoken of: "о побоях"."""
        return feature(token, "Case") == "Loc" and any(
            c.dep_ == "case" and c.lower_ in self.cues.about for c in token.children
        )

    def _content(self, sentence: Span, token: Token, cue: SayingCue) -> tuple[int, int]:
        """Return the characters that are said.

        What hangs on the verb as a clause, if it governs one; else the whole sentence, in which the
        cue is a remark ("полагает министр", "по словам адвоката").
        """
        whole = sentence.start_char, sentence.end_char
        if cue.kind in ("noun", "preposition", "under"):
            return whole
        clauses = [c for c in token.children if c.dep_ == "ccomp"]
        if clauses:
            first = min(t.i for c in clauses for t in c.subtree)
            if first > token.i:  # the parser hangs later clauses elsewhere
                return sentence.doc[first].idx, sentence.end_char
            last = sentence.doc[max(t.i for c in clauses for t in c.subtree)]
            return sentence.doc[first].idx, last.idx + len(last)
        about = [c for c in token.children if c.dep_ == "obl" and self._is_about(c)]
        if about:  # "брат говорит о следах побоев", "о побоях сообщил брат"
            last = max(token.subtree, key=lambda t: t.i)
            return min(token.idx, *(t.idx for c in about for t in c.subtree)), last.idx + len(last)
        remark = token.dep_ in ("parataxis", "dep") or _ends(sentence, token)
        if remark or any(c.dep_ == "parataxis" or c.text in (":", "—") for c in token.children):
            return whole
        return token.idx, sentence.end_char

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


def _ends(sentence: Span, verb: Token) -> bool:
    """Tell whether a verb and its speaker close a sentence: "..., извещает агентство"."""
    before = verb.nbor(-1) if verb.i > sentence.start else None
    behind = sentence.doc[verb.i + 1 : sentence.end]
    return (
        before is not None
        and before.text in (",", "—", "–", "»")
        and any(t.dep_ == "nsubj" for t in verb.children if t.i > verb.i)
        and all(t.is_punct or verb.is_ancestor(t) for t in behind)
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

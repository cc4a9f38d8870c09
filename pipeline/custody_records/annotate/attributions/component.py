"""The component ``attributions``: who says what.

Sentences that are parsed (they tell an event, or stand where its source may be named) are read by
their syntax. Of the others only the speaker is noted, by a name next to a word of saying: he may
still be in force when the next sentence says "he said".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import minibatch

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.arguments.resolve import Resolver
from custody_records.annotate.arguments.roles import SUBJECTS, child
from custody_records.annotate.attributions.across import Across
from custody_records.annotate.attributions.comments import ClauseWords
from custody_records.annotate.attributions.parsed import (
    FINDERS,
    Saying,
    extent,
    governs_clause,
    without_asides,
)
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.attributions.schema import SourceCue, SourceCues, load_layout
from custody_records.annotate.attributions.signed import Signed
from custody_records.annotate.attributions.speakers import Speakers
from custody_records.annotate.decisions import Decision, Outcome, note
from custody_records.annotate.layout.paragraphs import Layout
from custody_records.annotate.participants.lexicon import participants_of
from custody_records.annotate.readings import in_tokens, write
from custody_records.annotate.syntax.component import engine_of
from custody_records.annotate.text import lower_of, text_of
from custody_records.rulebook import read

Sentences = Literal["relevant", "all"]
_BATCH = 32  # docs; a parser's step costs the same for all their sentences as for one
_BESIDE = frozenset(["object", "origin"])  # whom somebody cites speaks beside the one who does
_PARSED = frozenset(["noun", "adjective"])  # kinds of cue that are read with a parse alone
_NEAR = 2  # tokens between a name and the word of saying beside it


@dataclass(frozen=True, slots=True)
class _Plan:
    """What of a doc is parsed: the sentences that tell events, and those that help."""

    doc: Doc
    layout: Layout
    across: Across
    told: list[int]
    helpful: list[int]


class Attributions:
    """Writes ``doc.spans["attributions"]``, each span with ``span._.attribution``.

    ``sentences``: ``relevant`` parses those that tell an event and those that may say whose word
    it is, ``all`` every sentence, which finds every attribution and takes several times as long.
    """

    def __init__(self, nlp: Language, folder: Path, sentences: Sentences = "relevant") -> None:
        if sentences not in get_args(Sentences):
            known = ", ".join(get_args(Sentences))
            raise ValueError(f"attributions: sentences is {sentences!r}; it may be {known}")
        self.engine = engine_of(nlp)
        self.sentences = sentences
        forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        rules = read(folder / "attributions" / "cues.yaml", SourceCues)
        self.lexicon = participants_of(nlp, folder)
        self.words = rules
        self.signed = Signed(load_layout(folder))
        self.clause_words = ClauseWords(self.lexicon.role_words, rules)
        self.speakers = Speakers(rules, forms, self.lexicon)
        self.addressing = forms.of_all(rules.addressing)
        self.passing = frozenset(cue.id for cue in rules.cues if cue.passing or cue.kind == "noun")
        self.citing = frozenset(cue.id for cue in rules.cues if cue.kind == "object")
        self.citing_words: set[str] = set()  # of cues by which one speaks beside the other
        self.cues: dict[str, list[SourceCue]] = {}
        for cue in rules.cues:
            for form in forms.of_all(cue.lemmas):
                self.cues.setdefault(form, []).append(cue)
                if cue.kind in _BESIDE:
                    self.citing_words.add(form)

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of a doc."""
        (done,) = self.pipe([doc])
        return done

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Do the same for many docs, whose sentences are parsed together."""
        for batch in minibatch(stream, size=min(batch_size, _BATCH)):  # type: ignore[no-untyped-call]
            plans = [self._plan(doc) for doc in batch]
            self.engine.request(
                [plan.layout.sentences[n] for plan in plans for n in (*plan.told, *plan.helpful)]
            )
            for plan in plans:
                yield self._find(plan)

    def _plan(self, doc: Doc) -> _Plan:
        layout = Layout.of(doc)
        across = Across(doc, layout, self.cues, self.passing, self.citing, self.words, self.lexicon)
        told = list(range(len(layout.sentences)))
        if self.sentences == "relevant":
            wanted = {span.start for span in doc.spans.get("event_sentences", ())}
            told = [n for n in told if layout.sentences[n].start in wanted]
        return _Plan(doc, layout, across, told, across.helpful(told))

    def _find(self, plan: _Plan) -> Doc:
        doc, layout, told = plan.doc, plan.layout, plan.told
        parsed = {*told, *plan.helpful}
        resolver = Resolver.of(doc, self.lexicon)
        found: list[Attribution] = []
        for number, sentence in enumerate(layout.sentences):
            if number in parsed:
                self._parsed(sentence, resolver, found)
            else:
                found += self._beside(sentence, resolver)
        for one in self.signed.over(doc, layout):
            note(doc, Decision("attributions", one.rule, *one.cue, "kept"))
            found.append(one)
        for carried in plan.across.carried(told, found):
            note(doc, Decision("attributions", carried.rule, *carried.cue, "kept", carried.reach))
            found.append(carried)
        text = text_of(doc)
        told_by = [
            replace(one, source_printed=text[one.source.start : one.source.end])
            if one.source is not None
            else one
            for one in found
        ]
        write(doc, "attribution", in_tokens(doc, told_by))
        return doc

    def _parsed(self, sentence: Span, resolver: Resolver, found: list[Attribution]) -> None:
        """Add what a parsed sentence says to what the sentences before it said."""
        parsed, words = self.engine.of(sentence), lower_of(sentence.doc)
        for index in range(sentence.start, sentence.end):
            read_as = None
            cues = self.cues.get(words[index], ())
            if not cues:
                continue
            token = parsed[index - sentence.start]
            cites = words[index] in self.citing_words and _is_aside(token)
            for cue in cues:
                if (cites or read_as is not None) and cue.kind not in _BESIDE:
                    continue
                saying, sources = self._told(token, cue, sentence, resolver, found)
                if saying is None:
                    continue
                if (cue.kind in _BESIDE or cue.many or cue.clause) and not sources:
                    continue  # "citing a quarantine": nobody
                if cue.kind not in _BESIDE:
                    read_as = cue
                found += self._readings(saying, sentence, cue, sources)

    def _told(
        self,
        token: Token,
        cue: SourceCue,
        sentence: Span,
        resolver: Resolver,
        found: list[Attribution],
    ) -> tuple[Saying | None, list[Argument]]:
        """Return what a cue governs and who says it; None: it tells nothing here."""
        saying = FINDERS[cue.kind](token, self.clause_words)
        sources: list[Argument] = []
        if saying is not None:
            if not self._may_say(saying, cue):
                return None, []
            sources = self.speakers.of(saying, sentence, resolver, cue.id, found)
        if not sources and cue.kind == "verb":
            saying, sources = self._named_beside(token, saying, sentence, resolver)
        if not sources and saying is not None and token.lower_ in self.addressing:
            sources = self.speakers.informed(token, sentence, resolver)
        if not sources and saying is not None and saying.source is not None:
            sources = self.speakers.proper(saying.source, sentence, resolver)
        if cue.many:
            sources = [s for s in sources if s.kind != "person"]
        return saying, sources

    def _named_beside(
        self, cue: Token, saying: Saying | None, sentence: Span, resolver: Resolver
    ) -> tuple[Saying | None, list[Argument]]:
        """Return a saying with whoever is named right beside its verb, which the parser missed."""
        index, names = sentence.start + cue.i, resolver.names
        name = names.told_by(index, sentence, self.lexicon.people) if saying is not None else None
        if name is None:
            return saying, []
        sources = [name.found_by("source.beside")]
        if saying is not None and any(
            cue.doc[i].pos_ == "VERB" for i in saying.content if i > cue.i
        ):
            return saying, sources
        end = min(name.start, sentence[cue.i].idx)
        before = [t.i for t in cue.doc if sentence[t.i].idx < end]
        if before and sentence[before[-1]].text == ",":  # "..., A, a spokeswoman, said."
            before = before[:-1]
        return (Saying(cue, None, frozenset(before)) if before else saying), sources

    def _may_say(self, saying: Saying, cue: SourceCue) -> bool:
        if cue.only and (saying.source is None or saying.source.lower_ not in cue.only):
            return False
        if cue.subjects and not any(
            c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in cue.subjects
            for c in saying.cue.children
        ):
            return False
        if cue.clause and not governs_clause(saying.cue):
            return False
        object_ = child(saying.cue, "dobj", "nsubjpass") if cue.not_objects else None
        if object_ is not None and object_.lower_ in cue.not_objects:
            return False
        beside = (*saying.cue.children, *saying.cue.doc[saying.cue.i + 1 : saying.cue.i + 2])
        if cue.beside and not any(t.lower_ in cue.beside for t in beside):
            return False
        return not cue.media_only or self.speakers.is_medium(saying.source)

    def _readings(
        self, saying: Saying, sentence: Span, cue: SourceCue, sources: list[Argument]
    ) -> list[Attribution]:
        content = (
            without_asides(saying, self.clause_words) if cue.force == "denies" else saying.content
        )
        start, end = extent(content, sentence)
        word = sentence[saying.cue.i]
        at = word.idx, word.idx + len(word)
        unknown = None if sources else "source.unknown"
        outcome: Outcome = "kept" if sources else "refused"
        note(sentence.doc, Decision("attributions", cue.id, *at, outcome, unknown))
        head = sentence[saying.source.i] if saying.source is not None else None
        source_at = (head.idx, head.idx + len(head)) if head is not None else None
        return [
            Attribution(start, end, cue.id, at, source, cue.force, source_at=source_at)
            for source in sources or (None,)
        ]

    def _beside(self, sentence: Span, resolver: Resolver) -> list[Attribution]:
        words = lower_of(sentence.doc)
        if self.cues.keys().isdisjoint(words[sentence.start : sentence.end]):
            return []
        for index in range(sentence.start, sentence.end):
            cue = next((c for c in self.cues.get(words[index], ()) if c.kind not in _PARSED), None)
            if cue is None or cue.media_only or cue.beside or cue.clause:
                continue
            if resolver.names.at(index) is not None:
                continue  # "the State Security Service" states nothing
            reach = _NEAR + (cue.kind == "phrase")
            after = words[index] not in self.addressing
            token = sentence.doc[index]
            name = resolver.names.near(index, reach, sentence, after=after)
            if name is not None:
                return [
                    Attribution(
                        sentence.start_char,
                        sentence.end_char,
                        cue.id,
                        (token.idx, token.idx + len(token)),
                        name,
                        cue.force,
                        source_at=(name.start, name.end),
                    )
                ]
        return []


def _is_aside(word: Token) -> bool:
    """Tell whether a participle says in passing what its clause rests on: "quoting a source"."""
    if word.tag_ != "VBG" or word.dep_ != "advcl":
        return False
    return child(word, *SUBJECTS, "aux", "auxpass", "ccomp") is None

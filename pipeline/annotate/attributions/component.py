"""The component ``attributions``: who says what.

Sentences that are parsed (they tell an event) are read by their syntax. Of the others only the
speaker is noted, by a name next to a word of saying: he may still be in force when the next
sentence says "he said" or goes on quoting.
"""

from pathlib import Path

from spacy.tokens import Doc, Span, Token

from pipeline.annotate.arguments.antecedents import SINGULAR
from pipeline.annotate.arguments.argument import Argument
from pipeline.annotate.arguments.forms import Forms, Irregular
from pipeline.annotate.arguments.lexicon import Lexicon
from pipeline.annotate.arguments.phrases import extent
from pipeline.annotate.arguments.resolve import Resolver
from pipeline.annotate.attributions.parsed import FINDERS, stretch
from pipeline.annotate.attributions.reading import Attribution
from pipeline.annotate.attributions.schema import SourceCue, SourceCues
from pipeline.annotate.syntax.engine import SyntaxEngine
from pipeline.annotate.trail import Decision, Outcome, note
from pipeline.rulebook import read

_IN_FORCE = 1200  # characters for which a speaker stays the one who "he" is
_NEAR = 2  # tokens between a name and the word of saying beside it


class Attributions:
    """Writes ``doc.spans["attributions"]``, each span with ``span._.attribution``."""

    def __init__(self, folder: Path, engine: SyntaxEngine) -> None:
        self.engine = engine
        forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        self.lexicon = Lexicon(folder, forms)
        rules = read(folder / "attributions" / "cues.yaml", SourceCues)
        self.media = forms.of_all(rules.media)
        self.cues: dict[str, list[SourceCue]] = {}
        for cue in rules.cues:
            for form in forms.of_all(cue.lemmas):
                self.cues.setdefault(form, []).append(cue)

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of a doc."""
        resolver = Resolver.of(doc, self.lexicon)
        wanted = {span.start for span in doc.spans.get("event_sentences", ())}
        found: list[Attribution] = []
        for sentence in doc.sents:
            if sentence.start in wanted:
                found += self._parsed(sentence, resolver, found)
            else:
                found += self._beside(sentence, resolver)
        spans = []
        for reading in found:
            span = doc.char_span(
                reading.start, reading.end, label="ATTRIBUTION", alignment_mode="expand"
            )
            if span is not None:
                spans.append(span)
        doc.spans["attributions"] = spans
        # Two cues may share a content stretch, and spaCy keys attributes by offsets: the readings
        # of one stretch are held together.
        for span in doc.spans["attributions"]:
            span._.attribution = tuple(
                r for r in found if (span.start_char, span.end_char) == _expanded(doc, r)
            )
        return doc

    def _parsed(
        self, sentence: Span, resolver: Resolver, before: list[Attribution]
    ) -> list[Attribution]:
        found: list[Attribution] = []
        for token in self.engine.of(sentence):
            for cue in self.cues.get(token.lower_, ()):
                saying = FINDERS[cue.kind](token)
                if saying is None or (cue.media_only and not self._is_medium(saying.source)):
                    continue
                sources = self._sources(saying.source, sentence, resolver, cue, [*before, *found])
                start, end = stretch(saying.content, sentence)
                word = sentence[token.i]
                at = word.idx, word.idx + len(word)
                found += [
                    Attribution(start, end, cue.id, at, source, cue.force)
                    for source in sources or (None,)
                ]
                unknown = None if sources else "source.unknown"
                outcome: Outcome = "kept" if sources else "refused"
                note(sentence.doc, Decision("attributions", cue.id, *at, outcome, unknown))
                break
        return found

    def _sources(
        self,
        head: Token | None,
        sentence: Span,
        resolver: Resolver,
        cue: SourceCue,
        before: list[Attribution],
    ) -> list[Argument]:
        """Return who speaks: the speaker in force for "he", else a name, a group or a medium."""
        if head is None:
            return []
        last = before[-1].source if before else None
        near = last is not None and sentence.start_char - last.start < _IN_FORCE
        if near and last and head.lower_ in SINGULAR and "person" in last.rule:
            return [Argument(last.start, last.end, last.head, "source.in-force/person")]
        named = resolver.all(head, sentence, cue.id)
        if named or not self._is_medium(head):
            return named
        start, end = extent(head, resolver.lexicon.relational)
        first, final = sentence[start], sentence[end - 1]
        return [Argument(first.idx, final.idx + len(final), sentence[head.i].idx, "source.medium")]

    def _is_medium(self, head: Token | None) -> bool:
        return head is not None and head.lower_ in self.media

    def _beside(self, sentence: Span, resolver: Resolver) -> list[Attribution]:
        for token in sentence:
            cue = next((c for c in self.cues.get(token.lower_, ()) if c.kind != "noun"), None)
            if cue is None or cue.media_only:
                continue
            name = resolver.name_near(token.i, _NEAR + (cue.kind == "phrase"), sentence)
            if name is not None:
                return [
                    Attribution(
                        sentence.start_char,
                        sentence.end_char,
                        cue.id,
                        (token.idx, token.idx + len(token)),
                        name,
                        cue.force,
                    )
                ]
        return []


def _expanded(doc: Doc, reading: Attribution) -> tuple[int, int]:
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    assert span is not None  # noqa: S101 - "expand" always finds one
    return span.start_char, span.end_char

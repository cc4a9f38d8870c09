"""The component ``attributions``: who says what.

Sentences that are parsed (they tell an event) are read by their syntax. Of the others only the
speaker is noted, by a name next to a word of saying: he may still be in force when the next
sentence says "he said" or goes on quoting.
"""

from pathlib import Path

from spacy.tokens import Doc, Span

from pipeline.annotate.arguments.antecedents import SINGULAR
from pipeline.annotate.arguments.argument import Argument
from pipeline.annotate.arguments.forms import Forms, Irregular
from pipeline.annotate.arguments.lexicon import Lexicon
from pipeline.annotate.arguments.resolve import Resolver
from pipeline.annotate.attributions.parsed import FINDERS, stretch
from pipeline.annotate.attributions.reading import Attribution
from pipeline.annotate.attributions.schema import SourceCue, SourceCues
from pipeline.annotate.syntax.engine import SyntaxEngine
from pipeline.annotate.trail import Decision, note
from pipeline.rulebook import read

_NEAR = 2  # tokens between a name and the word of saying beside it


class Attributions:
    """Writes ``doc.spans["attributions"]``, each span with ``span._.attribution``."""

    def __init__(self, folder: Path, engine: SyntaxEngine) -> None:
        self.engine = engine
        forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular).forms)
        self.lexicon = Lexicon(folder, forms)
        rules = read(folder / "attributions" / "cues.yaml", SourceCues)
        self.media = forms.of_all(rules.media)
        self.cues: dict[str, SourceCue] = {}
        for cue in rules.cues:
            for form in forms.of_all(cue.lemmas):
                self.cues.setdefault(form, cue)

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of a doc."""
        resolver = Resolver(doc, self.lexicon)
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
        parsed = self.engine.of(sentence)
        found: list[Attribution] = []
        for token in parsed:
            cue = self.cues.get(token.lower_)
            saying = FINDERS[cue.kind](token) if cue else None
            if cue is None or saying is None:
                continue
            printed = sentence[token.i]
            sources: list[Argument | None] = []
            if saying.source is not None:
                if saying.source.lower_ in SINGULAR and before and before[-1].source:
                    # "he said": the speaker in force.
                    source = before[-1].source
                    sources.append(
                        Argument(source.start, source.end, source.head, "source.in-force")
                    )
                else:
                    sources += resolver.all(saying.source, sentence, cue.id)
                    if not sources and saying.source.lower_ in self.media:
                        word = sentence[saying.source.i]
                        sources.append(
                            Argument(word.idx, word.idx + len(word), word.idx, "source.medium")
                        )
            start, end = stretch(saying.content, sentence)
            for who in sources or [None]:
                found.append(
                    Attribution(
                        start,
                        end,
                        cue.id,
                        (printed.idx, printed.idx + len(printed)),
                        who,
                        cue.force,
                    )
                )
            note(
                sentence.doc,
                Decision(
                    "attributions",
                    cue.id,
                    printed.idx,
                    printed.idx + len(printed),
                    "kept" if sources else "refused",
                    None if sources else "source.unknown",
                ),
            )
        return found

    def _beside(self, sentence: Span, resolver: Resolver) -> list[Attribution]:
        for token in sentence:
            cue = self.cues.get(token.lower_)
            if cue is None or cue.kind == "noun":
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

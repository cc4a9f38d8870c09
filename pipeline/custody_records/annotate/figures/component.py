"""The component ``figures``: every number of the text is read, refused or left, with the reason."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.figures import tables
from custody_records.annotate.figures.claims import Claims
from custody_records.annotate.figures.lexicon import LANGUAGE, FigureLexicon
from custody_records.annotate.figures.reader import Reader, Refused
from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.numbers import NumberReader
from custody_records.annotate.readings import in_tokens, write
from custody_records.annotate.resources import lexicon_of
from custody_records.annotate.text import text_of


class Figures:
    """Writes ``doc.spans["figures"]``, each span with ``span._.figure``, a tuple of readings."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.lexicon = FigureLexicon(rules / "figures" / LANGUAGE, lexicon_of(nlp, rules))
        self.numbers = NumberReader.load(rules, LANGUAGE)

    def __call__(self, doc: Doc) -> Doc:
        """Read the numbers of a doc from left to right."""
        claims = Claims(doc)
        reader = Reader(text_of(doc), Sentences.of(doc), claims, self.lexicon, self.numbers)
        totals = self.lexicon.words.totals
        cells = {cell.start: cell for cell in tables.cells(text_of(doc), self.numbers, totals)}
        for number in self.numbers.read(text_of(doc), self.lexicon.patterns.change_from):
            if number.ordinal:
                continue
            cell = cells.get(number.start)
            start, end = number.start, number.end
            taken = None if cell else claims.over(start, end)
            if taken:
                note(doc, Decision("figures", "figure.number", start, end, "lost", taken))
                continue
            outcome = reader.of_table(cell) if cell else reader.read(number)
            if isinstance(outcome, Refused):
                note(doc, Decision("figures", outcome.by, start, end, "claimed"))
                continue
            reader.found.append(outcome)
            note(doc, Decision("figures", outcome.rule, outcome.start, outcome.end, "kept"))
            if outcome.bound:
                decision = Decision("figures", outcome.bound, outcome.start, outcome.end, "claimed")
                note(doc, decision)
        write(doc, "figure", in_tokens(doc, reader.found))
        return doc

"""What is said over sentences: quotations that go on, and the answers of an interview."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.attributions.signed import Signed
from custody_records.annotate.layout.paragraphs import Layout

_IN_FORCE = 600  # characters for which a quotation without a speaker has the last one


class Carried:
    """Carries the attributions of a doc to sentences that have none of their own."""

    def __init__(self, signed: Signed) -> None:
        self.signed = signed

    def over(
        self, doc: Doc, own: Mapping[int, Sequence[Attribution]]
    ) -> Iterator[tuple[int, Attribution]]:
        """Yield (first token of the sentence, attribution); ``own``: the same of the sentences."""
        layout = Layout.of(doc)
        said = [own.get(sentence.start, ()) for sentence in layout.sentences]
        for one in self.signed.over(doc, layout):
            number = layout.at(one.start)
            if not said[number]:
                yield layout.sentences[number].start, one
        for number, sentence in enumerate(layout.sentences):
            speaker = None if said[number] else self._speaker(layout, number, said)
            if speaker is not None:
                yield (
                    sentence.start,
                    replace(
                        speaker, start=sentence.start_char, end=sentence.end_char, reach="quotation"
                    ),
                )

    @staticmethod
    def _speaker(
        layout: Layout, number: int, said: Sequence[Sequence[Attribution]]
    ) -> Attribution | None:
        """Return who says the quotation in which a sentence stands whole."""
        quotation = layout.quotation_of(number)
        if quotation is None:
            return None
        for near in layout.around(quotation):
            outside = [a for a in said[near] if not quotation.start <= a.cue[0] < quotation.end]
            if outside:
                return outside[-1]
        for before in range(number - 1, -1, -1):
            if quotation.start - layout.starts[before] > _IN_FORCE:
                break
            if said[before]:
                return said[before][-1]
        return None

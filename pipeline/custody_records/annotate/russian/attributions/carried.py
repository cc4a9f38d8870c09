"""What is said over sentences: quotations that go on, and the answers of an interview."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.attributions.signed import Signed
from custody_records.annotate.layout.paragraphs import Layout

_ACCOUNT = 2  # sentences back to the one that says whose account it is
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
            if said[number]:
                continue
            start, end = sentence.start_char, sentence.end_char
            speaker = self._speaker(layout, number, said)
            if speaker is not None:
                yield sentence.start, replace(speaker, start=start, end=end, reach="quotation")
            elif layout.quotation_of(number) is None:
                teller = self._teller(layout, number, said)
                if teller is not None:
                    yield sentence.start, replace(teller, start=start, end=end, reach="goes-on")

    @staticmethod
    def _teller(
        layout: Layout, number: int, said: Sequence[Sequence[Attribution]]
    ) -> Attribution | None:
        """Return whose report a sentence goes on with, within its paragraph."""
        for before in range(number - 1, max(number - _ACCOUNT, 0) - 1, -1):
            if not layout.together(number, before):
                return None
            if said[before]:
                last = said[before][-1]
                return last if last.force == "says" and last.reach == "own" else None
        return None

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

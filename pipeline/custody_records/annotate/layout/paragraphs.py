"""How a text is laid out: paragraphs, lists and quotations, by the number of a sentence."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from custody_records.annotate.cache import cached
from custody_records.annotate.layout.quotations import Quotation, quotations
from custody_records.annotate.text import sentences_of, text_of

_ITEM = re.compile(r"\s*(?:[•*·‣▪–—-]|\d{1,2}[.)])\s")
_CLOSE = 2  # characters between a quotation's mark and the sentence's end
FINAL = frozenset(".!?…\"'”’»)")  # marks that end a sentence, or close it
_HEAD = 3  # tokens in which a sentence that turns to another day says so


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentences of a doc and, by their number, paragraph and the sentence that opens a list.

    ``heads``: for a sentence in an item of a list, the last sentence before the list, else None.
    ``dated``: first tokens of dates.
    """

    text: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraphs: tuple[int, ...]
    heads: tuple[int | None, ...]
    quotations: tuple[Quotation, ...]
    dated: frozenset[int]

    @classmethod
    def of(cls, doc: Doc) -> "Layout":
        """Return a doc's layout, read once for all that ask."""
        return cached(doc, "layout", cls.read)

    @classmethod
    def read(cls, doc: Doc) -> "Layout":
        """Read a doc's layout."""
        text = text_of(doc)
        sentences = sentences_of(doc)
        paragraphs: list[int] = []
        heads: list[int | None] = []
        number, head, listed = 0, None, False
        for n, sentence in enumerate(sentences):
            if n == 0 or "\n" in sentences[n - 1][-1].text:
                number += 1
                item = _ITEM.match(text, sentence.start_char) is not None or _runs_on(
                    text, sentence
                )
                if item and not listed:
                    head = n - 1 if n else None
                listed = item
            paragraphs.append(number)
            heads.append(head if listed else None)
        return cls(
            text,
            sentences,
            tuple(s.start_char for s in sentences),
            tuple(paragraphs),
            tuple(heads),
            tuple(quotations(text)),
            frozenset(span.start for span in doc.spans.get("timex", ())),
        )

    def at(self, character: int) -> int:
        """Return the number of the sentence in which a character stands."""
        return bisect_right(self.starts, character) - 1

    def quotation_of(self, number: int) -> Quotation | None:
        """Return the quotation in which a sentence stands whole, or None."""
        sentence = self.sentences[number]
        printed = self.text[sentence.start_char : sentence.end_char]
        end = sentence.start_char + len(printed.rstrip())
        index = bisect_right(self.quotations, sentence.start_char, key=lambda q: q.start) - 1
        if index >= 0 and end <= self.quotations[index].end + _CLOSE:
            return self.quotations[index]
        return None

    def is_quoted(self, character: int) -> bool:
        """Tell whether a character stands in a quotation."""
        index = bisect_right(self.quotations, character, key=lambda q: q.start) - 1
        return index >= 0 and character < self.quotations[index].end

    def around(self, quotation: Quotation) -> list[int]:
        """Return the sentences that may tell whose a quotation is, the likeliest first.

        "“They beat us. They left,” he said.": the one in which it ends, then the one in which it
        begins, then those beside it in the paragraph: the one before goes first ("..., she said.
        “They left.”").
        """
        first, last = self.at(quotation.start), self.at(quotation.end - 1)
        near = [last, first]
        near += [n for n in (first - 1,) if self.together(first, n)]
        near += [n for n in (last + 1,) if self.together(last, n)]
        return list(dict.fromkeys(near))

    def together(self, number: int, other: int) -> bool:
        """Tell whether two sentences stand in one paragraph."""
        return (
            0 <= other < len(self.sentences) and self.paragraphs[number] == self.paragraphs[other]
        )

    def turns(self, number: int) -> bool:
        """Tell whether a sentence opens with a date, and so turns to another event."""
        start = self.sentences[number].start
        return any(start + n in self.dated for n in range(_HEAD))


def _runs_on(text: str, sentence: Span) -> bool:
    """Tell whether a paragraph goes on with an open sentence: "calls on", "the court to free X;".

    Pages whose bullets are lost print the items of a list so.
    """
    start = sentence.start_char
    goes_on = text[start : sentence.end_char].lstrip()[:1].islower()
    return goes_on and text[:start].rstrip()[-1:] not in FINAL

"""A text as words and the gaps between them: what all rules of names walk over.

The model's tokens split "Qasym-Zhomart" and "U.S.A." in pieces and glue nothing; a name is made
of words as a reader sees them. One pass over the text, no annotation needed.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container
from functools import cached_property

from spacy.tokens import Doc

from custody_records.annotate.cache import cached
from custody_records.annotate.text import text_of

# "U.S."; an initial "V."; else letters and digits, joined by apostrophe, hyphen, point or stroke
# ("O'Connor", "Ko'zgu", "Qasym-Zhomart", "Orda.kz", "RFE/RL"), but not the possessive 's.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]\.(?=[ \u00a0]?[^\W\d_])"
    r"|(?!(?<=['’ʼ])[sS]\b)[^\W_]+(?:(?:['’ʻʼ‘`](?![sS]\b)|[-‐‑./])[^\W_]+)*"
)
# "al-Qaeda", "d'Estaing"
_PREFIX = re.compile(r"(?:al|el|ad|as|an|ar|at|az|l|d)[-'’][A-ZÀ-Þ]")
# What parts two words, and what an owner in the plural has behind it: "workers' rights".
SPACES = frozenset([" ", "\u00a0"])
PLURAL_POSSESSIVE = frozenset(["' ", "’ "])
_PREFIXED = frozenset("aeld")
_SENTENCE_END = re.compile(r"[.?!…:;•|][\"'”’»)\]]*\s|\n|[\"“«„]$|[–—•*-]\s$")


class Words:
    """The words of a text with their exact offsets; ``gap(i)`` is what follows word ``i``."""

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [found.span() for found in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.texts = [text[start:end] for start, end in spans]
        # What nearly every rule asks of nearly every word: read once.
        edges = zip(self.ends, [*self.starts, len(text)][1:], strict=True)
        gaps = [text[start:end] for start, end in edges]
        spaced = [gap in SPACES for gap in gaps[:-1]]
        behind = [w if space else "" for space, w in zip(spaced, self.texts[1:], strict=True)]
        before = [w if space else "" for space, w in zip(spaced, self.texts, strict=False)]
        # The word that a space parts from word ``i``, behind and before it; "" where none does.
        self.next: Callable[[int], str] = [*behind, ""].__getitem__
        self.previous: Callable[[int], str] = ["", *before].__getitem__
        gaps.append(text[: self.starts[0]] if self.starts else text)
        # The text between word ``i`` and the next; before the first for -1.
        self.gap: Callable[[int], str] = gaps.__getitem__
        capitals = [
            word[0].isupper() or (word[0] in _PREFIXED and bool(_PREFIX.match(word)))
            for word in self.texts
        ]
        # Whether word ``i`` begins with a capital, if need be after "al-" or "d'".
        self.capital: Callable[[int], bool] = capitals.__getitem__

    def __len__(self) -> int:
        return len(self.starts)

    def opens(self, i: int) -> bool:
        """Tell whether word ``i`` opens a sentence, a line or a quotation."""
        return i == 0 or bool(_SENTENCE_END.search(self.gap(i - 1)))

    def before(self, i: int) -> str:
        """Return the word before word ``i`` in lower case, whatever parts the two; "" if none."""
        return self.texts[i - 1].lower() if i > 0 else ""

    def run_end(self, i: int) -> int:
        """Return the last of the capitalised words that follow word ``i``, itself if none does."""
        while self.next(i) and self.capital(i + 1):
            i += 1
        return i

    @cached_property
    def after_capitals(self) -> frozenset[str]:
        """The words that somewhere in the text end or go on a capitalised span."""
        return frozenset(
            self.texts[i]
            for i in range(1, len(self))
            if self.gap(i - 1) == " " and self.capital(i - 1)
        )

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands: one look-up a distinct word, in place of one a word."""
        places: dict[str, list[int]] = {}
        for i, word in enumerate(self.texts):
            places.setdefault(word, []).append(i)
        return places

    def where(self, wanted: Container[str]) -> list[int]:
        """Return where the wanted words stand, in text order."""
        return sorted(i for word, held in self.places.items() if word in wanted for i in held)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text."""
        return Counter(self.texts)

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The words that the text somewhere prints in lower case."""
        return frozenset(filter(str.islower, self.texts))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of words that share a character with ``[start, end)``."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets from word ``first`` to word ``last``, both included."""
        return self.starts[first], self.ends[last]


def words_of(doc: Doc) -> Words:
    """Return the doc's words, split once."""
    return cached(doc, "words", lambda doc: Words(text_of(doc)))

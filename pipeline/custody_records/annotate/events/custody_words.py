"""Where a text speaks of custody: the whole of it, or near a token."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

from spacy.tokens import Doc

from custody_records.annotate.arguments.forms import Forms
from custody_records.annotate.cache import cached
from custody_records.annotate.text import lower_of, sentences_of
from custody_records.rulebook import RuleFile

_ENOUGH = 3  # sentences with a word of custody that make a text one about custody,
_SHARE = 3  # or two, if they are one in so many of a short text
_REACH = 60  # tokens around a trigger in which such a word counts, whatever the full stops
_CLOSE = 40  # tokens of its own sentence


class Domain(RuleFile):
    """``domain.yaml``: words that show a text, and a sentence, to be about custody."""

    custody: tuple[str, ...]
    beside: tuple[str, ...]
    near: tuple[str, ...]
    hunger: tuple[str, ...]
    apart: tuple[str, ...]
    departed: tuple[str, ...]
    mouthpieces: tuple[str, ...]


class CustodyWords:
    """The forms of the words in ``domain.yaml``, to be looked up in any doc."""

    def __init__(self, domain: Domain, forms: Forms) -> None:
        self.custody = forms.of_all(domain.custody)
        self.beside = self.custody | forms.of_all(domain.beside)
        self.near = forms.of_all(domain.near)
        self.hunger = frozenset(domain.hunger)
        self.apart = frozenset(domain.apart)
        self.departed = forms.of_all(domain.departed)
        self.mouthpieces = frozenset(domain.mouthpieces)

    def of(self, doc: Doc) -> "CustodyText":
        """Return where the words stand in a doc, found once for all that ask."""
        return cached(doc, "custody_text", lambda doc: CustodyText.read(doc, self))


@dataclass(frozen=True, slots=True)
class CustodyText:
    """Token indices of the words in one doc; ``is_custodial``: the text is about custody.

    ``hunger``: it speaks of a hunger strike somewhere.
    """

    is_custodial: bool
    beside: tuple[int, ...]
    near: tuple[int, ...]
    hunger: bool

    @classmethod
    def read(cls, doc: Doc, words: CustodyWords) -> Self:
        """Look the words up in a doc."""
        lower = lower_of(doc)
        custody = [i for i, word in enumerate(lower) if word in words.custody]
        held = [
            bisect_left(custody, s.start) < bisect_left(custody, s.end) for s in sentences_of(doc)
        ]
        enough = min(_ENOUGH, max(2, len(held) // _SHARE))
        return cls(
            bool(doc.spans.get("facilities")) or sum(held) >= enough,
            tuple(i for i, word in enumerate(lower) if word in words.beside),
            tuple(i for i, word in enumerate(lower) if word in words.near),
            not words.hunger.isdisjoint(lower),
        )

    def in_domain(self, index: int) -> bool:
        """Tell whether custody is spoken of in the text or near one of its tokens."""
        return self.is_custodial or _any_within(self.beside, index - _REACH, index + _REACH)

    def may_be_in_domain(self, start: int, end: int) -> bool:
        """Tell whether ``in_domain`` may hold for a token of a span."""
        return self.is_custodial or _any_within(self.beside, start - _REACH, end + _REACH)

    def near_token(self, index: int, start: int, end: int) -> tuple[int, ...]:
        """Return the words of custody of the sentence ``[start, end)`` near one of its tokens."""
        first, last = max(start, index - _CLOSE), min(end, index + _CLOSE)
        return self.near[bisect_left(self.near, first) : bisect_left(self.near, last)]

    def speaks_before(self, index: int) -> bool:
        """Tell whether a word of custody stands shortly before a token."""
        return _any_within(self.near, index - _REACH, index)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a sentence has a word that may put it into custody."""
        return _any_within(self.near, start, end)


def _any_within(places: tuple[int, ...], start: int, end: int) -> bool:
    """Tell whether one of the sorted places lies in ``[start, end)``."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end

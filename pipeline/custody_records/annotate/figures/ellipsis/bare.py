"""A number without a noun, with what the text around it tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.lexicon import FigureLexicon
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.numbers import Number

_WORDS_AFTER = 4
_GAP = 80  # characters before the number that may tie it to another


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The phrase a bare number stands for; ``same`` if it is the very figure meant.

    ``told``: a word for the number says what it counts, so that nothing else is said of them.
    """

    unit: str
    head: str
    rule: str
    same: bool = False
    told: bool = False

    @classmethod
    def of(cls, figure: FigureReading, rule: str, same: bool = False) -> "Antecedent":
        """Return the phrase that another figure counts."""
        return cls(figure.unit, figure.head, rule, same)


@dataclass(frozen=True)
class Bare:
    """A number without a noun.

    ``start`` is where the words that belong to it begin; ``definite``: it points back ("all 12");
    ``partitive``: it is of those named ("seven of them"); ``whole``: of so many ("two of the
    five"); ``distinct``: it sets its things apart ("a further nine"); ``part``: it is one of a
    larger number ("including 32 under the age of 18").
    ``found`` are the figures before it, the last last.
    """

    text: str
    number: Number
    start: int
    found: Sequence[FigureReading]
    sentences: Sentences
    lexicon: FigureLexicon
    definite: bool = False
    partitive: bool = False
    whole: int | float | None = None
    distinct: bool = False
    part: bool = False

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The bounds of its sentence."""
        return self.sentences.around(self.number.start)

    @cached_property
    def gap(self) -> str:
        """What stands right before it in its sentence."""
        return self.text[max(self.sentence[0], self.start - _GAP) : self.start]

    @cached_property
    def following(self) -> list[str]:
        """The words behind it, lower case."""
        found = units.words(self.text, self.number.end, self.sentence[1])
        return [word.low for word in islice(found, _WORDS_AFTER)]

    @cached_property
    def after(self) -> list[str]:
        """The words behind it without adverbs and words that set it apart."""
        words = self.lexicon.words
        return [w for w in self.following if w not in words.adverbs and w not in words.further]

    @property
    def first(self) -> str:
        """The first of ``after``, empty if there is none."""
        return self.after[0] if self.after else ""

    @property
    def next(self) -> str:
        """The first word behind it, empty if there is none."""
        return self.following[0] if self.following else ""

    @cached_property
    def at_another_time(self) -> bool:
        """Whether another time stands right behind it: "1,350 in 2021"."""
        return self.lexicon.patterns.then.match(self.text, self.number.end) is not None

    @property
    def size(self) -> int | float:
        """Its value, of a range the upper end."""
        return self.number.max or self.number.value

    def wholes(self, earliest: int) -> Iterator[FigureReading]:
        """Yield the figures that are no parts of others, the nearest first, back to a position."""
        for figure in reversed(self.found):
            if figure.start < earliest:
                return
            if not figure.part:
                yield figure

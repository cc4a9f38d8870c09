"""What the model says of one span throughout a text."""

from collections import Counter

from custody_records.annotate.names.name import Kind
from custody_records.annotate.names.words import Words


class Votes:
    """Counts the kinds that the model gives to each printed span."""

    def __init__(self) -> None:
        self._of: dict[str, Counter[Kind]] = {}

    def count(self, words: Words, first: int, last: int, kind: Kind) -> None:
        """Add one."""
        text = " ".join(words.texts[first : last + 1])
        self._of.setdefault(text, Counter())[kind] += 1

    def majority(self, text: str, kind: Kind) -> Kind:
        """Return what the model says of the span most often; ``kind`` if nothing is more."""
        counted = self._of.get(text)
        if not counted:
            return kind
        best, number = counted.most_common(1)[0]
        return best if number > counted[kind] else kind

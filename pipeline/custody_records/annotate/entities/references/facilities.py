"""The facility that "the colony", "the prison" or "there" speaks of again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from custody_records.annotate.entities.entity import FacilityEntity
from custody_records.annotate.entities.mentions import Mention, Mentions
from custody_records.annotate.text import lower_of
from custody_records.contract.values import FacilityKind

_NEAR = 3  # paragraphs back to the facility that "the colony" refers to
_PHRASE = 5  # tokens before a facility in which the preposition of its phrase stands
_MOVED = 12  # tokens before it in which the verb of moving stands


@dataclass(frozen=True, slots=True)
class Moves:
    """Words of moves from one facility to another: ``verbs``, and the prepositions behind them."""

    verbs: frozenset[str]
    ways: frozenset[str]


class FacilityReferences:
    """Finds the facility named last that a noun fits; from far back the article's main one.

    A new paragraph does not go on with a facility that the text names only in passing: after "He
    was brought there from Penitentiary No. 3." "the institution" is the one that the text is about.

    ``kinds``: noun in lower case → the kinds of facility that it can mean; of a noun that is not
    in it, any. ``paragraph_of``: the number of each token's paragraph.
    """

    def __init__(
        self,
        doc: Doc,
        facilities: Mentions,
        main: Mention | None,
        paragraph_of: Sequence[int],
        kinds: Mapping[str, Sequence[FacilityKind]],
        moves: Moves,
    ) -> None:
        self.words = lower_of(doc)
        self.moves = moves
        self.facilities = facilities
        self.main = main
        self.paragraph_of = paragraph_of
        self.kinds = kinds
        self._scenes: set[int] = set()
        self._named = Counter(m.entity.id for m in facilities.all if m.entity)

    def meant(
        self, index: int, noun: str, kinds: Sequence[FacilityKind] | None = None
    ) -> Mention | None:
        """Return the facility that a noun in a sentence from token ``index`` on stands for.

        ``kinds``: those that the noun can mean here ("the pre-trial prison"), else its own.
        """
        kinds = kinds or self.kinds.get(noun)
        last = self.facilities.last_before(index)
        if last is None:
            return None
        if kinds and not _is_of(last, kinds) and (other := self._last_of(kinds, index)):
            return other
        back = self.paragraph_of[index] - self.paragraph_of[last.start]
        passing = (back and self.is_in_passing(last)) or self.is_moved_to(last)
        # "was sent from the police station to Obo Jail. In the same jail ..."
        fits = self.main is None or not kinds or _is_of(self.main, kinds)
        if back > _NEAR or (passing and fits):
            last = self.main
        return last if last is not None and (not kinds or _is_of(last, kinds)) else None

    def _last_of(self, kinds: Sequence[FacilityKind], index: int) -> Mention | None:
        """Return the last facility of its paragraph, or of the one before, that is of a kind.

        "He was moved from SIZO-1 to colony IK-6. In the remand prison he had been beaten."
        """
        mention = self.facilities.last_before(index)
        while mention is not None:
            if self.paragraph_of[index] - self.paragraph_of[mention.start] > 1:
                return None
            if isinstance(mention.entity, FacilityEntity) and mention.entity.kind in kinds:
                return mention
            mention = self.facilities.last_before(mention.start)
        return None

    def note(self, mention: Mention) -> None:
        """Remember a mention of a facility as one of where something happened."""
        self._scenes.add(mention.start)

    def is_in_passing(self, mention: Mention) -> bool:
        """Tell whether a facility is named once, in a text that goes on about its main one."""
        main = self.main.entity if self.main else None
        return main is not None and self._is_named_once(mention) and self._named[main.id] > 1

    def is_moved_to(self, mention: Mention) -> bool:
        """Tell whether a facility is only where somebody was moved, of a text about another one.

        "Twenty ringleaders were flown to IK-7. The ministry has put the prison under guard."
        """
        if mention.start in self._scenes or not self._is_named_once(mention):
            return False
        start = mention.start
        phrase = self.words[max(0, start - _PHRASE) : start]
        verb = self.words[max(0, start - _MOVED) : start]
        return not (self.moves.ways.isdisjoint(phrase) or self.moves.verbs.isdisjoint(verb))

    def _is_named_once(self, mention: Mention) -> bool:
        main = self.main.entity if self.main else None
        if main is None or mention.entity is None or mention.entity.id == main.id:
            return False
        return self._named[mention.entity.id] == 1


def _is_of(mention: Mention, kinds: Sequence[FacilityKind]) -> bool:
    """Tell whether a facility is of one of the kinds, or of an unknown one."""
    kind = mention.entity.kind if isinstance(mention.entity, FacilityEntity) else None
    return kind is None or kind in kinds

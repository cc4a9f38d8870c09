"""The facility that "the colony", "the prison" or "there" speaks of again."""

from collections import Counter
from collections.abc import Mapping, Sequence

from custody_records.annotate.entities.entity import FacilityEntity
from custody_records.annotate.entities.mentions import Mention, Mentions
from custody_records.contract.values import FacilityKind

_NEAR = 3  # paragraphs back to the facility that "the colony" refers to


class FacilityReferences:
    """Finds the facility named last that a noun fits; from far back the article's main one.

    A new paragraph does not go on with a facility that the text names only in passing: after "He
    was brought there from Penitentiary No. 3." "the institution" is the one that the text is about.

    ``kinds``: noun in lower case → the kinds of facility that it can mean; of a noun that is not
    in it, any. ``paragraph_of``: the number of each token's paragraph.
    """

    def __init__(
        self,
        facilities: Mentions,
        main: Mention | None,
        paragraph_of: Sequence[int],
        kinds: Mapping[str, Sequence[FacilityKind]],
    ) -> None:
        self.facilities = facilities
        self.main = main
        self.paragraph_of = paragraph_of
        self.kinds = kinds
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
        if back > _NEAR or (back and self._is_in_passing(last)):
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

    def _is_in_passing(self, mention: Mention) -> bool:
        """Tell whether a facility is named once, in a text that goes on about its main one."""
        main = self.main.entity if self.main else None
        if main is None or mention.entity is None or mention.entity.id == main.id:
            return False
        return self._named[mention.entity.id] == 1 < self._named[main.id]


def _is_of(mention: Mention, kinds: Sequence[FacilityKind]) -> bool:
    """Tell whether a facility is of one of the kinds, or of an unknown one."""
    kind = mention.entity.kind if isinstance(mention.entity, FacilityEntity) else None
    return kind is None or kind in kinds

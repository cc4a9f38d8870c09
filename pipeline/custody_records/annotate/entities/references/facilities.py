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

    def meant(self, index: int, noun: str) -> Mention | None:
        """Return the facility that a noun in a sentence from token ``index`` on stands for."""
        last = self.facilities.last_before(index)
        if last is None:
            return None
        back = self.paragraph_of[index] - self.paragraph_of[last.start]
        if back > _NEAR or (back and self._is_in_passing(last)):
            last = self.main
        if last is None:
            return None
        kinds, entity = self.kinds.get(noun), last.entity
        kind = entity.kind if isinstance(entity, FacilityEntity) else None
        return last if not kinds or kind is None or kind in kinds else None

    def _is_in_passing(self, mention: Mention) -> bool:
        """Tell whether a facility is named once, in a text that goes on about its main one."""
        main = self.main.entity if self.main else None
        if main is None or mention.entity is None or mention.entity.id == main.id:
            return False
        return self._named[mention.entity.id] == 1 < self._named[main.id]

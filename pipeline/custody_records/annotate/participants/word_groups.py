"""The small words by which roles are followed."""

from dataclasses import dataclass

from custody_records.annotate.lexicon.lexicon import ClosedFile


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of closed classes, relative pronouns, the prepositions before whom something is
    given or done to, the participles of verbs that have somebody beside what is given ("was denied
    a visit"), the prepositions before what somebody is charged with, punished for or stopped from,
    and the participles of verbs that have somebody beside what he must do ("was made to kneel")."""

    closed: ClosedFile
    relative: frozenset[str]
    recipients: frozenset[str]
    giving: frozenset[str]
    charging: frozenset[str]
    causing: frozenset[str]

"""Function words by which what somebody says is told apart."""

from dataclasses import dataclass

from custody_records.annotate.attributions.schema import SourceCues
from custody_records.annotate.participants.lexicon import RoleWords


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Function words by which what somebody says is told apart: see ``cues.yaml``."""

    roles: RoleWords
    cues: SourceCues

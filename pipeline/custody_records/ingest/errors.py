"""Why something did not come in."""

from custody_records.errors import UserError


class RefusedError(UserError):
    """A source or a part of one that is not taken: one line with the reason and the remedy."""


class LockedError(UserError):
    """Another ingest is writing to the same corpus."""

"""Why something did not come in."""


class RefusedError(Exception):
    """A source or a part of one that is not taken: one line with the reason and the remedy."""


class LockedError(Exception):
    """Another ingest is writing to the same corpus."""

"""What a run was asked for, as far as it shapes the records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The options that are part of the fingerprint.

    ``model``: alias, package or path; ``rules``: a folder, None for the package's own;
    ``published``: ISO date for input that tells none; ``max_bytes`` of one article's file or
    row, and ``max_characters`` of its text: what is larger is refused. ``timeout``: seconds that
    one article may take, 0 for no limit; it shapes no record that is whole.
    """

    model: str = "sm"
    rules: str | None = None
    published: str | None = None
    max_bytes: int = 16_000_000
    max_characters: int = 1_000_000
    timeout: float = 60.0

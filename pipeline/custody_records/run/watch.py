"""What a run tells while it goes; the terminal's progress bar listens."""

from typing import Protocol


class Watch(Protocol):
    """Told how many articles there are to do (as far as is known yet), and how many are done."""

    def expect(self, articles: int) -> None:
        """So many more articles than known so far."""

    def done(self, articles: int) -> None:
        """So many more are done, or were kept from a former run."""

    def say(self, text: str) -> None:
        """Something that the user should know at once."""


class Silent:
    """Tells nobody."""

    def expect(self, articles: int) -> None:
        """Ignore."""

    def done(self, articles: int) -> None:
        """Ignore."""

    def say(self, text: str) -> None:
        """Ignore."""

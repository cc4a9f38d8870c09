"""What a run tells while it goes; the terminal's progress bar listens."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from custody_records.run.result import Result


class Watch:
    """Told how many articles there are to do (as far as is known yet), and how many are done.

    This one tells nobody.
    """

    def expect(self, articles: int) -> None:
        """So many more articles than known so far."""

    def done(self, articles: int) -> None:
        """So many more are done, or were kept from a former run."""

    def article(self, result: "Result") -> None:
        """One article has become a record, or has failed; none that was kept is told here."""

    def say(self, text: str) -> None:
        """Something that the user should know at once."""

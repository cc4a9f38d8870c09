"""What can be wrong with an input."""

from custody_records.errors import UserError


class ArticleError(UserError):
    """An input that gives no article: one line that names the file and the remedy."""

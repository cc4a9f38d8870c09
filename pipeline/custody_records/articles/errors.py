"""What can be wrong with an input."""


class ArticleError(Exception):
    """An input that gives no article: one line that names the file and the remedy."""

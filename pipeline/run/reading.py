"""Reading one source within a run: whatever goes wrong becomes a failure that names the file."""

from collections.abc import Iterator

from pipeline.articles.article import Article
from pipeline.articles.errors import ArticleError
from pipeline.articles.read import SUFFIXES, read
from pipeline.run.options import Options
from pipeline.run.plan import Source
from pipeline.run.result import Failure


def obstacle(source: Source) -> Failure | None:
    """Return why there is no file to read at all, None if there is one."""
    if source.path.is_file():
        return None
    if source.path.is_dir():
        known = ", ".join(sorted(SUFFIXES))
        return Failure(source.name, f"no article in this folder; articles are {known} files")
    if source.path.exists():  # a pipe or a device would be waited for without end
        return Failure(source.name, "not a regular file; copy its content into one")
    return Failure(source.name, "no such file; check the path")


def read_source(source: Source, options: Options) -> Iterator[Article | Failure]:
    """Yield the articles of a source; what was read before an error stands."""
    try:
        refused: list[ArticleError] = []  # rows that are no articles; the others are
        for article in read(
            source.path,
            source=source.name,
            published=options.published,
            rules=options.rules,
            failures=refused,
        ):
            yield from (failure(source, error) for error in refused)
            refused.clear()
            yield article
        yield from (failure(source, error) for error in refused)
    except Exception as error:  # a parser's own trouble with a hostile file, too, is that file's
        yield failure(source, error)


def failure(source: Source, error: Exception, article: Article | None = None) -> Failure:
    """Return what to tell about an error: one line, with the remedy where there is one."""
    if isinstance(error, ArticleError):
        # The message names the file already, which the run names beside every reason.
        reason = str(error).removeprefix(f"{source.path}: ").removeprefix(f"{source.name}: ")
    elif isinstance(error, OSError):
        reason = f"cannot be read ({error.strerror or error}); check the file and its permissions"
    else:
        about = f"article {article.info.id}: " if article else ""
        reason = f"{about}{type(error).__name__}: {error}; please report this with the file"
    return Failure(source.name, " ".join(reason.split())[:500])

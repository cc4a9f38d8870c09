"""Reading one source within a run: whatever goes wrong becomes a failure that names the file."""

from collections.abc import Iterator
from dataclasses import replace

from custody_records.articles.article import Article
from custody_records.articles.errors import ArticleError
from custody_records.articles.limits import DEFAULT
from custody_records.articles.read import SUFFIXES, read
from custody_records.deadline import DeadlineError, deadline
from custody_records.rulebook import RuleError
from custody_records.run.options import Options
from custody_records.run.plan import Source
from custody_records.run.result import Failure


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
    """Yield the articles of a source, and a failure in the place of each that is none."""
    limits = replace(
        DEFAULT,
        file_bytes=options.max_bytes,
        rows_bytes=max(DEFAULT.rows_bytes, options.max_bytes),
        characters=options.max_characters,
    )
    refused: list[ArticleError] = []
    try:
        articles = read(
            source.path,
            source=source.name,
            published=options.published,
            rules=options.rules,
            limits=limits,
            failures=refused,
        )
        for article in _within(articles, options.timeout, source):
            yield from _failures(source, refused)
            yield article
    except RuleError:
        raise  # the rules' fault, not the file's: it would be every file's
    except Exception as error:  # a parser's own trouble with a hostile file, too, is that file's
        yield from _failures(source, refused)
        yield failure(source, error)
    yield from _failures(source, refused)


def _within(articles: Iterator[Article], seconds: float, source: Source) -> Iterator[Article]:
    """Yield the articles, each read within the time. Raises ArticleError for one that is not."""
    while True:
        try:
            with deadline(seconds):
                article = next(articles, None)
        except DeadlineError as error:
            raise ArticleError(
                f"{source.name}: an article of it is not read within {seconds:g} s; raise "
                "--timeout, or save its text as .txt"
            ) from error
        if article is None:
            return
        yield article


def failure(source: Source, error: Exception, article: Article | None = None) -> Failure:
    """Return what to tell about an error: one line, with the remedy where there is one."""
    name = source.name
    if isinstance(error, ArticleError):
        # The message begins with what it is about: the file, or "file, row 7".
        about, _, reason = str(error).partition(": ")
        if about.startswith(name) and reason:
            name = about
        else:
            reason = str(error)
    elif isinstance(error, OSError):
        reason = f"cannot be read ({error.strerror or error}); check the file and its permissions"
    else:
        about = f"article {article.info.id}: " if article else ""
        reason = f"{about}{type(error).__name__}: {error}; please report this with the file"
    return Failure(name, " ".join(reason.split())[:500])


def _failures(source: Source, refused: list[ArticleError]) -> Iterator[Failure]:
    """Yield, and forget, what was refused since the last time."""
    while refused:
        yield failure(source, refused.pop(0))

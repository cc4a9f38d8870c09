"""The corpus folder: what it holds, one writer at a time, files that appear whole or not at all."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from custody_records.articles.article import Article
from custody_records.articles.errors import ArticleError
from custody_records.articles.front_matter import split
from custody_records.articles.read import is_article, read
from custody_records.contract import ArticleInfo
from custody_records.ingest.alike import Index
from custody_records.ingest.errors import LockedError
from custody_records.ingest.name import file_stem
from custody_records.ingest.page_file import render
from custody_records.ingest.piece import Found, Refusal
from custody_records.lock import lock


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a text has appeared, as far as it is known, and the file that holds it."""

    url: str | None
    publisher: str | None
    file: str

    def may_be(self, info: ArticleInfo) -> bool:
        """Tell whether nothing says that the same text has appeared elsewhere."""
        if self.url and info.url:
            return self.url == info.url
        return not self.publisher or not info.publisher or self.publisher == info.publisher


@dataclass(slots=True)
class Known:
    """The articles that are there, by what identifies them."""

    sources: dict[tuple[str, int], str] = field(default_factory=dict)
    texts: dict[str, list[Printed]] = field(default_factory=dict)

    def enter(self, source: tuple[str, int], text: str, printed: Printed) -> None:
        """Enter an article: (SHA-256 of its original, row), hash of its text, where it appeared."""
        self.sources[source] = printed.file
        self.texts.setdefault(text, []).append(printed)


SOURCES = ".sources"
LOG = ".ingest.jsonl"
LOCK = ".ingest.lock"
_PART = ".ingest-part"
_HEAD = 20_000  # characters in which a file's front matter ends


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: the file, whether it is new, and what it is nearly the same as."""

    file: str
    is_new: bool
    near_duplicate_of: str | None = None


class Corpus:
    """A corpus folder that is written to. Use ``open_corpus``."""

    def __init__(self, folder: Path, *, dry: bool) -> None:
        self.folder = folder
        self.dry = dry
        self._known = Known()
        self._index: Index | None = None
        self._taken: set[str] = set()
        for path in article_files(self.folder):
            self._taken.add(path.name)
            self._enter(path)

    def add(self, article: Article, found: Found) -> Added:
        """Write an article and its original, unless it is there already. Raises OSError.

        Known is what came from the same bytes, and the same text unless it is another outlet's:
        a page that is fetched again has another clock on it, not another story.
        """
        original, suffix = found.original
        digest = hashlib.sha256(original).hexdigest()
        if (file := self._find(article, digest, found.row)) is not None:
            return Added(file, is_new=False)
        near = self._near(article)
        source = f"{SOURCES}/{digest}{suffix}"
        file = self._free_name(article)
        text = render(
            article, original=source, original_sha256=digest, found=found, near_duplicate_of=near
        )
        if not self.dry:
            # The original first: an article in the corpus always has its source.
            _place(self.folder / source, original)
            _place(self.folder / file, text.encode("utf-8"))
        self._taken.add(file)
        printed = Printed(article.info.url, article.info.publisher, file)
        self._known.enter((digest, found.row), article.text_hash, printed)
        self._alike().add(file, article.body)
        return Added(file, is_new=True, near_duplicate_of=near)

    def log(self, refusals: list[Refusal], taken: set[str]) -> None:
        """Keep the list of what was refused; what was taken since is removed from it."""
        held = {}
        with suppress(OSError, ValueError, KeyError, TypeError):
            for line in (self.folder / LOG).read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                held[str(row["source"])] = str(row["reason"])
        held = {name: reason for name, reason in held.items() if name not in taken}
        held |= {refusal.name: refusal.reason for refusal in refusals}
        lines = [
            json.dumps({"reason": held[name], "source": name}, ensure_ascii=False) + "\n"
            for name in sorted(held)
        ]
        if not self.dry and (lines or (self.folder / LOG).exists()):
            _place(self.folder / LOG, "".join(lines).encode("utf-8", "replace"))

    def _enter(self, path: Path) -> None:
        """Enter a file: by its front matter if it came in here, else by its text."""
        name = path.relative_to(self.folder).as_posix()
        front: dict[str, str] = {}
        if path.suffix == ".txt":
            with (
                suppress(ArticleError, OSError),
                path.open(encoding="utf-8", errors="replace") as f,
            ):
                front, _ = split(f.read(_HEAD), name)
        if digest := front.get("text_sha256"):
            row = front.get("original_row", "0")
            source = (front.get("original_sha256", ""), int(row) if row.isdigit() else 0)
            printed = Printed(front.get("url"), front.get("publisher"), name)
            self._known.enter(source, digest, printed)
            return
        for article in _articles(path):
            printed = Printed(article.info.url, article.info.publisher, name)
            self._known.enter((article.info.sha256, 0), article.text_hash, printed)

    def _find(self, article: Article, digest: str, row: int) -> str | None:
        if (file := self._known.sources.get((digest, row))) is not None:
            return file
        same = self._known.texts.get(article.text_hash, [])
        return next((printed.file for printed in same if printed.may_be(article.info)), None)

    def _alike(self) -> Index:
        """Return the index of texts; it is made when the first new article needs it."""
        if self._index is None:
            self._index = Index()
            for path in article_files(self.folder):
                for article in _articles(path):
                    name = path.relative_to(self.folder).as_posix()
                    name = name if article.info.id == path.stem else f"{article.info.id}.row"
                    with suppress(ValueError):  # two rows of one id
                        self._index.add(name, article.body)
        return self._index

    def _near(self, article: Article) -> str | None:
        """Return the id of the article that this one is nearly the same as, the most alike."""
        if same := self._known.texts.get(article.text_hash):
            return Path(same[0].file).stem
        like = self._alike().like(article.body)
        return Path(like[0].other).stem if like else None

    def _free_name(self, article: Article) -> str:
        stem = file_stem(article.info)
        names = [f"{stem}.txt", f"{stem}-{article.text_hash[:8]}.txt"]
        names += [f"{stem}-{article.text_hash[:8]}-{n}.txt" for n in range(2, 1000)]
        return next(name for name in names if name not in self._taken)


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, body) of a corpus folder's articles; what cannot be read is passed over."""
    for path in article_files(folder):
        for article in _articles(path):
            yield article.info.id, article.body


def article_files(folder: Path) -> list[Path]:
    """Return the article files of a folder and its subfolders, sorted; no hidden ones."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and is_article(path.name)
        and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
    )


def _articles(path: Path) -> Iterator[Article]:
    failures: list[ArticleError] = []
    with suppress(ArticleError, OSError):
        yield from read(path, failures=failures)


@contextmanager
def open_corpus(folder: Path, *, dry: bool = False) -> Iterator[Corpus]:
    """Open a corpus folder for writing, alone. Raises LockedError if another process has it.

    The lock is the system's: a process that is killed leaves none behind.
    """
    if dry:
        yield Corpus(folder, dry=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a+b") as file:
        try:
            lock(file.fileno(), wait=False)
        except OSError as error:
            raise LockedError(
                f"{folder}: another ingest is writing there; wait until it is done"
            ) from error
        for part in (*folder.glob(f"*{_PART}"), *(folder / SOURCES).glob(f"*{_PART}")):
            part.unlink(missing_ok=True)  # of a process that was killed
        yield Corpus(folder, dry=False)


def _place(path: Path, data: bytes) -> None:
    """Write a file beside its place, wait for the disk, then rename it; a file there stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.name.partition(".")[0] and path.parent.name == SOURCES and path.exists():
        return  # named by its hash: it is the same
    part = path.with_name(f".{path.name[:100]}{_PART}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

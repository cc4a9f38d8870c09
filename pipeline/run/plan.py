"""Which files a run reads: files, folders and globs, in one stable order."""

from glob import glob
from pathlib import Path

from pipeline.articles.read import SUFFIXES


def sources(paths: list[str]) -> list[tuple[Path, str]]:
    """Return (path, its name within the corpus) for every article file, sorted."""
    found: list[tuple[Path, str]] = []
    for given in paths:
        for name in sorted(glob(given)) or [given]:  # noqa: PTH207 - it may be absolute
            path = Path(name)
            if path.is_dir():
                found += [
                    (file, file.relative_to(path).as_posix())
                    for file in sorted(path.rglob("*"))
                    if _is_article(file)
                ]
            else:
                found.append((path, path.name))
    return found


def _is_article(path: Path) -> bool:
    return (
        path.suffix in SUFFIXES
        and path.is_file()
        and not path.name.startswith((".", "_", "README", "LICENSE"))
    )

"""The shipped corpus multiplied: every copy is a distinct text with words of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

from custody_records.run.plan import is_article

# A capitalised word within a sentence: a name, mostly. Every third gets the copy's letters, so
# that a long corpus brings new words as a real one does.
_NAME = re.compile(r"(?<=[a-zа-я] )(?:[A-Z][a-z]{4,}|[А-Я][а-я]{4,})(?= [a-zа-я])")
_LETTERS = "aeioubdgklmnprstvzfh", "аеиоубдгклмнпрствзфх"


def make(corpus: Path, folder: Path, number: int) -> None:
    """Write ``number`` articles made of those in ``corpus`` into ``folder``."""
    originals = sorted(path for path in corpus.iterdir() if is_article(path.name))
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(number):
        path = originals[n % len(originals)]
        copy = n // len(originals)
        text = path.read_text(encoding="utf-8")
        (folder / f"{path.stem}-{copy:04d}{path.suffix}").write_text(
            distinct(text, copy) if copy else text, encoding="utf-8"
        )


def distinct(text: str, copy: int) -> str:
    """Return the text with every third name changed by the copy's number, written in letters."""
    head, rule, story = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    latin, cyrillic = ("".join(_letters(copy, alphabet)) for alphabet in _LETTERS)
    seen = 0

    def change(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        letters = latin if found[0].isascii() else cyrillic
        return found[0] + letters if seen % 3 == 1 else found[0]

    return head + rule + _NAME.sub(change, story)


def _letters(number: int, alphabet: str) -> Iterator[str]:
    while number:
        number, digit = divmod(number, len(alphabet))
        yield alphabet[digit]

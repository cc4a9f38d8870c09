"""Look up names that are known word for word."""

from collections.abc import Iterable, Iterator

from custody_records.annotate.names.words import Words
from custody_records.contract.fold import plain


class Gazetteer:
    """Finds the longest known name at each word; apostrophes and hyphens of all kinds are one."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names`` are pairs (name as printed, canonical name)."""
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, canonical in names:
            key = _key(Words(name))
            self.by_first.setdefault(key[0], []).append((key[1:], canonical))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield (first word, last word, canonical name)."""
        i = 0
        while i < len(words):
            word = words.texts[i]
            entries = self.by_first.get(word) or (
                None if word.isascii() else self.by_first.get(plain(word))
            )
            step = 1
            for rest, canonical in entries or ():
                last = i + len(rest) // 2
                if last < len(words) and (
                    not rest
                    or (words.texts[i + 1][0] == rest[1][0] and _rest(words, i, last) == rest)
                ):
                    yield i, last, canonical
                    step = last - i + 1
                    break
            i += step


def _key(words: Words) -> tuple[str, ...]:
    return (plain(words.texts[0]), *_rest(words, 0, len(words) - 1))


def _rest(words: Words, first: int, last: int) -> tuple[str, ...]:
    return tuple(
        plain(piece) for i in range(first, last) for piece in (words.gap(i), words.texts[i + 1])
    )

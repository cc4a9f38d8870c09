"""Look up names that are known word for word."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from custody_records.annotate.names.words import Words
from custody_records.contract.fold import plain

_Entries = list[tuple[tuple[str, ...], str]]  # words and gaps behind the first; canonical name


class NameTable:
    """Finds the longest known name at each word; apostrophes and hyphens of all kinds are one."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names`` are pairs (name as printed, canonical name)."""
        self.by_first: dict[str, _Entries] = {}
        for name, canonical in names:
            key = _key(Words(name))
            self.by_first.setdefault(key[0], []).append((key[1:], canonical))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield (first word, last word, canonical name)."""
        reached = 0
        for i, entries in self._begun(words):
            if i < reached:
                continue
            found = _longest(words, i, entries)
            if found:
                yield i, *found
                reached = found[0] + 1

    def at(self, words: Words, i: int) -> int | None:
        """Return the last word of the longest known name that begins at ``i``, None if none."""
        found = _longest(words, i, self.by_first.get(plain(words.texts[i]), []))
        return found[0] if found else None

    def _begun(self, words: Words) -> list[tuple[int, _Entries]]:
        """Return the words with which a known name may begin, and those names, in text order."""
        found = []
        for word, places in words.places.items():
            entries = self.by_first.get(word) or (
                None if word.isascii() else self.by_first.get(plain(word))
            )
            if entries:
                found += [(i, entries) for i in places]
        return sorted(found, key=itemgetter(0))


def _longest(words: Words, i: int, entries: _Entries) -> tuple[int, str] | None:
    for rest, canonical in entries:
        last = i + len(rest) // 2
        if last < len(words) and (
            not rest or (words.texts[i + 1][0] == rest[1][0] and _rest(words, i, last) == rest)
        ):
            return last, canonical
    return None


def _key(words: Words) -> tuple[str, ...]:
    return (plain(words.texts[0]), *_rest(words, 0, len(words) - 1))


def _rest(words: Words, first: int, last: int) -> tuple[str, ...]:
    return tuple(
        plain(piece) for i in range(first, last) for piece in (words.gap(i), words.texts[i + 1])
    )

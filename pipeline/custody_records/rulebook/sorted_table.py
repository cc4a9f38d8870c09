"""Look a row up in a sorted CSV file by bisection: nothing is parsed that is not asked for."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

_FIRST = re.compile(rb"^[^,\n]+", re.M)
_FIRST_AND_LAST = re.compile(rb"^([^,\n]+),[^\n]*,([^,\n]*)$", re.M)
_TWO_WORDS = re.compile(rb"^([^ ,\n]+) ([^ ,\n]+),", re.M)


class SortedTable:
    """A CSV file with a header, sorted by the bytes of its first cell; no cell is quoted."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _data(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def keys(self) -> frozenset[bytes]:
        """Return the first cells of all rows."""
        return frozenset(_FIRST.findall(self._data))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the first cells that are two words, as those words."""
        for first, second in _TWO_WORDS.findall(self._data):
            yield first.decode(), second.decode()

    def firsts_with(self, last: re.Pattern[bytes]) -> Iterator[str]:
        """Yield the first cells of the rows whose last cell matches."""
        for first, cell in _FIRST_AND_LAST.findall(self._data):
            if last.fullmatch(cell):
                yield first.decode()

    def find(self, first: str) -> list[list[str]]:
        """Return the cells of every row whose first cell is ``first``."""
        data, wanted = self._data, first.encode() + b","
        if wanted[:-1] not in self.keys:  # a twentieth of the time of a search
            return []
        low, high = data.find(b"\n") + 1, len(data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2)
            start = low if start < 0 else start + 1
            end = data.find(b"\n", start)
            if data[start : start + len(wanted)] < wanted and data[start:end] < wanted:
                low = end + 1
            else:
                high = start
        rows = []
        while data.startswith(wanted, low):
            end = data.find(b"\n", low)
            rows.append(data[low:end].decode().split(","))
            low = end + 1
        return rows

"""Whether one printed name can be a shorter, or another, printing of another name."""

from functools import lru_cache

from custody_records.annotate.entities.spelling import Spelling

Parts = tuple[str, ...]
_LONGEST_INITIAL = 4  # characters: "Yu.", "Dzh."


class PersonNames:
    """Compares names by how they sound, so that transliterations are one."""

    def __init__(self, spelling: Spelling) -> None:
        self.spelling = spelling
        self.parts = lru_cache(maxsize=4096)(self._parts)

    def _parts(self, name: str) -> Parts:
        """Return the words of a name as they sound; an initial keeps its point."""
        sound = self.spelling.sound
        return tuple(part.lower() if is_initial(part) else sound(part) for part in name.split())

    def fit(self, full: Parts, short: Parts) -> bool:
        """Tell whether ``short`` can be a shorter (or other) printing of ``full``."""
        if full == short:
            return True
        if len(short) == 1:
            # "Guaranda" is "Juan Carlos Guaranda Moreira", "Adilbekov" "Daniyar Adilbekov Serikuly"
            return len(full) > 1 and short[0] in (full[0], full[-1], full[-2])
        if full[: len(short)] == short:
            return True  # "José Luis" is "José Luis Paredes Soto"
        if len(full) < 2 or (full[-1] != short[-1] and not is_initial(full[-1])):
            return False
        return self._in_order(full[:-1], short[:-1])

    def _in_order(self, full: Parts, short: Parts) -> bool:
        """Tell whether every word of ``short`` stands in ``full``, in that order."""
        rest = iter(full)
        return all(any(self._agree(one, part) for one in rest) for part in short)

    def _agree(self, one: str, other: str) -> bool:
        if is_initial(one) or is_initial(other):
            sound = self.spelling.sound
            return sound(one)[:1] == sound(other)[:1]
        return one == other

    def keys_of_full(self, full: Parts) -> set[tuple[str, str]]:
        """Return what a name is looked up by when a shorter one is to fit it."""
        ends = {full[0], full[-1], *full[-2:-1]} if len(full) > 1 else set()
        last = "any" if is_initial(full[-1]) else full[-1]
        whole = {("all", " ".join(full[:k])) for k in range(1, len(full) + 1)}
        return {("one", part) for part in ends} | {("last", last)} | whole

    def keys_of_short(self, short: Parts) -> tuple[tuple[str, str], ...]:
        """Return the keys of which a name that ``short`` fits must have one."""
        if len(short) == 1:
            return ("one", short[0]), ("all", short[0])
        return ("last", short[-1]), ("last", "any"), ("all", " ".join(short))


def is_initial(part: str) -> bool:
    """Tell whether a word of a name is an initial: "A.", "Dzh."."""
    return part.endswith(".") and len(part) <= _LONGEST_INITIAL


def fullness(name: str) -> tuple[int, bool]:
    """Return how many whole words a name has, and whether it is printed in mixed case."""
    return sum(not is_initial(part) for part in name.split()), not name.isupper()

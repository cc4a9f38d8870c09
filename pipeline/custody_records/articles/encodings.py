"""Tell an old encoding from its neighbours by the letters of the languages that it was made for.

"Barış Şahin" saved in windows-1254 reads "Barýþ Þahin" in windows-1252: every byte is a letter
there, but no language has all of them.
"""

import re
from collections import Counter
from itertools import pairwise

from pydantic import Field

from custody_records.articles.language import language_of
from custody_records.articles.own import own
from custody_records.rulebook import RuleFile

_LATIN_1 = re.compile("[\u0080-\u00ff]")
_MIXED_CASE = 2.0  # how much worse a capital within a word is than a foreign letter
_WRONG = 0.05  # share of foreign signs up to which a neighbour is not asked


class Alphabets(RuleFile):
    """``reading/alphabets.yaml``.

    ``families``: encodings (Python's names) that are taken for one another, the commonest first;
    ``letters``: non-ASCII letters by language; ``signs``: what any of them prints beside.
    """

    families: tuple[tuple[str, ...], ...]
    signs: str = Field(min_length=1)
    letters: dict[str, str]

    def badness(self, text: str, language: str | None = None) -> float:
        """Return the share of non-ASCII characters that are wrong in the language that fits best.

        0.0 for a text in one language's letters; capitals within words count twice. With a
        ``language`` (ISO 639-1) that has letters here, in that one.
        """
        counts = Counter(character for character in text if not character.isascii())
        total = sum(counts.values())
        if not total:
            return 0.0
        foreign = min(
            sum(n for character, n in counts.items() if character not in known)
            for known in (
                frozenset(letters + self.signs)
                for code, letters in self.letters.items()
                if code == language or language not in self.letters
            )
        )
        mixed = sum(
            before.islower() and after.isupper() and not after.isascii()
            for before, after in pairwise(text)
        )
        return (foreign + _MIXED_CASE * mixed) / total


def alphabets() -> Alphabets:
    """Return the alphabets, read once."""
    return own("alphabets.yaml", Alphabets)


def best_encoding(sample: bytes, guessed: str) -> str:
    """Return the encoding of the guessed one's family in which the sample makes the most sense."""
    rules = alphabets()
    family = next((f for f in rules.families if guessed in f), (guessed,))
    texts = {e: text for e in family if (text := _decoded(sample, e)) is not None}
    bad = {encoding: rules.badness(text) for encoding, text in texts.items()}
    least = [encoding for encoding in texts if bad[encoding] == min(bad.values())]
    if len({texts[encoding] for encoding in least}) > 1:
        # "la prison ŕ Paris" is Slovak by its letters; the words between them are French.
        spoken = language_of(texts[least[0]])
        return min(least, key=lambda e: (rules.badness(texts[e], spoken), e != guessed))
    if bad.get(guessed, 1.0) <= _WRONG and guessed in least:
        return guessed
    return least[0] if least else guessed


def mended(text: str) -> str:
    """Return a text whose letters were read in a wrong encoding and saved so, as it was meant.

    "Îñóæä¸ííîãî" is "Осуждённого": windows-1251 read as Latin-1. A text that makes sense as it is
    stays as it is.
    """
    sample = text[:20_000]
    latin = sum(map(str.isalpha, _LATIN_1.findall(sample)))
    if not latin or latin * 2 < sum(map(str.isalpha, sample)):
        return text
    if alphabets().badness(sample) <= _WRONG:
        return text
    for encoding in ("latin-1", "cp1252"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        best = best_encoding(raw[:20_000], "cp1251")
        found = _decoded(raw, best)
        if found is not None and alphabets().badness(found[:20_000]) <= _WRONG:
            return found
    return text


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None

"""The language of a text, as an ISO 639-1 code."""

import re

from pydantic import field_validator

from custody_records.articles.own import own
from custody_records.rulebook import RuleData, RuleFile

_SAMPLE = 1500  # characters from the text's beginning; more do not change the answer
_ENOUGH = 12  # letters; below that nothing is guessed from their order
_MANY = 40  # words; in so many some are of the language's commonest
# By so little (log-probability) a short text may look like a neighbour of a language that is read.
_CLOSE = 6.0
_LETTERS = re.compile(r"[^\W\d_]+")
# Capitals within a sentence.
_NAMES = re.compile(r"(?<=[a-zа-яё,;] )[A-ZÀ-ÞА-ЯЁ]\w+(?:[ -][A-ZÀ-ÞА-ЯЁ]\w+)*")


class Plain(RuleData):
    """What tells one language at once; ``letters`` and ``letter`` for a Cyrillic one.

    ``share`` of a text's words are among its ``words``, at least.
    """

    words: frozenset[str]
    share: float
    letters: frozenset[str] = frozenset()
    letter: str = ""

    @field_validator("letters", mode="before")
    @classmethod
    def _each(cls, letters: str) -> frozenset[str]:
        return frozenset(letters)

    def tells(self, words: list[str], letters: frozenset[str]) -> bool:
        """Tell whether enough of a text's words, and no Cyrillic letters but its own, are of it."""
        cyrillic = {letter for letter in letters if _is_cyrillic(letter)}
        alien = self.letters and not (self.letter in cyrillic and cyrillic <= self.letters)
        return not alien and sum(w in self.words for w in words) > self.share * len(words)


class Languages(RuleFile):
    """``reading/languages.yaml``: ISO 639-1 codes by script, and what tells a language at once."""

    latin: frozenset[str]
    cyrillic: frozenset[str]
    other: frozenset[str]
    plain: dict[str, Plain]

    def spells(self, code: str, letters: frozenset[str]) -> bool:
        """Tell whether a language with an alphabet in the file has all letters of a text."""
        plain = self.plain.get(code)
        return plain is not None and letters <= plain.letters


def language_of(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code of a text, ``und`` if nothing tells.

    ``declared`` (an HTML page's ``lang``) decides only where the text is too short: sites leave
    ``lang="en"`` on pages in every language.
    """
    sample = text[:_SAMPLE]
    words = _LETTERS.findall(sample.lower())
    letters = "".join(words)
    if len(letters) < _ENOUGH:
        code = (declared or "").partition("-")[0].lower()
        return code if re.fullmatch("[a-z]{2}", code) else "und"
    rules = own("languages.yaml", Languages)
    if len(words) > _MANY:
        for code, plain in rules.plain.items():
            if plain.tells(words, frozenset(letters)):
                return code
    from py3langid import rank  # half a second to load

    cyrillic = sum(map(_is_cyrillic, letters))
    latin = sum(letter < "\u0250" for letter in letters)
    group = rules.other
    if cyrillic > len(letters) / 2:
        group = rules.cyrillic
    elif latin > len(letters) / 2:
        group = rules.latin
    if len(words) <= _MANY and len("".join(_LETTERS.findall(_NAMES.sub("", sample)))) >= _ENOUGH:
        sample = _NAMES.sub("", sample)  # foreign ones make most of a short text foreign
    ranked = [(str(code), float(score)) for code, score in rank(sample) if code in group]
    close = [code for code, score in ranked if ranked[0][1] - score < _CLOSE]
    read = [c for c in close if len(words) <= _MANY and rules.spells(c, frozenset(letters))]
    return next((code for code in (*read, *close)), "und")


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"

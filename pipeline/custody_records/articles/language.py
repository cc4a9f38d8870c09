"""The language of a text, as an ISO 639-1 code."""

import re

from custody_records.articles.own import own
from custody_records.rulebook import RuleFile

_SAMPLE = 1500  # characters from the text's beginning; more do not change the answer
_ENOUGH = 12  # letters; below that nothing is guessed from their order
_LETTERS = re.compile(r"[^\W\d_]+")


class Languages(RuleFile):
    """``reading/languages.yaml``: ISO 639-1 codes by script, and words that tell English."""

    latin: frozenset[str]
    cyrillic: frozenset[str]
    other: frozenset[str]
    english: frozenset[str]


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
    if sum(word in rules.english for word in words) * 5 > len(sample.split()) > 40:
        return "en"
    from py3langid import rank  # half a second to load

    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    latin = sum(letter < "\u0250" for letter in letters)
    group = rules.other
    if cyrillic > len(letters) / 2:
        group = rules.cyrillic
    elif latin > len(letters) / 2:
        group = rules.latin
    return next((code for code, _ in rank(sample) if code in group), "und")

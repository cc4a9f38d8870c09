"""The name of an offence, where the text prints it beside the article."""

import re

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.rules import Offence

LOOK_BACK = 320  # characters in front of a citation
LOOK_AHEAD = 400  # characters behind a citation in which its line ends
LONGEST = 40  # words

# What brackets and quotes hold beside an article and is no offence.
_NO_NAME = re.compile(
    r"(?:as amended|amended|hereinafter|see|in force|nos?|adopted|dated|the (?:code|act|law|"
    r"convention|covenant)|or the|also|formerly|now\b|currently|at the time|of the|in the|under|"
    r"part|parts|paragraph|para|point|article|section|clause|arts?|sub|hereafter|version|edition|old|new|"
    r"both|respectively|emphasis|for example|e\.g|i\.e|which|who|that|where|when|if|he|she|they|"
    r"it|his|her|everyone|every|no one|all|up to|from|with|by|pdf|link|photo|sic|ч|ст|п|"
    r"в редакции|далее|часть|статья)(?!\w)|\d",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:shall|everyone|was|were|has|have|had|is|are|said|will)\b")
_NOT_IN_DEED = re.compile(
    r"\d|\b(?:sentenced?|given|years?|months?|prison|detained|arrested|was|were|had|been|"
    r"counts?|he|she|they|Article|article)\b"
)
_HELPING = re.compile(
    r"\b(?:with the application of|with application of|in connection with|through|applying|"
    r"с применением|через)\s+$"
)


class OffenceReader:
    """Tries the rules in their order on both sides of a citation."""

    def __init__(self, rules: tuple[Offence, ...]) -> None:
        self._rules = [
            (rule, re.compile(rule.pattern.replace("[ ]", r"[ \u00a0]"))) for rule in rules
        ]

    def read(self, text: str, one: Cited, left: int, right: int) -> tuple[str, str] | None:
        """Return (offence, rule) printed beside a citation within ``text[left:right]``."""
        line_start = text.rfind("\n", max(0, one.start - LOOK_BACK), one.start) + 1
        line_end = text.find("\n", one.end, one.end + LOOK_AHEAD)
        for rule, pattern in self._rules:
            begins = line_start or one.start < LOOK_BACK
            if rule.starts_line and not (
                begins and not text[line_start : one.start].strip(" \t•–—*-")
            ):
                continue
            end = (line_end if line_end >= 0 else one.end + LOOK_AHEAD) if rule.starts_line else right
            reader = self._behind if rule.side == "after" else self._ahead
            found = reader(pattern, text, one, left, end)
            if found:
                return found, rule.id
        return None

    def _behind(
        self, pattern: re.Pattern[str], text: str, one: Cited, left: int, right: int
    ) -> str | None:
        for at in sorted({one.citation.end, one.end}):
            name = _named(pattern.match(text, at, max(right, at)))
            if name and is_name(name) and not _states(name):
                return name
        return None

    def _ahead(
        self, pattern: re.Pattern[str], text: str, one: Cited, left: int, right: int
    ) -> str | None:
        before = text[max(left, one.start - LOOK_BACK) : one.start]
        best: str | None = None
        found = pattern.search(before)
        while found:  # the cue that stands nearest wins: "the charge ... is that of organizing"
            name = _named(found)
            if name and not _NOT_IN_DEED.search(name) and is_name(name):
                best = name
            found = pattern.search(before, found.start() + 1)
        return best


def _named(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    name = next((value for value in found.groupdict().values() if value), "")
    return re.sub(r"\s+", " ", name).strip(" “”«»\"'‘’.,;:") or None


def is_name(name: str) -> bool:
    """Tell the name of an offence from an abbreviation, a remark or the text of a rule."""
    if not re.search(r"[a-zа-яё]{3}", name) or len(name.split()) > LONGEST:
        return False
    if _NO_NAME.match(name) or _is_cut(name):
        return False
    # "(Universal Declaration)" is a name of something else
    titled = re.fullmatch(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*", name)
    return not (titled and sum(map(str.isupper, name)) > 2)


def _is_cut(name: str) -> bool:
    """Tell a name that ends within its own quotes."""
    return any(name.count(opens) > name.count(closes) for opens, closes in ("“”", "«»", "()"))


def _states(name: str) -> bool:
    """Tell the text of a rule, quoted behind it, from a name: “Everyone shall have the right”."""
    return len(name.split()) > 8 and _SENTENCE.search(name) is not None


def helps(text: str, one: Cited) -> bool:
    """Tell whether a citation only helps another: "art. 211 with the application of Art. 28"."""
    return bool(_HELPING.search(text[max(0, one.start - 40) : one.start]))

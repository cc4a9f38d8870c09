"""The name of an offence, where the text prints it beside the article."""

import re

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.rules import OffenceFile

LOOK_BACK = 320  # characters in front of a citation
LOOK_AHEAD = 400  # characters behind a citation in which its line ends
LONGEST = 40  # words


class OffenceReader:
    """Tries the rules in their order on both sides of a citation."""

    def __init__(self, file: OffenceFile) -> None:
        self._words = file.words
        self._rules = [
            (rule, re.compile(rule.pattern.replace("[ ]", r"[ \u00a0]"))) for rule in file.offences
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
            end = (
                (line_end if line_end >= 0 else one.end + LOOK_AHEAD) if rule.starts_line else right
            )
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
            if name and self.is_name(name) and not self._states(name):
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
            if name and not self._words.not_in_deed.regex.search(name) and self.is_name(name):
                best = name
            found = pattern.search(before, found.start() + 1)
        return best

    def is_name(self, name: str) -> bool:
        """Tell the name of an offence from an abbreviation, a remark or the text of a rule."""
        if not re.search(r"[a-zа-яё]{3}", name) or len(name.split()) > LONGEST:
            return False
        if self._words.no_name.regex.match(name) or _is_cut(name):
            return False
        # "(Universal Declaration)" is a name of something else
        titled = re.fullmatch(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*", name)
        return not (titled and sum(map(str.isupper, name)) > 2)

    def helps(self, text: str, one: Cited) -> bool:
        """Tell whether a citation only helps another: "with the application of Art. 28"."""
        return bool(self._words.helping.regex.search(text[max(0, one.start - 40) : one.start]))

    def _states(self, name: str) -> bool:
        """Tell the text of a rule, quoted behind it: “Everyone shall have the right”."""
        return len(name.split()) > 8 and self._words.sentence.regex.search(name) is not None


def _named(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    name = next((value for value in found.groupdict().values() if value), "")
    return re.sub(r"\s+", " ", name).strip(" “”«»\"'‘’.,;:") or None


def _is_cut(name: str) -> bool:
    """Tell a name that ends within its own quotes."""
    return any(name.count(opens) > name.count(closes) for opens, closes in ("“”", "«»", "()"))

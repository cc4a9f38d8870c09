"""The name of an offence, where the text prints it beside the article."""

import re

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.rule_files import Offence, OffenceFile

LOOK_BACK = 320  # characters in front of a citation
LOOK_AHEAD = 400  # characters behind a citation in which its line ends
LONGEST = 40  # words
NEAR = 40  # characters in which a word tells how a citation is meant
_STOPS = " .,;:"
_PAIRS = (("“", "”"), ("«", "»"), ('"', '"'), ("‘", "’"), ("'", "'"))
_OPENING = '“«"‘'


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("[ ]", r"[ \u00a0]"))


class OffenceReader:
    """Tries the rules in their order on both sides of a citation."""

    def __init__(self, file: OffenceFile) -> None:
        self._words = file.words
        self._rules = [
            (rule, _compiled(rule.pattern), _compiled(rule.led) if rule.led else None)
            for rule in file.offences
        ]

    def read(self, text: str, one: Cited, left: int, right: int) -> tuple[str, Offence] | None:
        """Return (offence, rule) printed beside a citation within ``text[left:right]``."""
        line_start = text.rfind("\n", max(0, one.start - LOOK_BACK), one.start) + 1
        line_end = text.find("\n", one.end, one.end + LOOK_AHEAD)
        before = text[max(left, one.start - LOOK_BACK) : one.start]
        for rule, pattern, led in self._rules:
            begins = line_start or one.start < LOOK_BACK
            if rule.starts_line and not (
                begins and not text[line_start : one.start].strip(" \t•–—*-")
            ):
                continue
            if led is not None and not led.search(before):
                continue
            if rule.side == "before":
                found = self._ahead(rule, pattern, before)
            else:
                end = right
                if rule.starts_line:
                    end = line_end if line_end >= 0 else one.end + LOOK_AHEAD
                found = self._behind(rule, pattern, text, one, end)
            if found:
                return found, rule
        return None

    def _behind(
        self, rule: Offence, pattern: re.Pattern[str], text: str, one: Cited, right: int
    ) -> str | None:
        for at in sorted({one.citation.end, one.end}):
            # "Article 411 (disobedience) of the Criminal Code": no name reaches into the instrument
            beside = at < one.end and one.mention is not None and one.mention.start >= at
            limit = one.mention.start if beside and one.mention else right
            name = self._name(rule, pattern.match(text, at, max(limit, at)))
            if name:
                return name
        return None

    def _ahead(self, rule: Offence, pattern: re.Pattern[str], before: str) -> str | None:
        best: str | None = None
        found = pattern.search(before)
        while found:  # the cue that stands nearest wins: "the charge ... is that of organizing"
            name = self._name(rule, found)
            if name and not self._words.not_in_deed.regex.search(name):
                best = name
            found = pattern.search(before, found.start() + 1)
        return best

    def _name(self, rule: Offence, found: re.Match[str] | None) -> str | None:
        """Return the name that a rule found, without what does not belong to it."""
        printed = (
            next((value for value in found.groupdict().values() if value), "") if found else ""
        )
        at = found.start() if found else 0
        name = _unquoted(re.sub(r"\s+", " ", printed))
        quoted = found is not None and printed != "" and _in_quotes(found, printed, at)
        words = self._words
        if not quoted:
            name = words.lead_in.regex.sub("", name)
            if rule.side == "before":  # "murder against the jailer", "violence against an official"
                name = words.of_somebody.regex.sub("", name)
            name = _unquoted(name)
            if words.deed.regex.match(name):
                return None
        if rule.kind and not quoted and not self._is_kind(rule, name):
            return None
        return name if name and self.is_name(name) else None

    def _is_kind(self, rule: Offence, name: str) -> bool:
        """Tell a kind of act from other things that stand in its place: "for release"."""
        words = self._words
        is_act = self._is_act(name) if rule.kind == "any" else words.kinds.regex.match(name)
        return bool(is_act) and not (
            words.not_in_deed.regex.search(name) or words.sentence.regex.search(name)
        )

    def _is_act(self, name: str) -> bool:
        words = self._words
        return bool(words.kinds.regex.match(name) or words.doing.regex.match(name))

    def are_acts(self, names: list[str]) -> bool:
        """Tell whether each of several names is of a kind of act, not a part of one name."""
        return all(map(self._is_act, names))

    def is_name(self, name: str) -> bool:
        """Tell the name of an offence from an abbreviation, a remark or the text of a rule."""
        if not re.search(r"[a-zа-яё]{3}", name) or len(name.split()) > LONGEST:
            return False
        if self._words.no_name.regex.match(name):
            return False
        # "(Universal Declaration)" is a name of something else
        titled = re.fullmatch(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*", name)
        return not (titled and sum(map(str.isupper, name)) > 2)

    def helps(self, text: str, one: Cited) -> bool:
        """Tell whether a citation only helps another: "with the application of Art. 28"."""
        return bool(self._words.helping.regex.search(text[max(0, one.start - NEAR) : one.start]))

    def of_each(self, offence: str, rule: Offence, numbers: list[str]) -> bool:
        """Tell whether all articles of a citation have the offence.

        They do in "robbery under Sections 392 and 397". In "articles 174 and 405 (incitement)"
        nothing tells whose it is.
        """
        joined = rule.side == "after" or self._words.names_joined.regex.search(offence)
        return len(set(numbers)) < 2 or not joined

    def respective(
        self, text: str, one: Cited, found: tuple[str, Offence], numbers: list[str]
    ) -> dict[str, str]:
        """Return the offence of each article where several are told in the same order.

        "convicted of theft and murder under Sections 379 and 302"; without "respectively" they
        stand before their articles and are kinds of acts: "the laws and customs of war" is none.
        """
        offence, rule = found
        near = f"{text[max(0, one.start - NEAR) : one.start]}\n{text[one.end : one.end + NEAR]}"
        told = self._words.respective.regex.search(near)
        names = self.names(self._words.respective.regex.sub("", offence))
        if len(numbers) < 2 or not (told or (rule.side == "before" and self.are_acts(names))):
            return {}
        return dict(zip(numbers, names, strict=True)) if len(names) == len(numbers) else {}

    def names(self, offence: str) -> list[str]:
        """Return the names of several offences told together, none if one of them is no name."""
        parts = self._words.names_joined.regex.split(offence.strip(_STOPS))
        names = [
            self._words.lead_in.regex.sub("", p.strip(_STOPS + _OPENING + "”»’")) for p in parts
        ]
        return names if all(map(self.is_name, names)) else []


def _in_quotes(found: re.Match[str], printed: str, at: int) -> bool:
    """Tell whether a name is printed in quotes, whether its group holds them or not."""
    start = found.string.find(printed, at)
    return printed[0] in _OPENING or (start > 0 and found.string[start - 1] in _OPENING)


def _unquoted(name: str) -> str:
    """Return a name without the quotes around it, or one that it does not close."""
    name = name.strip(_STOPS)
    for opens, closes in _PAIRS:
        begins, ends = name.startswith(opens), name.endswith(closes)
        inner = name[begins : len(name) - ends]
        if (begins or ends) and (begins == ends or closes not in inner) and opens not in inner:
            name = inner.strip(_STOPS)
    return name

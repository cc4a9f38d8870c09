"""Find laws by the way their titles are printed ("the Official Secrets Act 1989", Law “On ...”)."""

import re
from collections.abc import Iterator

from custody_records.annotate.openings import WordPattern
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rules import StatuteRules, Title
from custody_records.annotate.statutes.title_walk import TitleWalk

_REACH = 22  # characters before a head in which a word belongs to its title
_SPACES = re.compile(r"\s+")


class TitleFinder:
    """Finds titles; each rule's head is searched for, then the title is walked or matched."""

    def __init__(self, rules: StatuteRules) -> None:
        self._words = rules.title_words
        self._walk = TitleWalk(rules.title_words)
        about = rules.title_words.about.pattern
        self._titles = [
            (
                title,
                WordPattern(re.compile(rf"(?<![\w-])(?:{title.head})(?!\w)")),
                re.compile(title.pattern.replace("{about}", about).replace("[ ]", r"[ \u00a0\n]")),
                re.compile(r"[ \u00a0]?(?:" + "|".join(title.not_right) + ")")
                if title.not_right
                else None,
            )
            for title in rules.titles
        ]

    def find(self, text: str) -> Iterator[InstrumentMention]:
        """Yield every titled law, in the order of the rules."""
        for title, head, pattern, refused in self._titles:
            for found in head.finditer(text):
                end = found.end()
                if refused and refused.match(text, end):
                    continue
                tail = pattern.match(text, end)
                mention = self._of(title, text, found, tail) if tail else None
                if mention:
                    yield mention

    def _of(
        self, title: Title, text: str, head: re.Match[str], tail: re.Match[str]
    ) -> InstrumentMention | None:
        if title.walk == "left":
            start = self._walk.start(title, text, head.start())
            if start is None:
                return None
            return _mention(title, start, tail.end(), text[start : tail.end()])
        return self._matched(title, text, head, tail)

    def _matched(
        self, title: Title, text: str, head: re.Match[str], tail: re.Match[str]
    ) -> InstrumentMention | None:
        """Take what stands to the right of the head."""
        groups = tail.groupdict()
        inner = groups.get("title") or groups.get("bracketed") or groups.get("capital")
        word = title.word or head[0][0].upper() + head[0][1:]
        start = head.start()
        if inner is None:
            about = groups.get("about") or ""
            if groups.get("bare"):  # "Act 2 of 1985"
                return _mention(title, start, tail.end(), f"{word} {groups['bare']}{about}")
            start, word = self._with_prefix(self._words.lawgiver.regex, text, start, word)
            name = f"{word} {title.sign}{groups['number']}{about}"
        elif title.kind == "convention":
            name = f"{word} {inner}"
        elif title.quoted:
            name = f"{word} «{inner}»"
        else:
            start, word = self._with_prefix(self._words.special.regex, text, start, word)
            name = f"{word} {groups.get('preposition') or 'on'} {inner}"
        return _mention(title, start, tail.end(), name)

    def _with_prefix(
        self, pattern: re.Pattern[str], text: str, start: int, word: str
    ) -> tuple[int, str]:
        """Return a title's start and first word with what belongs to it before it."""
        found = pattern.search(text, max(0, start - _REACH), start)
        return (found.start(), f"{found['word']} {word}") if found else (start, word)


def _mention(title: Title, start: int, end: int, name: str) -> InstrumentMention:
    return InstrumentMention(
        start,
        end,
        title.id,
        _SPACES.sub(" ", name).strip(" ,;."),
        title.kind,
        title.jurisdiction,
        beside=title.beside,
        titled=True,
        dated=title.dated,
        numbered=title.numbered,
    )

"""Find laws by the way their titles are printed ("the Official Secrets Act 1989", Law “On ...”)."""

import re
from collections.abc import Iterator

from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rules import StatuteRules, Title

LONGEST_TITLE = 14  # words
_SMALL = frozenset(
    {"of", "and", "the", "for", "on", "in", "to", "against", "&", "with", "by", "or"}
)
_WORD_BEFORE = re.compile(r"(?:[\w.’'&/-]+|\([\w.,’' &-]{2,60}\)),?$")
_LONGEST_ABBREVIATION = 4  # with its point: "Misc."
_HEADS = frozenset(
    {"Constitution", "Act", "Acts", "Law", "Laws", "Code", "Ordinance", "Rules", "Regulations"}
)
_STOPS = frozenset({"Under", "Provisions", "Section", "Sections", "Article", "Articles", "Vide"})
_BODIES = frozenset(
    {
        *("Society", "Institute", "University", "School", "Center", "Centre", "Association"),
        *("Committee", "Court", "Faculty", "Department", "Journal", "College", "Commission"),
        *("Ministry", "Bureau", "Office", "Council", "Academy", "Review", "Professor", "Doctor"),
        *("Bachelor", "Master", "Minister", "Attorney", "Rule", "Institution", "Foundation"),
    }
)
# Whose law it is, where it belongs to the name: "Federal Law No. 129-FZ".
_LAWGIVER = re.compile(
    r"\b(Federal|Presidential|Republic|Government|Cabinet|Royal|Emergency|Legislative)[ \u00a0]$"
)
_SPECIAL = re.compile(r"\b(Special|Organic|Framework)[ \u00a0]$")
# "Title II of the Americans with Disabilities Act", "Schedule 7 to the Terrorism Act 2000"
_SUBDIVISION = re.compile(
    r"(?:Titles?|Chapters?|Parts?|Schedules?|Books?|Divisions?)\s(?:[IVXLC]+|\d{1,3}[A-Z]?)\s"
    r"(?:of|to|in)\s(?:the\s)?"
)
_SPACES = re.compile(r"\s+")


class TitleFinder:
    """Finds titles; each rule's head is searched for, then the title is walked or matched."""

    def __init__(self, rules: StatuteRules) -> None:
        self._titles = [
            (
                title,
                re.compile(rf"(?:{title.head})(?!\w)"),
                re.compile(title.pattern.replace("[ ]", r"[ \u00a0\n]")),
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
                # checked here, because a look behind would slow the search for the head
                inside = found.start() and (
                    text[found.start() - 1].isalnum() or text[found.start() - 1] in "-_"
                )
                if inside or (refused and refused.match(text, found.end())):
                    continue
                tail = pattern.match(text, found.end())
                if title.walk == "left":
                    if tail is None:
                        continue
                    end = tail.end()
                    mention = _walked(title, text, found.start(), end)
                else:
                    mention = _matched(title, text, found, tail) if tail else None
                if mention:
                    yield mention


def _walked(title: Title, text: str, head: int, end: int) -> InstrumentMention | None:
    """Take capitalised words to the left of the head."""
    start = _without_openers(title, text, _leftmost(text, head), head)
    words = text[start:head].split()
    if not words or all(word in title.not_left for word in words):
        return None
    if title.kind == "law" and (_BODIES & set(words) or words[-1] in title.not_left):
        return None  # "Society of International Law"
    name = _SPACES.sub(" ", text[start:end]).strip()
    return _mention(title, start, end, name)


def _leftmost(text: str, head: int) -> int:
    """Return where the run of capitalised and small words before the head begins."""
    start = at = head
    for _ in range(LONGEST_TITLE):
        before = text[max(0, at - 80) : at]
        stripped = before.rstrip(" \u00a0\n")
        if not 1 <= len(before) - len(stripped) <= 24 or "\n\n" in before[len(stripped) :]:
            break
        word = _WORD_BEFORE.search(stripped)
        plain = word[0].rstrip(",") if word else ""
        # "the Mortmain Act and the Gin Act", "the Criminal Code Act. The Administration ... Act"
        if word is None or plain.rstrip(".") in _HEADS or plain in _STOPS:
            break
        if plain.endswith(".") and len(plain) > _LONGEST_ABBREVIATION and "." not in plain[:-1]:
            break  # "... City Jail. Republic Act No. 9165"
        at -= len(before) - len(stripped) + len(word[0])
        small = plain.casefold() in _SMALL
        if plain[0] == "(":  # "Unlawful Activities (Prevention) Act"
            continue
        if not small and plain[0].isupper():
            if word[0].endswith(",") and start == head:
                break
            start = at
        elif not small or start == head:  # "the Center on Law" is no title
            break
    return start


def _without_openers(title: Title, text: str, start: int, head: int) -> int:
    """Skip "The", "Under The", and the owner of "Russia's Foreign Agents Law"."""
    while True:
        subdivision = _SUBDIVISION.match(text, start, head)
        start = subdivision.end() if subdivision else start
        words = text[start:head].split()
        if not words:
            return start
        small = words[0].istitle() and words[0].casefold() in _SMALL
        lone = len(words) == 1 and words[0] in title.not_left
        owner = len(words) > 1 and re.search(r"['’]s?$", words[0]) is not None
        if not (small or lone or owner):
            return start
        start = text.index(words[0], start) + len(words[0])
        start += len(text[start:head]) - len(text[start:head].lstrip())


def _matched(
    title: Title, text: str, head: re.Match[str], tail: re.Match[str]
) -> InstrumentMention | None:
    """Take what stands to the right of the head."""
    groups = tail.groupdict()
    inner = groups.get("title") or groups.get("bracketed") or groups.get("capital")
    word = "Law" if head[0].casefold().startswith("закон") else head[0][0].upper() + head[0][1:]
    word = title.word or _SPACES.sub(" ", word)
    start = head.start()
    if inner is None:
        if groups.get("bare"):  # "Act 2 of 1985"
            name = _SPACES.sub(" ", f"{word} {groups['bare']}")
            return _mention(title, start, tail.end(), name)
        if not groups.get("number"):
            return None
        federal = _LAWGIVER.search(text, max(0, start - 22), start)
        if federal:
            start -= len(federal[0])
            word = f"{federal[1]} {word}"
        sign = "" if word == "Executive Order" else "No. "
        name = f"{word} {sign}{groups['number']}"
    elif title.kind == "convention":
        name = f"{word} {inner}"
    elif head[0].casefold().startswith("закон"):
        name = f"Law «{inner}»"
    else:
        special = _SPECIAL.search(text, max(0, start - 22), start)
        if special:
            start -= len(special[0])
            word = f"{special[1]} {word}"
        name = f"{word} {groups.get('preposition') or 'on'} {inner}"
    name = _SPACES.sub(" ", name).strip(" ,;.")
    return _mention(title, start, tail.end(), name)


def _mention(title: Title, start: int, end: int, name: str) -> InstrumentMention:
    return InstrumentMention(
        start,
        end,
        title.id,
        name,
        title.kind,
        title.jurisdiction,
        beside=title.beside,
        titled=True,
        dated=title.dated,
        numbered=title.numbered,
    )

"""The rules of site furniture: what a line, a box of lines or the end of a line looks like."""

import re
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from custody_records import rulebook
from custody_records.articles.furniture.menu import MenuWords
from custody_records.articles.furniture.page import MENU_SHAPED
from custody_records.rulebook.rule import Rule, RuleFile

# Where in the text a line rule may cut: before the story's first sentence, after its last, both.
Where = Literal["anywhere", "leading", "trailing", "edges"]
Takes = Literal["headlines", "attached", "rest", "all"]

LONGEST = 600  # characters; a longer line is a paragraph of somebody's prose


class _Patterned(Rule):
    @field_validator("pattern", "opens", check_fields=False)
    @classmethod
    def _has_no_groups(cls, value: str) -> str:
        # The rules of one kind are tried as one alternation, whose group names are the rules.
        if re.compile(value).groups:
            raise ValueError("use (?:...) in place of (...)")
        return value


class LineRule(_Patterned):
    """A line that is furniture if ``pattern`` matches all of it.

    ``kind``: a ``menu`` stands above a headline; a name beside what tells an ``author`` is one's.
    """

    where: Where
    kind: Literal["menu", "author"] | None = None
    pattern: str


class BlockRule(_Patterned):
    """A box of lines below an opening line.

    ``takes``: ``attached`` the lines up to the next blank one, ``headlines`` also the lines after
    it that are no prose, ``all`` what follows, ``rest`` the same if most prose lies before.
    """

    opens: str
    takes: Takes


class EndingRule(_Patterned):
    """The end of a line that is furniture though its beginning is not.

    Only lines in which one of ``needs`` (in small letters) occurs are searched.
    """

    needs: tuple[str, ...] = Field(min_length=1)
    pattern: str


class _LineFile(RuleFile):
    lines: list[LineRule]
    blocks: list[BlockRule]
    endings: list[EndingRule] = Field(min_length=1)


class Furniture:
    """All rules of ``rules/articles/lines.yaml`` and ``menu_words.yaml``, ready to be asked."""

    def __init__(self, rules: Path) -> None:
        folder = rules / "articles"
        self.file = rulebook.read(folder / "lines.yaml", _LineFile)
        self.menu = rulebook.read(folder / "menu_words.yaml", MenuWords)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        def having(*wheres: str) -> re.Pattern[str]:
            chosen = [(r.id, r.pattern) for r in self.file.lines if r.where in wheres]
            return _alternation(chosen)

        return {
            "anywhere": having("anywhere"),
            "leading": having("leading", "edges"),
            "trailing": having("trailing", "edges"),
        }

    @cached_property
    def menus(self) -> frozenset[str]:
        """What is said of the lines of menus; share bars and dates may stand below a headline."""
        return frozenset([self.menu.id, MENU_SHAPED]) | self._of_kind("menu")

    @cached_property
    def authors(self) -> frozenset[str]:
        """The rules of lines that tell what an author is."""
        return self._of_kind("author")

    def _of_kind(self, kind: str) -> frozenset[str]:
        return frozenset(rule.id for rule in self.file.lines if rule.kind == kind)

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return _alternation([(rule.id, rule.opens) for rule in self.file.blocks])

    @cached_property
    def _blocks(self) -> dict[str, BlockRule]:
        return {rule.id: rule for rule in self.file.blocks}

    @cached_property
    def _endings(self) -> list[tuple[EndingRule, re.Pattern[str]]]:
        return [(rule, re.compile(rule.pattern, re.IGNORECASE)) for rule in self.file.endings]

    def line(self, line: str, where: Literal["anywhere", "leading", "trailing"]) -> str | None:
        """Return the id of the rule by which a line is furniture in that part of a text."""
        if len(line) > LONGEST:
            return None
        edge, leading = where != "anywhere", where == "leading"
        if menu := self.menu.covers(line, edge=edge, leading=leading):
            return menu
        found = self._patterns[where].fullmatch(line)
        return _rule_id(found) if found else None

    def every(self, line: str) -> list[str]:
        """Return the ids of all rules that a line fires, whichever is tried first."""
        patterned = [(r.id, r.pattern) for r in self.file.lines]
        patterned += [(r.id, r.opens) for r in self.file.blocks]
        whole = [r for r, pattern in patterned if re.fullmatch(pattern, line, re.IGNORECASE)]
        ending = self.ending(line)
        return whole + ([ending[1]] if ending else [])

    def opens(self, line: str) -> BlockRule | None:
        """Return the rule of the box that a line opens, or None."""
        if len(line) > 120:
            return None
        found = self._opening.fullmatch(line)
        return self._blocks[_rule_id(found)] if found else None

    def ending(self, line: str) -> tuple[int, str] | None:
        """Return (offset, rule id) where the furniture at the end of a line begins, or None."""
        tail = max(0, len(line) - 120)
        folded = line[tail:].lower()
        for rule, pattern in self._endings:
            if any(word in folded for word in rule.needs) and (found := pattern.search(line, tail)):
                return found.start(), rule.id
        return None


def _alternation(rules: list[tuple[str, str]]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<{_group(rule)}>{pattern})" for rule, pattern in rules), re.IGNORECASE
    )


def _group(rule: str) -> str:
    return "r_" + rule.replace("-", "_")


def _rule_id(found: re.Match[str]) -> str:
    return str(found.lastgroup)[2:].replace("_", "-")

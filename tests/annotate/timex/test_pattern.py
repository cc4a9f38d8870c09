"""The pattern language: what a pattern says, and which patterns are refused."""

import re
from pathlib import Path

import pytest

from custody_records.annotate.timex.grammar import Grammar, GrammarFile, GrammarRule
from custody_records.annotate.timex.lexemes import Lexer
from custody_records.annotate.timex.lexicon import LexiconFile, TimexLexicon, WordClass
from custody_records.annotate.timex.named import DayWording
from custody_records.annotate.timex.tense import TenseGuess
from custody_records.rulebook import RuleError, read_list, rules_dir
from custody_records.rulebook import read as read_rules

FOLDER = Path(rules_dir()) / "timex" / "en"
MACROS = {"month": "month=MONTH .?"}


def extents(pattern: str, text: str) -> list[str]:
    months = WordClass(values={"may": 5, "june": 6}, capital=["may"])
    lexicon = TimexLexicon(LexiconFile(classes={"MONTH": months}))
    rule = GrammarRule(id="a", reason="a", pattern=pattern, means="point")
    found = Grammar([rule], MACROS, lexicon).find(Lexer(lexicon).split(text))
    return [text[f.start : f.end] for f in found]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        pytest.param(
            "MONTH DAY", "May 3, june 4, may 5", ["May 3", "june 4"], id='"may" needs its capital'
        ),
        pytest.param(
            "( MONTH DAY / DAY MONTH )", "3 May and June 4", ["3 May", "June 4"], id="a choice"
        ),
        pytest.param(
            "<month> YEAR?", "in May 2019 or May", ["May 2019", "May"], id="an optional piece"
        ),
        pytest.param("after:in [ MONTH ]", "in May, on May", ["May"], id="what stands before"),
        pytest.param("MONTH notbefore:DAY", "May 3 and May.", ["May"], id="what must not follow"),
        pytest.param("in [ MONTH ] YEAR", "in May 2019", ["May"], id="a part of the match"),
        pytest.param(
            "early|late MONTH",
            "early May, late June",
            ["early May", "late June"],
            id="a choice of words",
        ),
        pytest.param("DAY ( , DAY )* and DAY", "3, 5 and 7", ["3, 5 and 7"], id="a repeated group"),
    ],
)
def test_what_a_pattern_finds(pattern: str, text: str, expected: list[str]) -> None:
    assert extents(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["( MONTH", "MONTH )", "MONTH?", "<nothing>", "MONHT", "a==b"])
def test_a_pattern_that_says_nothing_is_an_error_that_names_its_rule(pattern: str) -> None:
    with pytest.raises(RuleError, match=r"\ba: "):
        extents(pattern, "May")


def test_macros_that_refer_to_each_other_are_an_error() -> None:
    MACROS["loop"] = "<loop>"
    try:
        with pytest.raises(RuleError, match="without end"):
            extents("<loop>", "May")
    finally:
        del MACROS["loop"]


def test_a_capital_word_must_be_one_of_its_class() -> None:
    with pytest.raises(ValueError, match="mai"):
        WordClass(values={"may": 5}, capital=["mai"])


# Words that decide the tense, on the left first, then on the right.
TENSE = [
    ("He was freed on [X]", "past"),
    ("It will end on [X]", "future"),
    ("He said on [X] that it will end", "past"),
    ("On [X], the court is to sit", "future"),
    ("asked for a link on [X], when the court is to sit", "future"),
    ("his lawyer, who had visited him on [X]", "pluperfect"),
    ("They want to close it by [X]", "future"),
    ("to remain closed until [X]", "future"),
    ("He was held until [X]", "until"),
    ("His arrest has been extended twice, most recently to [X]", "future"),
    ("Three women were moved to the colony on [X]", "past"),
    ("The appeal is listed for argument on [X]", "future"),
    ("The court granted bail and fixed [X] for mention", "future"),
    ("The next visit was promised for [X]", "future"),
    ("She'll put the question on [X]", "future"),
    ("He had been due to be released in [X]", "due"),
    ("He was to leave the jail on [X]", "due"),
    ("She is due to be released in [X]", "future"),
    ("Guards caught at it after [X] will pay", "future"),
    ("Guards caught at it after [X] paid", "past"),
    ("the worst since [X]", "past"),
    ("By [X], the number had grown", "pluperfect"),
    ("By [X], it is to be closed", "future"),
    ("a vote on [X]", None),
    ("in May, on [X]", None),  # the month is no modal verb
]


@pytest.mark.parametrize(("text", "tense"), TENSE, ids=[t for t, _ in TENSE])
def test_tense(text: str, tense: str | None) -> None:
    at = text.index("[X]")
    assert (
        read_rules(FOLDER / "tense.yaml", TenseGuess).of(text, at, at + 3, (0, len(text))) == tense
    )


def test_nothing_in_the_rule_files_is_left_unused() -> None:
    content = read_rules(FOLDER / "grammar.yaml", GrammarFile)
    named = [wording.grammar_rule() for wording in read_list(FOLDER / "named.yaml", DayWording)]
    patterns = " ".join([*content.macros.values(), *(r.pattern for r in (*content.rules, *named))])
    atoms = set(re.findall(r"[A-Z_]{3,}", patterns))
    lexicon = read_rules(FOLDER / "lexicon.yaml", LexiconFile)
    assert sorted(set(lexicon.classes) - atoms) == []
    assert [name for name in content.macros if f"<{name}>" not in patterns] == []

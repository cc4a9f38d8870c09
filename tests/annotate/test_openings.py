"""Patterns that are tried only where a word opens as one of their matches can."""

import re

import pytest

from custody_records.annotate.openings import WordPattern, opening

TEXT = """The Prison of Pula, LA-155/8 and LA155/12 (§ 3). Straße, STRASSE, straße, Kasım, KASIM.
kasim, unit ٣, unit 3; 12-3, 1.5; well-kept prisons; x_prison, prison’s, PRISON,
reprison, co-prison."""

PATTERNS = [
    pytest.param(r"(?<![\w-])(?:prison|pula)s?(?!\w)", re.IGNORECASE, id="two words"),
    pytest.param(r"(?<![\w-])(?P<one>[Pp]r?i?\w+)|\bwell", 0, id="a group that may be anything"),
    pytest.param(r"\b(?:unit|§)?[ ]?\d", re.IGNORECASE, id="an optional unit"),
    pytest.param(r"(?<!\w)(?:§|the)\s\w", re.IGNORECASE, id="a sign or a word"),
    pytest.param(r"(?<!\d)(?:155|12)[/.-]\d+", 0, id="two numbers"),
    pytest.param(r"(?<!\d)\d{1,3}", 0, id="any digits"),
    pytest.param(r"(?=[A-Z])(?<![\w’'-])(?:L?A|S.r)\w*", 0, id="a lookahead first"),
    pytest.param(r"(?<!\w)stra(?:ß|ss)e", re.IGNORECASE, id="a letter that folds to two"),
    pytest.param(r"(?<!\w)kasim", re.IGNORECASE, id="a letter of two cases"),
    pytest.param(r"(?<!\w)(?:(?:re)?prison|x[^ ])", 0, id="an optional group"),
    pytest.param(r"(?<!\w)(?>prison)(?:s+|’s)", 0, id="an atomic group"),
    pytest.param(r"(?<!\w)(?:(?i:prison)|PULA|la)s?", 0, id="a group without case"),
    pytest.param(r"\b(?:[Aa]n?|[Tt]he|in)\s[Pp]", 0, id="short words"),
    pytest.param(r"(?:\bunit|§|\()\s?\d?", 0, id="a sign within words"),
    pytest.param(r"(?<!\w)[PSu][a-zß]{2}[a-z]+", 0, id="more openings than are told apart"),
    pytest.param(r"(?<![\w-])[A-ZÀ-Þ]\w+", 0, id="any capital"),
    pytest.param(r"(?<=\b[a-z]{2} )[A-Z]\w+", 0, id="behind a blank"),
    pytest.param(r"(?<!\w)[A-ZĀ-ŽȘ-Ț]+\b|\bsta?", 0, id="capitals of many alphabets, or a word"),
    pytest.param(r"(?<!\w)[^\W\d_a-zё][\w’-]*", 0, id="anything but digits and small letters"),
    pytest.param(r"[.,;][ ][A-Z]\w+|\bco-", 0, id="a capital behind any of some marks"),
    pytest.param(r"(?<!\w)(?:al-)?[A-Z][a-z]\w", 0, id="a capital or what stands before one"),
]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_the_matches_are_those_of_the_pattern(pattern: str, flags: int) -> None:
    compiled = re.compile(pattern, flags)
    expected = [each.span() for each in compiled.finditer(TEXT)]
    found = WordPattern(compiled)
    assert expected
    assert found.openings
    assert [each.span() for each in found.finditer(TEXT)] == expected


@pytest.mark.parametrize("pattern", [r"(?m)^[ \t]*\w+", r"(?m)(?=.)(?:^kas|^re)\w+", r"^\w+|\A\W"])
def test_a_pattern_of_lines_is_tried_where_they_begin(pattern: str) -> None:
    compiled = re.compile(pattern)
    expected = [each.span() for each in compiled.finditer(TEXT)]
    found = WordPattern(compiled)
    assert expected
    assert found.of_lines
    assert [each.span() for each in found.finditer(TEXT)] == expected


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("prison", id="within-a-word"),
        pytest.param(r"(?<!-)prison", id="behind-letters"),
        pytest.param(r"(?<!\d)prison", id="behind-letters-if-no-digits"),
        pytest.param(r"\Bprison", id="never-at-a-word"),
        pytest.param(r"(?<!\w)\w+", id="any-word"),
        pytest.param(r"\b.a", id="any-character"),
        pytest.param(r"\b(?:the)?", id="nothing"),
        pytest.param(r"\b[^a]", id="all-but-one"),
        pytest.param(r"(?m)^Th|prison", id="a-line-or-anywhere"),
        pytest.param(r"(?<=r)is", id="behind-a-letter"),
    ],
)
def test_other_patterns_are_searched_for_as_they_are(pattern: str) -> None:
    compiled = re.compile(pattern)
    found = WordPattern(compiled)
    assert not found.openings
    expected = [each.span() for each in compiled.finditer(TEXT)]
    assert [each.span() for each in found.finditer(TEXT)] == expected


def test_letters_that_a_pattern_may_take_for_each_other_open_alike() -> None:
    assert opening("PRI") == opening("Pri") == "Pri"
    assert opening("pRI") == opening("pri") == "pri"
    assert opening("7x") == opening("٣X") == "0x"
    assert opening("ſt") == opening("st")
    assert opening("Ka") == opening("Ka") == "Ka"

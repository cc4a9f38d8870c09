"""Patterns that are tried only where a word opens as one of their matches can."""

import re

import pytest

from custody_records.annotate.lexicon.openings import WordPattern, opening

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
]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_the_matches_are_those_of_the_pattern(pattern: str, flags: int) -> None:
    compiled = re.compile(pattern, flags)
    expected = [found.span() for found in compiled.finditer(TEXT)]
    assert expected
    assert [found.span() for found in WordPattern(compiled).finditer(TEXT)] == expected


@pytest.mark.parametrize("pattern", ["prison", r"(?<!-)prison", r"(?<!\d)prison", r"\Bprison"])
def test_a_pattern_that_can_match_within_a_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="within a word"):
        WordPattern(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?<!\w)\w+", r"\b.a", r"\b(?:the)?", r"\b[^a]"])
def test_a_pattern_that_can_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is open"):
        WordPattern(re.compile(pattern))


def test_letters_that_a_pattern_may_take_for_each_other_open_alike() -> None:
    assert opening("PR") == opening("pr") == "pr"
    assert opening("7x") == opening("٣X") == "0x"
    assert opening("ſt") == opening("St")
    assert opening("Ka") == opening("Ka") == "ka"

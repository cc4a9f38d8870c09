"""Any code that the grammar can write is read back."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.facilities.letters import skeleton
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.rulebook import RuleError, rules_dir
from tests.annotate.facilities.conftest import Read

RULES = FacilityRules(rules_dir())
UNITS = st.integers(1, 99)
DASHES = st.sampled_from(["-", "–", "—", "‑", "−", " ", "", " - "])
SLASHES = st.sampled_from(["/", "\\", "∕", "⁄", "-", " / ", "–"])
TWINS = {"A": "А", "B": "В", "E": "Е", "K": "К", "M": "М", "O": "О", "P": "Р", "C": "С", "T": "Т"}
TWINS |= {latin_of: latin for latin, latin_of in list(TWINS.items())}


@st.composite
def family_codes(draw: st.DrawFn) -> tuple[str, str, str]:
    """(as printed, canonical, country)."""
    family = draw(st.sampled_from(RULES.families))
    letters = draw(st.sampled_from(family.spellings))
    mixed = "".join(TWINS.get(x, x) if draw(st.booleans()) else x for x in letters)
    unit = draw(UNITS)
    printed = f"{mixed}{draw(DASHES)}{family.number}{draw(SLASHES)}{unit}"
    return printed, f"{family.letters}-{family.number}/{unit}", family.country


@given(family_codes(), st.sampled_from(["{}", "prison {}", "the {} colony", "в колонии {},"]))
def test_family_code(read: Read, code: tuple[str, str, str], around: str) -> None:
    printed, canonical, country = code
    found = read(around.format(printed), None)
    assert [(f.code, f.country) for f in found] == [(canonical, country)]
    assert found[0].mentions[0].text == printed


@given(st.sampled_from([f for f in RULES.families if f.bare]), UNITS)
def test_bare_code_needs_a_prison_word(read: Read, family: object, unit: int) -> None:
    number, letters, country = family.number, family.letters, family.country  # type: ignore[attr-defined]
    bare = f"{number}/{unit}"
    assert read(f"it was {bare} then", country) == []
    canonical = f"{letters}-{number}/{unit}"
    for text in (f"colony {bare}", f"colony No. {bare}", f"the {bare} prison"):
        assert [f.code for f in read(text, country)] == [canonical]


@st.composite
def typed_codes(draw: st.DrawFn) -> tuple[str, str]:
    family = draw(st.sampled_from(RULES.typed.rules))
    letter = draw(st.sampled_from(sorted(RULES.typed.types)))
    unit = draw(UNITS)
    spelling = draw(st.sampled_from(family.spellings))
    one, two = draw(st.sampled_from([("-", "/"), ("", "-"), ("-", "-"), ("", ""), ("", "/")]))
    return f"{spelling}{one}{letter}{two}{unit}", f"{family.letters}-{letter}/{unit}"


@given(typed_codes())
def test_typed_code(read: Read, code: tuple[str, str]) -> None:
    printed, canonical = code
    assert [f.code for f in read(f"prisoners of {printed}", None)] == [canonical]


@st.composite
def abbreviated(draw: st.DrawFn) -> tuple[str, int]:
    rule = draw(st.sampled_from([r for r in RULES.abbreviations if not (r.region or r.home)]))
    spelling = draw(st.sampled_from(rule.spellings))
    # T-34 to T-90 are tanks, which a look-alike rule claims.
    number = draw(st.integers(1, 9) if rule.dash else UNITS)
    sign = draw(st.sampled_from(["-", "–"] if rule.dash else ["-", "–", " ", "", " No. ", " №"]))
    return f"{spelling}{sign}{number}", number


@given(abbreviated())
def test_abbreviation(read: Read, code: tuple[str, int]) -> None:
    printed, number = code
    (facility,) = read(f"prisoners of {printed}.", "RU")
    assert facility.code is not None
    assert facility.code.endswith(f"-{number}")


@given(
    st.sampled_from(
        ["penal colony", "Correctional Colony", "women's penal colony", "prison colony"]
    ),
    st.sampled_from(["No. {}", "No {}", "№ {}", "№{}", "N° {}", "Nr. {}", "#{}", "number {}"]),
    st.integers(1, 199),
    st.sampled_from(["RU", "BY", "KG", "UZ", None]),
)
def test_colony_with_a_number(
    read: Read, noun: str, sign: str, number: int, country: str | None
) -> None:
    (facility,) = read(f"He is held in {noun} {sign.format(number)}.", country)
    assert facility.code == f"IK-{number}"


@given(st.text(max_size=200), st.sampled_from([None, "KZ", "TJ", "GE"]))
def test_any_text_is_read_without_an_exception(read: Read, text: str, country: str | None) -> None:
    for facility in read(text, country):
        for mention in facility.mentions:
            assert text[mention.start : mention.end] == mention.text


PIECES = st.sampled_from([*"LAКИ1 58-/№No.,()«»\"'\n", "prison", "колония", " No. ", "IK-"])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_of_code_like_pieces_is_read(read: Read, text: str) -> None:
    for facility in read(text, "KZ"):
        for mention in facility.mentions:
            assert text[mention.start : mention.end] == mention.text


def test_a_skeleton_does_not_tell_the_alphabets_apart() -> None:
    assert skeleton("АК") == skeleton("AK") == skeleton("ak")
    assert skeleton("ЛА") == skeleton("ЛA") != skeleton("LA")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        pytest.param(
            "families.yaml",
            "letters: LA\n",
            "letters: LABEL\n",
            "'LABEL' would never be found",
            id="five letters are looked for nowhere",
        ),
        pytest.param(
            "families.yaml",
            "spellings: [LA, ЛА]",
            "spellings: [LA-, ЛА]",
            "'LA-' would never be found",
            id="the dash is no part of the letters",
        ),
        pytest.param(
            "gazetteer.csv",
            "kz-ov-156-17,KZ,OV-156/17",
            "kz-ov-156-17,KZ,OV-156/173",
            "'OV-156/173' would never be found",
            id="a unit of three digits is never read",
        ),
    ],
)
def test_what_no_text_can_match_is_an_error(
    file: str, old: str, new: str, told: str, tmp_path: Path
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(rules_dir(), rules)
    path = rules / "facilities" / file
    printed = path.read_text(encoding="utf-8")
    assert old in printed
    path.write_text(printed.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError, match=re.escape(told)) as raised:
        FacilityRules(rules)
    assert f"{path}:" in str(raised.value)

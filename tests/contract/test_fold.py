"""Folding: what two spellings may differ in and still be the same (contract, section 3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.contract.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Toqaev's", "Toqaev", id="a trailing possessive is dropped"),
        pytest.param("Prisoners’", "prisoners", id="also after a plural, with a curly mark"),
        pytest.param("The Interior Ministry", "interior ministry", id='a leading "the" is dropped'),
        pytest.param("LA–155/8", "LA-155/8", id="an en dash is a dash"),
        pytest.param("“Bir Duino”", '"Bir Duino"', id="curly quotes are quotes"),
        pytest.param(
            "Nur\u00a0Otan  party", "Nur Otan party", id="runs of white space are one space"
        ),
        pytest.param("ﬁne", "fine", id="compatibility characters (NFKC)"),
    ],
)
def test_spellings_of_one_thing_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Qalymov", "Bauyrzhan Qalymov", id="a shorter form is another name"),
        pytest.param("Almaty region", "Almaty", id="a region is not its city"),
        pytest.param("Theo", "o", id='only the word "the" goes'),
        pytest.param("Osh", "O", id="only a possessive goes, not an ending"),
    ],
)
def test_other_things_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_case_and_spacing_never_matter(text: str) -> None:
    assert fold(f"  {text}\n") == fold(text)

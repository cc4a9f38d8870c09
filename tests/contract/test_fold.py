"""Folding: what two spellings may differ in and still be the same (contract, section 3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.contract.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Toqaev's", "Toqaev"),  # a trailing possessive is dropped
        ("Prisoners’", "prisoners"),  # ... also after a plural, with a curly mark
        ("The Interior Ministry", "interior ministry"),  # a leading "the" is dropped
        ("LA–155/8", "LA-155/8"),  # an en dash is a dash
        ("“Bir Duino”", '"Bir Duino"'),  # curly quotes are quotes
        ("Nur\u00a0Otan  party", "Nur Otan party"),  # runs of white space are one space
        ("ﬁne", "fine"),  # compatibility characters (NFKC)
    ],
)
def test_spellings_of_one_thing_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qalymov", "Bauyrzhan Qalymov"),  # a shorter form is another name
        ("Almaty region", "Almaty"),  # a region is not its city
        ("Theo", "o"),  # only the word "the" goes
        ("Osh", "O"),  # only a possessive goes, not an ending
    ],
)
def test_other_things_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_case_and_spacing_never_matter(text: str) -> None:
    assert fold(f"  {text}\n") == fold(text)

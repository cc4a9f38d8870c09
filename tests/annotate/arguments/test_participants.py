"""Whom pronouns, rows and possessives stand for, as participants of events."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.setting.test_setting import told


@pytest.mark.parametrize(
    ("text", "type_", "subjects"),
    [
        pytest.param(
            "Guards beat three convicts in the jail. One of them died in his cell.",
            "death_in_custody",
            ["convicts"],
            id="one of the beaten, not of the guards",
        ),
        pytest.param(
            "The wardens ordered the prisoners out. They beat them for an hour.",
            "torture_or_ill_treatment",
            ["prisoners"],
            id="they beat them: others than they",
        ),
        pytest.param(
            "Police detained the editors Anna Kask, Olga Lis and two reporters on Monday.",
            "arrest_or_detention",
            ["Anna Kask", "Olga Lis"],
            id="a row that others without names close",
        ),
        pytest.param(
            "The court sentenced four residents Ivan Lis, Petr Kask, Oleg Darau and Viktar Kats.",
            "conviction_or_sentence",
            ["Ivan Lis", "Petr Kask", "Oleg Darau", "Viktar Kats"],
            id="a row right behind its noun",
        ),
        pytest.param(
            "Maria Lis came to court with Ivan Kask. Police detained him on Monday.",
            "arrest_or_detention",
            ["Ivan Kask"],
            id="a given name tells the sex",
        ),
    ],
)
def test_subjects(annotator: Annotator, text: str, type_: str, subjects: list[str]) -> None:
    found = [name for event in told(annotator, text, type_) for name in event.subjects]
    assert set(subjects) <= set(found)
    assert {"Guards", "wardens", "Maria Lis"}.isdisjoint(found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("His father was told of his death in the prison.", id="who was told"),
        pytest.param("His father learned of his death in the prison.", id="who learned"),
        pytest.param("Her aunt said that she was informed of her death in jail.", id="who said"),
    ],
)
def test_who_is_told_of_a_death_does_not_die(annotator: Annotator, text: str) -> None:
    found = [name for e in told(annotator, text, "death_in_custody") for name in e.subjects]
    assert {"His father", "Her aunt"}.isdisjoint(found)

"""Whom "her son" and "his client" mean: the one whose mother or lawyer the text has introduced."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.setting.test_setting import told

CASES = [
    pytest.param(
        "Rahul Waghmare was arrested in Pune. His mother, Sunanda Waghmare, does not believe it. "
        "Guards had beaten her son in Yerawada jail, she said.",
        "torture_or_ill_treatment",
        "Rahul Waghmare",
        id="his mother, A, so her son",
    ),
    pytest.param(
        "Asif Khan was arrested in 2023. Khan's lawyer, Shahla Rahimi, met us. She said "
        "her client was transferred to Karaj prison on Monday.",
        "transfer",
        "Asif Khan",
        id="B's lawyer, A, so her client",
    ),
    pytest.param(
        "Mira Petrova, the elder sister of Ivan Petrov, said her brother was hanged in prison in "
        "May 2024.",
        "death_in_custody",
        "Ivan Petrov",
        id="A, the sister of B, so her brother",
    ),
    pytest.param(
        "Ivan Petrov was held in colony IK-6. His sister, Mira Petrova, wrote to us. Her husband "
        "was beaten in colony IK-6 too.",
        "torture_or_ill_treatment",
        "husband",
        id="a sister's husband is not her brother",
    ),
]


@pytest.mark.parametrize(("text", "type_", "subject"), CASES)
def test_who_is_meant(annotator: Annotator, text: str, type_: str, subject: str) -> None:
    subjects = {name for event in told(annotator, text, type_) for name in event.subjects}
    assert subject in subjects
    assert "Ivan Petrov" not in subjects - {subject}

"""Subjects that the parser hangs on another word than their verb."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.setting.test_setting import told


@pytest.mark.parametrize(
    ("text", "type_", "subjects"),
    [
        pytest.param(
            "On Monday forty of the inmates were taken up river to Lenz Prison.",
            "transfer",
            ["inmates"],
            id="the parser hangs the subject on the day",
        ),
        pytest.param(
            "Between four and six prisoners of Lenz Prison were said to have been hurt.",
            "injury_or_illness",
            ["prisoners"],
            id="a number with a preposition",
        ),
        pytest.param(
            "The clash at Lenz Prison on Sunday left six officers hurt.",
            "injury_or_illness",
            ["officers"],
            id="what became of an object",
        ),
        pytest.param(
            "Ivan Lis is in Lenz Prison. On Monday guards beat the soles of his feet with cables.",
            "torture_or_ill_treatment",
            ["Ivan Lis"],
            id="whose part of the body it is",
        ),
        pytest.param(
            "Also arrested on Monday was the teacher Anna Lis.",
            "arrest_or_detention",
            ["Anna Lis"],
            id="a subject behind the verb",
        ),
        pytest.param(
            "Ivan Lis was held first in Arkon Prison, then moved on Monday to Lenz Prison.",
            "transfer",
            ["Ivan Lis"],
            id="a second participle without an auxiliary",
        ),
        pytest.param(
            "Ivan Lis, who beat an inmate, is due to go on trial in Omsk on 5 May.",
            "trial",
            ["Ivan Lis"],
            id="due to",
        ),
        pytest.param(
            "Police stopped Ivan Lis at Lenz Prison on Monday and let him go the same evening.",
            "release_or_amnesty",
            ["Ivan Lis"],
            id="let him go",
        ),
        pytest.param(
            "Ivan Lis is in Lenz Prison. On Monday the judge refused him bail.",
            "release_or_amnesty",
            ["Ivan Lis"],
            id="a noun that the parser takes for a verb",
        ),
    ],
)
def test_a_subject_that_the_parser_hangs_elsewhere(
    annotator: Annotator, text: str, type_: str, subjects: list[str]
) -> None:
    assert [event.subjects for event in told(annotator, text, type_)] == [subjects]

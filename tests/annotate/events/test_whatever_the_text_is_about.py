"""Statements that leave no doubt of custody or court tell their event in any text."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.read import annotated, events


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        pytest.param(
            "The governor pardoned Lena Frost on 3 May 2018.",
            "release_or_amnesty",
            "reported",
            id="a pardon",
        ),
        pytest.param(
            "Kofi Boateng was freed by a judge in Accra on 3 May 2018.",
            "release_or_amnesty",
            "reported",
            id="a judge frees somebody by name",
        ),
        pytest.param(
            "As the embassy had demanded, Kofi Boateng was released on 3 May 2018.",
            "release_or_amnesty",
            "reported",
            id="freed as others demanded",
        ),
        pytest.param(
            "The trial of Lena Frost began in Riga on 3 May 2018.",
            "trial",
            "reported",
            id="a trial of somebody by name",
        ),
        pytest.param(
            "A court in Accra started examining the case of Kofi Boateng on 3 May 2018.",
            "trial",
            "reported",
            id="a court begins to hear a case",
        ),
        pytest.param(
            "Kofi Boateng handed himself in to police in Accra on 3 May 2018.",
            "arrest_or_detention",
            "reported",
            id="who hands himself in to police",
        ),
        pytest.param(
            "Police declined to open a criminal investigation into the death of Kofi Boateng.",
            "criminal_case",
            "denied",
            id="no criminal case",
        ),
        pytest.param(
            "An autopsy of Lena Frost was performed in Riga on 3 May 2018.",
            "investigation_or_inspection",
            "reported",
            id="an autopsy",
        ),
        pytest.param(
            "An inquest into the death of Lena Frost was held in Riga on 3 May 2018.",
            "investigation_or_inspection",
            "reported",
            id="an inquest",
        ),
        pytest.param(
            "Lena Frost appealed against her conviction on 3 May 2018.",
            "complaint_or_appeal",
            "reported",
            id="an appeal against a conviction",
        ),
        pytest.param(
            "Freedom House demanded the release of Kofi Boateng on 3 May 2018.",
            "complaint_or_appeal",
            "reported",
            id="a call for the release of somebody by name",
        ),
        pytest.param(
            "The death penalty was restored in Gabon in April 2017.",
            "law_or_policy_change",
            "reported",
            id="the death penalty",
        ),
        pytest.param(
            "A court declined to transfer Kofi Boateng to a milder regime on 3 May 2018.",
            "transfer",
            "denied",
            id="a milder regime refused",
        ),
        pytest.param(
            "The minister fired the warden Kofi Boateng on 3 May 2018.",
            "dismissal_or_discipline",
            "reported",
            id="a warden is dismissed",
        ),
    ],
)
def test_it_is_told(annotator: Annotator, text: str, type_: str, status: str) -> None:
    assert [(e.type, e.status) for e in events(annotated(annotator, text)) if e.type == type_] == [
        (type_, status)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The jury dismissed Lena Frost in the first round.", id="a contest's jury"),
        pytest.param("The club released Lena Frost after the trial match.", id="a club's player"),
        pytest.param("The trial of Lena Frost's vaccine began in Riga.", id="a trial of a thing"),
        pytest.param("Lena Frost surrendered her keys to police.", id="what is handed over"),
        pytest.param("Fans called for the release of the album.", id="what is no person"),
        pytest.param("An inquiry into the debts of Lena Frost was opened.", id="no death"),
        pytest.param("Lena Frost appealed to the judges of the contest.", id="no sentence"),
    ],
)
def test_what_only_sounds_so_tells_nothing(annotator: Annotator, text: str) -> None:
    assert events(annotated(annotator, text)) == []

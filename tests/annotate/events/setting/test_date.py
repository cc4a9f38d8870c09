"""Which date the text ties to an event."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.setting.test_setting import told


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param(
            "The court sentenced Ma Khin, the 2004 poetry laureate, to five years in prison.",
            "conviction_or_sentence",
            id="an apposition",
        ),
        pytest.param(
            "Guards beat Aziz Umar, author of the 2016 film Walls, in his cell.",
            "torture_or_ill_treatment",
            id="a compound within an apposition",
        ),
        pytest.param(
            "Inmates were beaten more often in the colony than ten years ago, the report said.",
            "torture_or_ill_treatment",
            id="a comparison",
        ),
    ],
)
def test_a_description_dates_nothing(annotator: Annotator, text: str, type_: str) -> None:
    assert [event.date for event in told(annotator, text, type_) if event.date] == []


def test_a_date_behind_its_preposition_is_no_description(annotator: Annotator) -> None:
    [event] = told(annotator, "On 7 May 2020 inmates rioted in colony IK-9.", "riot_or_protest")
    assert event.date == "2020-05-07"


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        pytest.param(
            "In 2018 Oleg Lis died in colony IK-9 after guards beat him with pipes.",
            "torture_or_ill_treatment",
            "2018",
            id="a year holds what came before",
        ),
        pytest.param(
            "On 3 May 2020 Oleg Lis died in colony IK-9 after guards beat him with pipes.",
            "torture_or_ill_treatment",
            None,
            id="a day does not",
        ),
        pytest.param(
            "A major was jailed on 3 May 2020 for beating two convicts in colony IK-9.",
            "torture_or_ill_treatment",
            None,
            id="the day of the sentence is not that of the crime",
        ),
        pytest.param(
            "On 3 May 2020 Oleg Lis appeared before the Omsk Court, which charged him with theft.",
            "charge",
            "2020-05-03",
            id="a clause that goes on",
        ),
        pytest.param(
            "Guards beat two inmates in IK-9 on 3 May. The director dismissed the warden, Oleg "
            "Lis, the same day.",
            "dismissal_or_discipline",
            "2020-05-03",
            id="the same day",
        ),
        pytest.param(
            "Monitors visited colony IK-9 on 8 and 9 February 2020.",
            "investigation_or_inspection",
            "2020-02-08",
            id="the first of two days",
        ),
        pytest.param(
            "The experts noted the death of Oleg Lis, 58, a cook, in IK-9 on 3 May 2020.",
            "death_in_custody",
            "2020-05-03",
            id="behind an apposition that is closed",
        ),
        pytest.param(
            "Anna Lis, a convict of IK-9, told us after her release on 3 May 2020 that she slept.",
            "release_or_amnesty",
            "2020-05-03",
            id="right behind the noun",
        ),
        pytest.param(
            "Anna Lis, held in IK-9, has been put in a punishment cell until 3 May 2020.",
            "dismissal_or_discipline",
            None,
            id="when it ends is not when it was",
        ),
        pytest.param(
            "Anna Lis, a convict of IK-9, sued the county, Sheriff Paul Kim and the company in May "
            "2020.",
            "complaint_or_appeal",
            "2020-05",
            id="a day behind a list",
        ),
        pytest.param(
            "Oleg Lis has been on hunger strike since 9 May 2020 in IK-9, his second that year.",
            "hunger_strike",
            "2020-05-09",
            id="a day before its year",
        ),
        pytest.param(
            "The monitors, who came to colony IK-9 on 3 May 2020, were not let in.",
            "denial_of_access",
            "2020-05-03",
            id="when who was turned away came",
        ),
        pytest.param(
            "She cited the killing of Oleg Lis, stabbed on 3 May 2020 in colony IK-9.",
            "death_in_custody",
            "2020-05-03",
            id="how somebody was killed",
        ),
        pytest.param(
            "Lawyers confirmed nine deaths among inmates of IK-9 between 3 May and 9 May 2020.",
            "death_in_custody",
            "2020-05-03",
            id="nothing is said in a range",
        ),
        pytest.param(
            "Oleg Lis was arrested on 3 May 2020, two days after the election in Omsk.",
            "arrest_or_detention",
            "2020-05-03",
            id="the day of an election that only dates",
        ),
        pytest.param(
            "The warders were removed in May, later arrested, but have been free since 3 June.",
            "arrest_or_detention",
            "2020-05",
            id="a third verb's",
        ),
        pytest.param(
            "On 3 October a prisoner fainted in a field belonging to the colony.",
            "injury_or_illness",
            "2020-10-03",
            id="a main verb that the parser takes for a description",
        ),
        pytest.param(
            "In April Ivan Lis died in colony IK-9, nine days after he had been brought there.",
            "death_in_custody",
            "2020-04",
            id="days counted from a day that is not told",
        ),
        pytest.param(
            "Ivan Lis is in IK-9, where in August he is said to have opened his veins.",
            "self_harm_or_suicide",
            "2020-08",
            id="what is only said to have been then",
        ),
        pytest.param(
            "Ivan Lis appeared on May 3, 2020 before a magistrate, who remanded him in custody.",
            "arrest_or_detention",
            "2020-05-03",
            id="the day on which somebody came before a court that acts",
        ),
        pytest.param(
            "Ivan Lis appeared on May 3, 2020 before a judge, who had remanded him in custody.",
            "arrest_or_detention",
            None,
            id="what a court had done before somebody came",
        ),
        pytest.param(
            "By a decree signed on 3 May 2020, the president pardoned 40 inmates of colony IK-9.",
            "release_or_amnesty",
            "2020-05-03",
            id="the day on which a paper is issued that does it",
        ),
        pytest.param(
            "In a report issued on 3 May 2020, the ombudsman said that guards beat two inmates.",
            "torture_or_ill_treatment",
            None,
            id="the day of a paper is not that of what it tells",
        ),
    ],
)
def test_whose_a_date_is(annotator: Annotator, text: str, type_: str, date: str | None) -> None:
    assert [event.date for event in told(annotator, text, type_)] == [date]

"""One event once: what is merged, what stays apart, and which rule says so."""

from typing import Any

import pytest

from custody_records.annotate.decisions import Decision
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.events.merging.merge import merge_all
from custody_records.annotate.events.merging.same import Sameness
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.rules import load_lists
from custody_records.rulebook import rules_dir

TYPES = load_types(rules_dir())
LISTS = load_lists(rules_dir())
SAME = Sameness(LISTS["people_of_a_prison"], vague=LISTS["vague_people"])


def told_at(at: int, **facts: Any) -> MergedEvent:
    """An event told by the sentence at character ``at``."""
    named = frozenset(s for s in facts.get("subjects", ()) if s[0].isupper())
    plain: dict[str, Any] = {
        "type": "death_in_custody",
        "status": "reported",
        "facility": None,
        "place": None,
        "date": None,
        "subjects": (),
        "actors": (),
        "sources": (),
        "named": named,
    }
    kind, heading = facts.pop("kind", None), facts.pop("heading", False)
    plain |= facts
    reading = EventReading(
        start=at,
        end=at + 50,
        rule="death.verb",
        traits=TYPES[plain["type"]],
        trigger=(at + 5, at + 9),
        status=plain["status"],
        kind=kind,
        heading=heading,
    )
    del plain["type"]
    return MergedEvent(mentions=(reading,), kinds=frozenset(filter(None, [kind])), **plain)


FAR = 5000


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        pytest.param(
            {"subjects": ("Ivan Petrov",)},
            {"subjects": ("Ivan Petrov",)},
            "merge.same-subjects",
            id="one named subject",
        ),
        pytest.param(
            {"date": "2019-08"}, {"date": "2019-08-03"}, "merge.same-date", id="a day of the month"
        ),
        pytest.param(
            {"date": "2018-W45"}, {"date": "2018-11-07"}, "merge.same-date", id="a day of the week"
        ),
        pytest.param(
            {"facility": "IK-6"}, {"facility": "IK-6"}, "merge.same-facility", id="one facility"
        ),
        pytest.param(
            {"facility": "IK-6", "subjects": ("inmates",)},
            {"facility": "IK-6", "subjects": ("prisoners",)},
            "merge.same-facility",
            id="nouns of one meaning",
        ),
        pytest.param(
            {"facility": "IK-6", "subjects": ("prison employees",)},
            {"facility": "IK-6", "subjects": ("employees",)},
            "merge.same-facility",
            id="the last noun is one",
        ),
    ],
)
def test_merged(one: dict[str, Any], other: dict[str, Any], rule: str) -> None:
    decisions: list[Decision] = []
    assert len(merge_all([told_at(0, **one), told_at(FAR, **other)], SAME, decisions)) == 1
    assert [d.outcome for d in decisions] == ["merged"]
    assert (decisions[0].by or "").startswith(rule)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        pytest.param(
            {"subjects": ("Ivan Petrov",), "facility": "IK-6"},
            {"subjects": ("Ivan Petrov",), "facility": "IK-7"},
            "apart.facility",
            id="two facilities",
        ),
        pytest.param(
            {"subjects": ("Ivan Petrov",), "date": "2019"},
            {"subjects": ("Ivan Petrov",), "date": "2020"},
            "apart.date",
            id="two years",
        ),
        pytest.param(
            {"facility": "IK-6", "subjects": ("officers",), "counted": 5},
            {"facility": "IK-6", "subjects": ("Ivan Petrov", "Oleg Sidorov")},
            "apart.subjects",
            id="two names do not name a group of five",
        ),
        pytest.param(
            {"facility": "IK-6", "subjects": ("Ivan Petrov",)},
            {"facility": "IK-6", "subjects": ("Oleg Orlov",)},
            "apart.people",
            id="two people",
        ),
        pytest.param(
            {"place": "Almaty", "subjects": ("patient",)},
            {"place": "Almaty", "subjects": ("student",)},
            "apart.subjects",
            id="two nouns",
        ),
        pytest.param(
            {"type": "riot_or_protest", "facility": "IK-6", "kind": "outside"},
            {"type": "riot_or_protest", "facility": "IK-6", "kind": "inside"},
            "apart.kind",
            id="two kinds",
        ),
        pytest.param(
            {"type": "complaint_or_appeal", "place": "Almaty", "actors": ("his mother",)},
            {"type": "complaint_or_appeal", "place": "Almaty", "actors": ("relatives",)},
            "apart.actors",
            id="two actors",
        ),
    ],
)
def test_apart(one: dict[str, Any], other: dict[str, Any], rule: str) -> None:
    decisions: list[Decision] = []
    assert len(merge_all([told_at(0, **one), told_at(FAR, **other)], SAME, decisions)) == 2
    assert [d.outcome for d in decisions] == ["refused"]
    assert (decisions[0].by or "").startswith(rule)


def test_what_nothing_joins_stays_apart_without_a_word() -> None:
    decisions: list[Decision] = []
    told = [told_at(0, date="2019"), told_at(FAR, place="Almaty", subjects=("men",))]
    assert len(merge_all(told, SAME, decisions)) == 2
    assert decisions == []


def test_a_merged_happening_has_the_finest_date_and_all_that_either_told() -> None:
    told = [
        told_at(0, date="2018-W45", subjects=("inmates",), sources=("relatives",)),
        told_at(60, date="2018-11-07", facility="IK-6", subjects=("inmates",)),
    ]
    (merged,) = merge_all(told, SAME, [])
    assert (merged.date, merged.facility, merged.sources) == ("2018-11-07", "IK-6", ("relatives",))
    assert len(merged.mentions) == 2


def test_a_heading_adds_its_telling_only_and_alone_is_nothing() -> None:
    heading = told_at(0, heading=True, subjects=("clipped phrase",))
    body = told_at(100, subjects=("inmates",), facility="IK-6")
    (merged,) = merge_all([heading, body], SAME, [])
    assert merged.subjects == ("inmates",)
    assert [t.start for t in merged.mentions] == [100, 0]
    decisions: list[Decision] = []
    assert merge_all([told_at(FAR, heading=True, place="Almaty")], SAME, decisions) == []
    assert decisions[0].by == "heading-alone"


def test_those_counted_first_are_named_next() -> None:
    two = told_at(0, subjects=("officers",), counted=2)
    named = told_at(100, subjects=("Ivan Petrov", "Oleg Sidorov"))
    decisions: list[Decision] = []
    [found] = merge_all([two, named], SAME, decisions)
    assert found.subjects == ("Ivan Petrov", "Oleg Sidorov")
    assert [d.by.split()[0] for d in decisions if d.by] == ["merge.named-group"]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        pytest.param("people", "prisoners", ("prisoners",), id="the word that says they are held"),
        pytest.param("inmates", "prisoners", ("inmates",), id="of equal words the first"),
        pytest.param("men", "people", ("men",), id="of vague words the first"),
    ],
)
def test_the_same_people_are_named_once(first: str, second: str, kept: tuple[str, ...]) -> None:
    told = [
        told_at(0, subjects=(first,), facility="IK-6"),
        told_at(100, subjects=(second,), facility="IK-6"),
    ]
    assert [event.subjects for event in merge_all(told, SAME, [])] == [kept]


@pytest.mark.parametrize(
    ("facts", "background"),
    [
        pytest.param(
            {"type": "conviction_or_sentence", "subjects": ("officers",)},
            True,
            id="a sentence of nobody by name, of no day and no facility",
        ),
        pytest.param(
            {"type": "trial", "place": "Leeds"}, True, id="a town alone does not tell a trial"
        ),
        pytest.param(
            {"type": "conviction_or_sentence", "subjects": ("Ivan Petrov",)},
            False,
            id="a name tells it",
        ),
        pytest.param({"type": "trial", "date": "2021-03-04"}, False, id="a day tells it"),
        pytest.param(
            {"type": "complaint_or_appeal", "facility": "IK-6"}, False, id="a facility tells it"
        ),
        pytest.param(
            {"type": "release_or_amnesty", "subjects": ("convicts",), "counted": 300},
            False,
            id="a number tells it",
        ),
        pytest.param(
            {"type": "death_in_custody", "subjects": ("inmate",)},
            False,
            id="what befell somebody is told without a name too",
        ),
    ],
)
def test_what_is_background(facts: dict[str, Any], background: bool) -> None:
    assert told_at(0, **facts).is_background == background

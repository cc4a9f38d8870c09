"""Which of all named speakers a happening keeps."""

from dataclasses import replace

import pytest
from custody_records.records.happenings import Happening
from custody_records.records.tellers import who_says_so

from custody_records.annotate.arguments.argument import Argument, Kind
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.reading import EventReading
from custody_records.contract.values import EventType
from custody_records.rulebook import rules_dir

TYPES = load_types(rules_dir())


def happening(
    type_: EventType, sources: dict[str, Kind], actors: tuple[str, ...] = ()
) -> tuple[Happening, dict[int, str]]:
    """Return a happening whose sources were of the given kinds, and their names by place."""
    names = dict(enumerate(sources))
    arguments = tuple(Argument(n, n + 1, n, "x", kind) for n, kind in enumerate(sources.values()))
    telling = EventReading(0, 1, "x", TYPES[type_], (0, 1), "reported", "x", sources=arguments)
    one = Happening(type_, "reported", None, None, None, (), actors, tuple(sources), (telling,))
    return one, names


@pytest.mark.parametrize(
    ("sources", "publisher", "expected"),
    [
        # nobody signs "reports"; the officials do
        ({"reports": "unnamed", "officials": "phrase"}, None, ["officials"]),
        ({"reports": "unnamed"}, None, ["reports"]),
        # the publisher reports what another says
        ({"Tengrinews": "organization", "Ivan Petrov": "person"}, "Tengrinews", ["Ivan Petrov"]),
        ({"Viasna": "organization"}, "The Human Rights Center “Viasna”", ["Viasna"]),
    ],
)
def test_sources_kept(sources: dict[str, Kind], publisher: str | None, expected: list[str]) -> None:
    one, names = happening("arrest_or_detention", sources)
    kept = who_says_so(one, lambda found: tuple(names[a.start] for a in found), publisher)
    assert kept == expected


@pytest.mark.parametrize(
    ("type_", "publisher", "expected"),
    [
        ("complaint_or_appeal", "Human Rights Watch", ["Human Rights Watch"]),
        ("complaint_or_appeal", "Reuters", []),
        ("arrest_or_detention", "Human Rights Watch", []),  # not an act that it tells of itself
    ],
)
def test_the_publisher_tells_of_its_own_acts(
    type_: EventType, publisher: str, expected: list[str]
) -> None:
    one, _ = happening(type_, {}, actors=("Human Rights Watch",))
    assert who_says_so(one, lambda _: (), publisher) == expected


def test_a_public_act_told_plainly_first_has_no_source() -> None:
    # "Askarov was arrested. ... The Committee found that he had been arbitrarily detained."
    one, names = happening("arrest_or_detention", {"Committee": "organization"})
    plain = EventReading(0, 1, "x", TYPES["arrest_or_detention"], (0, 1), "reported", "x")
    told_first = replace(one, tellings=(plain, *one.tellings))
    told_later = replace(one, tellings=(*one.tellings, plain))
    names_of = lambda found: tuple(names[a.start] for a in found)  # noqa: E731 - a stub
    assert who_says_so(told_first, names_of, None) == []
    assert who_says_so(told_later, names_of, None) == ["Committee"]

"""Which of all named speakers an event keeps."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from custody_records.annotate.arguments.argument import Argument, Kind
from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.merging.event import MergedEvent
from custody_records.annotate.events.merging.sources import sources_of_event
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.pipeline import Annotator
from custody_records.contract.values import EventType
from custody_records.rulebook import rules_dir
from tests.annotate.events.read import annotated

TYPES = load_types(rules_dir())


class Told:
    """An event whose sources have the given kinds, and the names of its arguments by place."""

    def __init__(
        self, type_: EventType, sources: dict[str, Kind], actors: tuple[str, ...] = ()
    ) -> None:
        self._names = tuple(sources)
        said = tuple(Argument(n, n + 1, n, "x", kind) for n, kind in enumerate(sources.values()))
        mention = EventReading(0, 1, "x", TYPES[type_], (0, 1), "reported", "x", sources=said)
        self.event = MergedEvent("reported", None, None, None, (), actors, self._names, (mention,))

    def names(self, found: Iterable[Argument]) -> tuple[str, ...]:
        """Return what the arguments are called."""
        return tuple(self._names[argument.start] for argument in found)


@pytest.mark.parametrize(
    ("sources", "publisher", "expected"),
    [
        pytest.param(
            {"reports": "unnamed", "officials": "phrase"},
            None,
            ("officials",),
            id="nobody signs reports; the officials do",
        ),
        pytest.param({"reports": "unnamed"}, None, ("reports",), id="reports and nobody else"),
        pytest.param(
            {"Tengrinews": "organization", "Ivan Petrov": "person"},
            "Tengrinews",
            ("Ivan Petrov",),
            id="the publisher reports what another says",
        ),
        pytest.param(
            {"Viasna": "organization"},
            "The Human Rights Center “Viasna”",
            ("Viasna",),
            id="the publisher alone",
        ),
    ],
)
def test_sources_kept(
    sources: dict[str, Kind], publisher: str | None, expected: tuple[str, ...]
) -> None:
    told = Told("arrest_or_detention", sources)
    assert sources_of_event(told.event, told.names, publisher) == expected


@pytest.mark.parametrize(
    ("type_", "publisher", "expected"),
    [
        pytest.param(
            "complaint_or_appeal",
            "Human Rights Watch",
            ("Human Rights Watch",),
            id="its own act in its own publication",
        ),
        pytest.param("complaint_or_appeal", "Reuters", (), id="another publisher"),
        pytest.param("arrest_or_detention", "Human Rights Watch", (), id="no act of its own"),
    ],
)
def test_the_publisher_tells_of_its_own_acts(
    type_: EventType, publisher: str, expected: tuple[str, ...]
) -> None:
    told = Told(type_, {}, actors=("Human Rights Watch",))
    assert sources_of_event(told.event, told.names, publisher) == expected


def test_a_public_act_told_plainly_first_has_no_source() -> None:
    # "Askarov was arrested. ... The Committee found that he had been arbitrarily detained."
    told = Told("arrest_or_detention", {"Committee": "organization"})
    plain = EventReading(0, 1, "x", TYPES["arrest_or_detention"], (0, 1), "reported", "x")
    plain_first = replace(told.event, mentions=(plain, *told.event.mentions))
    plain_last = replace(told.event, mentions=(*told.event.mentions, plain))
    assert sources_of_event(plain_first, told.names, None) == ()
    assert sources_of_event(plain_last, told.names, None) == ("Committee",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "According to the indictment, guards beat an inmate in colony IK-6 on 4 March.",
            (),
            id="a document says it, but not who",
        ),
        pytest.param(
            "According to the ombudsman's report, guards beat an inmate in colony IK-6 on 4 March.",
            ("ombudsman",),
            id="whose the document is",
        ),
    ],
)
def test_a_document_is_nobody(annotator: Annotator, text: str, expected: tuple[str, ...]) -> None:
    told = [e for e in annotated(annotator, text)._.events if e.type == "torture_or_ill_treatment"]
    assert [event.sources for event in told] == [expected]

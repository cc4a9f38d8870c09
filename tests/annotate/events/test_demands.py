"""What somebody demands in a list has not happened; the demand itself has."""

from custody_records.annotate.pipeline import Annotator
from tests.annotate.events.test_events import annotated, events

LIST = "\n\n• to release Ivan Petrov from prison;\n• to let doctors see him."


def test_a_list_of_demands_is_a_complaint_for_whom_it_names(annotator: Annotator) -> None:
    doc = annotated(annotator, "Amnesty International calls on the authorities:" + LIST)
    found = [(e.type, list(e.subjects_printed), e.subjects) for e in events(doc)]
    assert [type_ for type_, _, _ in found] == ["complaint_or_appeal"]
    assert [doc.text[s.start : s.end] for s in found[0][2]] == ["Ivan Petrov"]


def test_a_list_of_what_happened_tells_it(annotator: Annotator) -> None:
    text = "Amnesty International lists two cases:\n\n• Ivan Petrov was released from prison."
    doc = annotated(annotator, text)
    assert [e.type for e in events(doc)] == ["release_or_amnesty"]


def test_a_list_without_bullets_goes_on_with_its_opening(annotator: Annotator) -> None:
    items = "\n\nthe court to release Ivan Petrov from prison;\n\nthe ward to let doctors see him."
    doc = annotated(annotator, "Amnesty International calls on" + items)
    found = [(e.type, [doc.text[s.start : s.end] for s in e.subjects]) for e in events(doc)]
    assert found == [("complaint_or_appeal", ["Ivan Petrov"])]

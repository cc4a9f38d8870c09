"""The review files: whole or not at all, and never over somebody else's decision."""

import json
import threading
from pathlib import Path

import pytest

from custody_records.review.document import Decision, Document
from custody_records.review.store import ConflictError, DecisionStore, StoreError

ANTON = Decision(field="people", verdict="accepted", value={"name": "Anton"})


def _document(version: int) -> Document:
    return Document(article="a", version=version, fields=["people"], decisions={"p": ANTON})


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    DecisionStore(tmp_path).save(_document(1))
    assert DecisionStore(tmp_path).load("a") == _document(1)


def test_the_second_of_two_writers_is_told_what_the_first_left(tmp_path: Path) -> None:
    store = DecisionStore(tmp_path)
    store.save(_document(1))
    first = _document(1).with_decisions({"q": ANTON})
    store.save(first)
    with pytest.raises(ConflictError) as refused:
        store.save(_document(1).with_decisions({"r": ANTON}))
    assert refused.value.current == first
    assert store.load("a") == first


def test_of_many_writers_at_once_one_wins_each_version(tmp_path: Path) -> None:
    won: list[int] = []

    def write(number: int) -> None:
        store = DecisionStore(tmp_path)  # as another server would
        try:
            store.save(_document(1).model_copy(update={"state": "in_work"}))
            won.append(number)
        except ConflictError:
            pass

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1


def test_a_file_that_is_none_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"article": ')
    with pytest.raises(StoreError, match=r"a\.json: not a review file .* move it away"):
        DecisionStore(tmp_path).load("a")


def test_a_write_that_was_cut_off_leaves_the_old_file(tmp_path: Path) -> None:
    store = DecisionStore(tmp_path)
    store.save(_document(1))
    (tmp_path / ".a.json.part").write_text('{"article": "a", "vers')  # as a kill leaves it
    assert store.load("a") == _document(1)
    store.save(_document(1).with_state("reviewed"))
    assert json.loads((tmp_path / "a.json").read_text())["state"] == "reviewed"


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        pytest.param({"q": ANTON}, "in_work", id="a first decision"),
        pytest.param({"p": None}, "untouched", id="the last one taken back"),
    ],
)
def test_states(changes: dict[str, Decision | None], state: str) -> None:
    assert _document(1).with_decisions(changes).state == state

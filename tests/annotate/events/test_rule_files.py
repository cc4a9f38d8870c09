"""The files of ``rules/events`` agree with each other and with the contract, or do not load."""

import shutil
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from custody_records.annotate.events.event_types import load_types
from custody_records.annotate.events.rules import load_context, rules_by_type
from custody_records.annotate.russian.events.schema import load as load_russian
from custody_records.contract.values import EventType
from custody_records.rulebook import RuleError, rules_dir

TRANSFER = "transfer.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the event rules that a test may spoil."""
    shutil.copytree(rules_dir() / "events", tmp_path / "events")
    return tmp_path


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / "events" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_every_type_of_the_contract_has_a_row() -> None:
    assert {row.type for row in load_types(rules_dir()).types} == set(get_args(EventType))


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        pytest.param(
            TRANSFER,
            "frame: done_to",
            "frame: done_too",
            ["transfer.yaml:5: rules.0.frame", "no frame 'done_too'", "done_to,"],
            id="unknown frame",
        ),
        pytest.param(
            TRANSFER,
            "needs: [domain, subjects]",
            "needs: [subject]",
            ["transfer.yaml:", "rules.0.needs", "no need 'subject'", "subjects"],
            id="unknown need",
        ),
        pytest.param(
            TRANSFER,
            "type: transfer",
            "type: transfers",
            ["transfer.yaml:1: type", "'escape'"],
            id="unknown type in a file of rules",
        ),
        pytest.param(
            TRANSFER,
            "type: transfer",
            "type: escape",
            ["transfer.yaml:1: type", "'transfer'", "'escape'"],
            id="a file's type is its name",
        ),
        pytest.param(
            TRANSFER,
            ">prep|dative to|into",
            ">prp|dative to|into",
            ["transfer.yaml:", "rules.0.tree", "'prp' is no dependency label", "prep"],
            id="unknown dependency label",
        ),
        pytest.param(
            TRANSFER,
            "@facility|hospital|regime",
            "@prison|hospital|regime",
            ["transfer.yaml:", "no list '@prison'", "@facility"],
            id="unknown list of words",
        ),
        pytest.param(
            "frames.yaml",
            "subjects: ['object']",
            "subjects: ['objekt']",
            ["frames.yaml:", ".subjects.0", "cannot read the step 'objekt'", "recipient"],
            id="unknown step of a path",
        ),
        pytest.param(
            "status.yaml",
            "status: reported",
            "status: told",
            ["status.yaml:", "cues.0.status", "'alleged'"],
            id="unknown status",
        ),
        pytest.param(
            "types.yaml",
            "type: escape,",
            "type: flight,",
            ["types.yaml:", "'escape'"],
            id="unknown type in the table",
        ),
        pytest.param(
            "types.yaml",
            "type: escape,",
            "type: transfer,",
            ["types.yaml:", "transfer: more than one row"],
            id="a type with two rows, another with none",
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_the_allowed_names(
    folder: Path, name: str, old: str, new: str, told: list[str]
) -> None:
    changed(folder, name, old, new)
    with pytest.raises(RuleError) as error:
        list(chain(rules_by_type(folder), load_context(folder)))
    for part in told:
        assert part in str(error.value)


def test_a_type_without_a_row_is_named(folder: Path) -> None:
    path = folder / "events" / "types.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "type: escape" not in line))
    with pytest.raises(RuleError, match="no row for escape, which the record contract allows"):
        rules_by_type(folder)


def test_a_file_that_nothing_reads_is_refused(folder: Path) -> None:
    (folder / "events" / "forced_labour.yaml").write_text("type: forced_labour\nrules: []\n")
    with pytest.raises(RuleError, match=r"forced_labour\.yaml:1: nothing reads this file"):
        rules_by_type(folder)


def test_a_type_without_a_file_is_refused(folder: Path) -> None:
    (folder / "events" / TRANSFER).unlink()
    with pytest.raises(RuleError, match=r"transfer\.yaml:1: the file is missing"):
        rules_by_type(folder)


def test_a_type_may_have_no_russian_rules(folder: Path) -> None:
    (folder / "events" / "ru" / TRANSFER).unlink()
    assert {file.type for file in load_russian(folder)} == set(get_args(EventType)) - {"transfer"}

"""Files in a folder of rules that no person meant as rules: an error with file and line."""

import os
import shutil
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from custody_records.annotate.pipeline import Annotator
from custody_records.rulebook import (
    Rule,
    RuleError,
    RuleFile,
    check_folder,
    read,
    read_table,
    rules_dir,
)
from custody_records.rulebook.trial import try_patterns


class File(RuleFile):
    rules: tuple[Rule, ...]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    a: str


BOMB = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join([f'*{before}'] * 8)}]\n"
    for before, key in zip("abcde", "bcdef", strict=True)
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"1: x\nrules: []\n", "Keys should be strings", id="an integer key"),
        pytest.param(b"~: x\nrules: []\n", "Keys should be strings", id="a null key"),
        pytest.param(b"? [a]\n: c\n", "not valid YAML", id="a list as a key"),
        pytest.param(b"2019-01-01: 3\nrules: []\n", "Keys should be strings", id="a date key"),
        pytest.param(b"rules: 2019-13-45\n", "not valid YAML", id="a date that cannot be"),
        pytest.param(bytes(range(256)), ":2: is not UTF-8", id="binary"),
        pytest.param("rules: []".encode("utf-16"), "is not UTF-8", id="UTF-16"),
        pytest.param(b"rules: \x00\n", "not valid YAML", id="a NUL"),
        pytest.param(b"rules: []\nrules: []\n", ":2: the key 'rules'", id="a repeated key"),
        pytest.param(b"rules: &a [*a]\n", ":1: ", id="a list that holds itself"),
        pytest.param(b"rules: " + b"[" * 5000, "not valid YAML", id="nested without end"),
        pytest.param(BOMB.encode(), "not permitted", id="aliases that multiply"),
        pytest.param(b"rules: !!python/name:os.system\n", "not valid YAML", id="a Python object"),
    ],
)
def test_a_yaml_file_of_nonsense(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes(content)
    with pytest.raises(RuleError) as error:
        read(path, File)
    assert str(error.value).startswith(f"{path}:")
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(bytes(range(256)), "is not UTF-8", id="binary"),
        pytest.param(b"", ":1: is empty", id="no header"),
        pytest.param(b'a\n"x\n', "not valid CSV", id="a quote that nothing closes"),
        pytest.param(b"a\nx,y\n", ":2: 1 cells are expected", id="a cell too many"),
    ],
)
def test_a_csv_file_of_nonsense(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=told):
        read_table(path, Row)


@pytest.mark.parametrize("kind", ["pipe", "device", "missing"])
def test_what_is_no_regular_file_is_not_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "rules.yaml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    with pytest.raises(RuleError, match=r"no regular file|is missing"):
        read(path, File)


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(rules_dir(), tmp_path / "rules"))


def test_a_copy_of_the_rules_is_sound(own_rules: Path) -> None:
    check_folder(own_rules)


def test_a_file_that_nothing_reads_is_an_error(own_rules: Path) -> None:
    (own_rules / "timex" / "my-days.yaml").write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"my-days\.yaml:1: nothing reads .*timex/"):
        check_folder(own_rules)


def test_a_missing_file_is_an_error_before_anything_is_loaded(own_rules: Path) -> None:
    (own_rules / "facilities" / "gazetteer.csv").unlink()
    with pytest.raises(RuleError, match=r"gazetteer\.csv:1: is missing"):
        Annotator(rules=str(own_rules))


def test_a_pattern_that_explodes_is_told_before_it_is_used(own_rules: Path) -> None:
    path = own_rules / "facilities" / "lookalikes.yaml"
    rule = (
        "\n  - id: lookalike.exploding\n    reason: shows what is refused\n"
        "    sign: 'a'\n    pattern: '(a+)+$x'\n    match: [aaax]\n"
    )
    path.write_text(path.read_text(encoding="utf-8").rstrip() + rule, encoding="utf-8")
    with pytest.raises(RuleError, match=r"lookalike\.exploding.*takes longer"):
        try_patterns(own_rules)


def test_a_change_that_would_have_no_effect_is_told(own_rules: Path) -> None:
    path = own_rules / "reading" / "days.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"days\.yaml:1: has no effect"):
        check_folder(own_rules)

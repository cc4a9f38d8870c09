"""A rule file that cannot be used is refused with its file, line and remedy."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from custody_records.rulebook import Regex, Rule, RuleError, RuleFile, read, read_table


class Matcher(Rule):
    pattern: Regex = "."


class File(RuleFile):
    rules: tuple[Matcher, ...]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str
    degrees: float | None = None


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


GOOD = "rules:\n  - id: a.b\n    reason: because\n    match: ['x', {text: y, reads: {code: z}}]\n"


def test_an_example_is_a_text_or_a_text_with_what_is_read(tmp_path: Path) -> None:
    (rule,) = read(written(tmp_path / "r.yaml", GOOD), File).rules
    assert [example.text for example in rule.match] == ["x", "y"]
    assert [example.expected for example in rule.match] == [None, [{"code": "z"}]]


# (text, what the error must tell)
BAD = [
    pytest.param(GOOD + "    reson: typo\n", ":5: rules.0.reson", id="an unknown key"),
    pytest.param(GOOD.replace("id: a.b", "id: A b"), ":2: rules.0.id", id="a wrong id"),
    pytest.param(
        GOOD.replace("reason: because", "reason: ''"), ":3: rules.0.reason", id="no reason"
    ),
    pytest.param("rules: [\n", "not valid YAML", id="broken YAML"),
    pytest.param(
        GOOD + GOOD.removeprefix("rules:\n"),
        ":5: the id 'a.b' is taken on line 2",
        id="an id twice",
    ),
    pytest.param(GOOD + "    pattern: '(open'\n", ":5: rules.0.pattern", id="a broken pattern"),
    pytest.param("", ":1: ", id="an empty file"),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_a_bad_file(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path / "r.yaml", text)
    with pytest.raises(RuleError) as error:
        read(path, File)
    assert str(path) in str(error.value)
    assert told in str(error.value)


def test_only_true_and_false_are_truth_values(tmp_path: Path) -> None:
    """Norway is no falsehood: YAML 1.1 takes NO, on and yes for truth values."""

    class Words(RuleFile):
        words: list[str]
        sure: bool

    path = written(tmp_path / "w.yaml", "words: [NO, on, yes, y, off]\nsure: true\n")
    assert read(path, Words) == Words(words=["NO", "on", "yes", "y", "off"], sure=True)


def test_a_table_leaves_out_empty_cells(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", 'code,degrees\nAA,\n"B,B",1.5\n')
    assert read_table(path, Row) == [Row(code="AA"), Row(code="B,B", degrees=1.5)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("code,degrees\nAA,x\n", ":2: degrees", id="no number"),
        pytest.param("code,degrees\nAA,1,2\n", ":2: 2 cells are expected", id="a cell too many"),
        pytest.param("code,degrees\nAA\n", ":2: 2 cells are expected", id="a cell too few"),
        pytest.param("code,colour\nAA,red\n", ":2: colour", id="an unknown column"),
    ],
)
def test_a_bad_table(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RuleError, match=told):
        read_table(written(tmp_path / "t.csv", text), Row)

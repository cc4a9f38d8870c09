"""What is made of a folder of rules is kept, and made anew where the folder is another."""

import os
import shutil
from pathlib import Path

import pytest

from custody_records.articles.read import composer, from_text
from custody_records.rulebook import RuleError, kept, rules_dir


def copied(folder: Path) -> Path:
    shutil.copytree(rules_dir() / "articles", folder / "mine" / "articles")
    return folder / "mine"


def test_rules_that_stay_as_they_are_are_read_once(tmp_path: Path) -> None:
    mine = copied(tmp_path)
    assert composer(mine) is composer(mine)
    assert composer() is composer(rules_dir())


def test_an_edited_folder_is_read_anew(tmp_path: Path) -> None:
    mine = copied(tmp_path)
    from_text("Two men were held in prison LA-155/8.", rules=mine)
    (mine / "articles" / "datelines.yaml").write_text("no_such_key: 1\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"datelines\.yaml"):
        from_text("Two men were held in prison LA-155/8.", rules=mine)


def test_a_relative_name_means_another_folder_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for place in ("one", "two"):
        copied(tmp_path / place)
        monkeypatch.chdir(tmp_path / place)
        found.append(composer("mine"))
    assert found[0] is not found[1]


def test_a_file_that_is_not_read_changes_nothing(tmp_path: Path) -> None:
    mine = copied(tmp_path)
    made = composer(mine)
    (mine / "README.md").write_text("mine", encoding="utf-8")
    assert composer(mine) is made


def test_no_more_than_a_few_folders_are_kept(tmp_path: Path) -> None:
    calls: list[Path] = []
    load = kept("a.yaml")(lambda folder: calls.append(folder))
    folders = [tmp_path / str(n) for n in range(6)]
    for folder in folders:
        folder.mkdir()
        (folder / "a.yaml").write_text("x", encoding="utf-8")
    for folder in [*folders, folders[-1], folders[0]]:
        load(folder)
    assert calls == [*folders, folders[0]]
    os.utime(folders[0] / "a.yaml", ns=(0, 0))
    load(folders[0])
    assert calls[-1] == folders[0]
    assert len(calls) == 8

"""A file changes whole or not at all."""

from pathlib import Path

import pytest

from custody_records.outputs.write import whole, write_text


def test_an_interrupted_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    write_text(target, "old\n")

    def interrupted() -> None:
        with whole(target) as file:
            file.write("half of the ne")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert target.read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


def test_the_target_does_not_change_before_the_end(tmp_path: Path) -> None:
    target = tmp_path / "new" / "records.jsonl"
    with whole(target) as file:
        file.write("a line\r\n")
        file.flush()
        assert not target.exists()
    assert target.read_bytes() == b"a line\r\n"

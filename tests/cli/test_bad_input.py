"""What is no article gets one line that names the file and the remedy; the rest is written."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from custody_records.annotate.languages import LANGUAGES
from tests.cli.test_run import STORY, put, records, run_json

Extract = Callable[..., Result]

MENUS = "Home\nAbout us\nContact us\nShare on Facebook\nShare on Twitter\nPrint\nSubscribe\n"
PAGE = '<html><head><title>Two held over prison video</title><meta name="descr'


# name, content, words of the reason and of the remedy
BAD = [
    ("empty.txt", b"", ["empty", "remove it or fetch it again"]),
    ("blank.md", b" \n\n\t\n", ["empty", "remove it or fetch it again"]),
    ("furniture.txt", MENUS.encode(), ["nothing but site furniture", "fetch it again"]),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 50, ["binary"]),
    ("cut.html", PAGE.encode(), ["breaks off", "save it again"]),
    ("front.txt", b"---\ntitle: [unclosed\n---\n" + STORY.encode(), ["front matter"]),
    ("day.txt", b"---\npublished: soon\n---\n" + STORY.encode(), ["published", "soon"]),
    ("feb.txt", b"---\npublished: 2019-02-30\n---\n" + STORY.encode(), ["published"]),
    ("way.txt", b"---\nid: ../../etc/passwd\n---\n" + STORY.encode(), ["id", "folder"]),
    ("root.txt", b"---\nid: /etc/passwd\n---\n" + STORY.encode(), ["id", "folder"]),
    ("broken.json", b'{"title": "x", ', ["JSON"]),
    ("large.txt", b"A sentence of a book. " * 1_000_000, ["limit", "split it"]),
    ("long.txt", b"A sentence of a book. " * 60_000, ["characters", "split it"]),
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "content", "words"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_input_is_told_and_the_rest_is_written(
    place: Path, extract: Extract, name: str, content: bytes, words: list[str]
) -> None:
    put("in/good.txt")
    (place / "in" / name).write_bytes(content)
    result = extract("in")
    assert result.exit_code == 1, result.output
    (line,) = [line for line in result.output.splitlines() if line.startswith("failed ")][1:]
    assert line.startswith(f"failed {name}: ")
    assert [word for word in words if word not in line] == []
    assert [record["article"]["id"] for record in records()] == ["good"]
    assert [failure["source"] for failure in run_json()["failures"]] == [name]
    written = sorted(path.relative_to(place).as_posix() for path in place.rglob("*.txt"))
    assert [path for path in written if not path.startswith("in/")] == ["outputs/bodies/good.txt"]


def test_a_bad_row_fails_alone(place: Path, extract: Extract) -> None:
    rows = [
        json.dumps({"id": "first", "title": "Two held", "text": STORY}),
        "{not JSON",
        json.dumps({"id": "third", "text": STORY + "More.\n", "published": "2019-07-31"}),
        json.dumps({"id": "fourth", "text": ""}),
    ]
    put("in/rows.jsonl", "\n".join(rows))
    result = extract("in")
    assert result.exit_code == 1
    assert [record["article"]["id"] for record in records()] == ["first", "third"]
    failed = [failure["source"] for failure in run_json()["failures"]]
    assert failed == ["rows.jsonl, row 2", "rows.jsonl, row 4"]


def test_a_lone_surrogate_in_a_row_stops_nothing(place: Path, extract: Extract) -> None:
    put("in/a.jsonl", '{"id": "odd", "text": "He was held in \\ud800 prison LA-155/8 on Monday."}')
    put("in/b.txt")
    result = extract("in")
    assert result.exit_code in (0, 1)
    assert "b" in [record["article"]["id"] for record in records()]


_RUSSIAN = (
    "В колонии ЛА-155/8 произошли беспорядки\n\n"
    "Министерство внутренних дел сообщило, что в учреждении (LA-155/8) возбуждено уголовное "
    "дело. Двое сотрудников задержаны, сообщил министр. Расследование продолжается.\n"
)


def test_a_language_without_its_packages_is_read_by_rule_and_the_run_says_so(
    place: Path, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custody_records.annotate.russian.engine.files.missing", lambda: ("navec",))
    monkeypatch.setattr("custody_records.run.settle.languages", dict)
    put("in/ru.txt", _RUSSIAN)
    put("in/en.txt")
    result = extract("in")
    assert result.exit_code == 0, result.output
    english, russian = records()
    assert russian["article"]["language"] == "ru"
    assert [facility["code"] for facility in russian["facilities"]] == ["LA-155/8"]
    assert {"facilities", "statutes"} <= russian.keys()
    assert not {"people", "organizations", "places", "figures"} & russian.keys()
    assert "people" in english
    (told,) = run_json()["not_extracted"]
    assert (told["article"], told["language"]) == ("ru", "ru")
    assert "people" in told["fields"]
    assert "1 in language 'ru', which no installed model reads: no people" in result.output
    assert "pip install 'custody-records[ru]'" in result.output


def test_a_language_that_nothing_reads_has_no_remedy(place: Path, extract: Extract) -> None:
    text = (
        "ЛА-155/8 мекемесіндегі жағдай\n\nІшкі істер министрлігі түрмедегі екі қызметкердің "
        "ұсталғанын хабарлады. Тергеу жалғасуда, деді министр журналистерге берген жауабында.\n"
    )
    put("in/kk.txt", text)
    put("in/en.txt")
    result = extract("in")
    assert "1 in language 'kk', which no installed model reads: no people" in result.output
    assert "pip install" not in result.output


def test_articles_in_two_languages_are_read_in_one_run(place: Path, extract: Extract) -> None:
    if LANGUAGES["ru"].absent():
        pytest.skip("without the extra 'ru'")
    put("in/ru.txt", _RUSSIAN)
    put("in/en.txt")
    result = extract("in")
    assert result.exit_code == 0, result.output
    assert [record["article"]["language"] for record in records()] == ["en", "ru"]
    assert {"natasha", "slovnet"} <= run_json()["languages"]["ru"].keys()


def test_wrong_rules_are_wrong_usage_and_name_the_file(place: Path, extract: Extract) -> None:
    import shutil

    from custody_records.rulebook import rules_dir

    shutil.copytree(rules_dir(), "mine")
    put("mine/articles/datelines.yaml", "no_such_key: 1\n")
    put("in/good.txt")
    result = extract("in", "--rules", "mine")
    assert result.exit_code == 2, result.output
    assert "mine/articles/datelines.yaml" in result.output


@pytest.mark.parametrize("options", [(), ("--verbose",), ("--quiet",)])
def test_no_name_of_a_file_steers_the_terminal(
    place: Path, extract: Extract, options: tuple[str, ...]
) -> None:
    put("in/\x1b[2J\u202eevil.txt", " ")
    put("in/\x1b[31mred.txt")
    result = extract("in", *options)
    assert "?[2J?evil.txt: empty" in result.stderr
    assert not set("\x1b\u202e") & set(result.output)

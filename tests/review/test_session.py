"""A review from the proposals to the gold file."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from custody_records.cli import main
from custody_records.compare.gold.check import check
from custody_records.compare.gold.read import GoldError
from custody_records.review.session import RefusedError, Review
from custody_records.review.start import gold_of, open_review
from tests.review.conftest import BODIES, decide, lines, record, records, write_run


def _keys(review: Review, id_: str, field: str) -> list[str]:
    document = review.document(id_)
    return [e["key"] for e in review.entries(id_, document) if e["field"] == field]


def _verdicts(review: Review, id_: str, field: str) -> dict[str, str | None]:
    entries = review.entries(id_, review.document(id_))
    return {e["value"]["name"]: e["verdict"] for e in entries if e["field"] == field}


def test_an_untouched_article_is_no_gold(review: Review, gold: Path) -> None:
    assert review.document("one").state == "untouched"
    decide(review, "one")
    assert review.document("one").state == "in_work"
    assert not gold.exists()


def test_a_reviewed_article_is_gold_that_check_finds_nothing_wrong_with(
    review: Review, gold: Path
) -> None:
    decide(review, "one")
    review.mark("one", review.document("one").version, "reviewed")
    made = lines(gold)["one"]
    assert list(check(made, BODIES["one"])) == []
    assert [p["name"] for p in made["people"]] == ["Anton Berg"]
    assert made["events"][0]["evidence"] == BODIES["one"].split("\n")[2]
    assert made["organizations"] == []  # looked for, and none there


def test_reviewed_needs_every_decision(review: Review) -> None:
    with pytest.raises(RefusedError, match="6 entries are undecided"):
        review.mark("one", 0, "reviewed")


def test_an_article_without_entries_can_be_reviewed(review: Review, gold: Path) -> None:
    decide(review, "three")
    review.mark("three", 1, "reviewed")
    assert lines(gold)["three"]["people"] == []


def test_a_decision_taken_back_puts_a_reviewed_article_back_to_work(
    review: Review, gold: Path
) -> None:
    decide(review, "two")
    review.mark("two", 1, "reviewed")
    key = _keys(review, "two", "people")[0]
    review.decide("two", 2, {key: None})
    assert review.document("two").state == "in_work"
    # It was gold: it stays in the file, but says that it does not count.
    assert lines(gold)["two"]["state"] == "in_work"


def test_evaluate_counts_reviewed_articles_only(review: Review, run: Path, gold: Path) -> None:
    for id_ in ("one", "two"):
        decide(review, id_)
    review.mark("one", 1, "reviewed")
    result = CliRunner().invoke(main, ["evaluate", str(run), "--gold", str(gold), "--json"])
    assert json.loads(result.stdout)["articles"] == 1


def test_corrections_and_rejections_and_additions_reach_gold(review: Review, gold: Path) -> None:
    decide(review, "one")
    person = review.entries("one", review.document("one"))[2]
    value = {**person["value"], "age": None, "roles": ["baker"]}
    place = _keys(review, "one", "places")[0]
    added = {"name": "IK", "mentions": [{"text": "IK", "start": 45, "end": 47}]}
    assert BODIES["one"][45:47] == "IK"
    review.decide("one", 1, {
        person["key"]: {"field": "people", "verdict": "corrected", "value": value},
        place: {"field": "places", "verdict": "rejected", "value": {"name": "Osh"}},
        "added-1": {"field": "organizations", "verdict": "added", "value": added},
    })  # fmt: skip
    review.mark("one", 2, "reviewed")
    made = lines(gold)["one"]
    assert (made["people"][0]["roles"], made["places"]) == (["baker"], [])
    assert made["organizations"] == [{"name": "IK", "mentions": ["IK"]}]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param({"name": ""}, "name is empty", id="an empty name"),
        pytest.param({"age": "old"}, "age is 'old', where a whole number belongs", id="no number"),
        pytest.param({"rank": "major"}, "rank: no such key", id="an unknown key"),
        pytest.param(
            {"mentions": [{"text": "Osh", "start": 0, "end": 3}]},
            "'Osh' does not stand at 0",
            id="offsets of another text",
        ),
        pytest.param({"mentions": ["Anton"]}, "each has text, start and end", id="bare mentions"),
    ],
)
def test_what_the_contract_or_the_text_contradicts_is_refused(
    review: Review, value: dict[str, Any], says: str
) -> None:
    person = next(
        e for e in review.entries("one", review.document("one")) if e["field"] == "people"
    )
    change = {"field": "people", "verdict": "corrected", "value": {**person["value"], **value}}
    with pytest.raises(RefusedError, match=says):
        review.decide("one", 0, {person["key"]: change})
    assert review.document("one").version == 0


def test_older_gold_is_taken_as_decided_and_mended(run: Path, gold: Path) -> None:
    theirs = {"article": {"id": "two", "title": "Guards deny it"}, "people": [{"name": "V. Noll"}]}
    other = '{"people":[],  "article":{"id":"elsewhere"}}'
    gold.write_text(json.dumps(theirs) + "\n" + other + "\n")
    review = open_review(run, gold, fields=["people"])
    assert _verdicts(review, "two", "people") == {"Vera Noll": "rejected", "V. Noll": "added"}
    assert review.document("two").state == "reviewed"
    # Who was right? The extraction was: gold is mended at once.
    entries = {e["value"]["name"]: e for e in review.entries("two", review.document("two"))}
    review.decide("two", 0, {
        entries["Vera Noll"]["key"]:
            {"field": "people", "verdict": "accepted", "value": entries["Vera Noll"]["value"]},
        entries["V. Noll"]["key"]:
            {"field": "people", "verdict": "rejected", "value": entries["V. Noll"]["value"]},
    })  # fmt: skip
    assert [p["name"] for p in lines(gold)["two"]["people"]] == ["Vera Noll"]
    assert gold.read_text().splitlines()[1] == other  # to the letter


def test_gold_of_other_fields_stays(run: Path, gold: Path) -> None:
    figures = [{"value": 3, "unit": "cats", "mentions": []}]
    article = {"id": "two", "title": "As written", "dateline": "Osh"}
    gold.write_text(json.dumps({"article": article, "figures": figures}))
    review = open_review(run, gold, fields=["people"])
    assert review.document("two").state == "in_work"  # people were never looked at
    decide(review, "two")
    review.mark("two", 1, "reviewed")
    made = lines(gold)["two"]
    assert (made["article"], made["figures"]) == (article, figures)
    assert made["people"][0]["name"] == "Vera Noll"


def test_decisions_outlive_a_newer_extraction(run: Path, gold: Path) -> None:
    review = open_review(run, gold)
    decide(review, "two")
    review.mark("two", 1, "reviewed")
    found = records()
    found[1]["people"][0]["roles"] = ["doctor"]  # the same person, read otherwise
    found[1]["people"].append({**found[1]["people"][0], "name": "The Guards"})
    write_run(run.parent, found, BODIES)
    again = open_review(run, gold)
    assert _verdicts(again, "two", "people") == {"Vera Noll": "corrected", "The Guards": "rejected"}
    assert again.document("two").state == "reviewed"


def test_a_folder_of_gold_gets_a_file_an_article(run: Path, tmp_path: Path) -> None:
    review = open_review(run, tmp_path / "gold")
    decide(review, "two")
    review.mark("two", 1, "reviewed")
    assert json.loads((tmp_path / "gold" / "two.gold.json").read_text())["people"]


def test_two_servers_write_one_gold_file(run: Path, gold: Path) -> None:
    mine, theirs = open_review(run, gold), open_review(run, gold)
    for review, id_ in ((mine, "one"), (theirs, "two"), (mine, "three")):
        decide(review, id_)
        review.mark(id_, 1, "reviewed")
    assert list(lines(gold)) == ["one", "two", "three"]


def test_gold_that_a_person_edits_meanwhile_is_read_again(review: Review, gold: Path) -> None:
    decide(review, "two")
    review.mark("two", 1, "reviewed")
    by_hand = {"article": {"id": "elsewhere"}, "people": []}
    gold.write_text(json.dumps(by_hand) + "\n" + gold.read_text())
    decide(review, "one")
    review.mark("one", 1, "reviewed")
    assert list(lines(gold)) == ["elsewhere", "two", "one"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param({"people": [{"age": 3}]}, "two: people, entry 1: has no name", id="no name"),
        pytest.param({"people": "Anton"}, "two: people is no list", id="no list"),
    ],
)
def test_gold_that_cannot_be_compared_is_told_at_the_start(
    run: Path, gold: Path, line: dict[str, Any], says: str
) -> None:
    gold.write_text(json.dumps({"article": {"id": "two"}, **line}))
    with pytest.raises(GoldError, match=says):
        open_review(run, gold)


def test_records_without_their_texts_are_told_at_the_start(run: Path, gold: Path) -> None:
    (run.parent / "bodies" / "two.txt").unlink()
    with pytest.raises(GoldError, match="no text of two; run extract"):
        open_review(run, gold)


@pytest.mark.parametrize("id_", ["../../elsewhere", "/etc/passwd", ".hidden", ""])
def test_an_id_that_leads_out_of_the_folder_is_refused(
    tmp_path: Path, gold: Path, id_: str
) -> None:
    run = write_run(tmp_path / "run", [record("a", "Text")], {"a": "Text"})
    run.write_text(run.read_text().replace('"id": "a"', f'"id": "{id_}"'))
    with pytest.raises(GoldError, match="is no id of an article"):
        open_review(run, gold)


def test_an_id_in_any_script(tmp_path: Path, gold: Path) -> None:
    run = write_run(tmp_path / "run", [record("новость", "Text")], {"новость": "Text"})
    review = open_review(run, gold)
    decide(review, "новость")
    review.mark("новость", 1, "reviewed")
    assert list(lines(gold)) == ["новость"]


@pytest.mark.parametrize(
    ("path", "name", "expected"),
    [
        pytest.param("g/my-gold.jsonl", None, "g/my-gold.jsonl", id="nobody"),
        pytest.param(
            "g/my-gold.jsonl", "anna", "g/my-gold.anna.jsonl", id="a reviewer before the ending"
        ),
        pytest.param("gold", "bo", "gold.bo", id="a reviewer without an ending"),
    ],
)
def test_each_reviewer_has_gold_of_their_own(path: str, name: str | None, expected: str) -> None:
    assert gold_of(Path(path), name) == Path(expected)


@pytest.mark.parametrize("name", ["../x", "a b", "", "x" * 41])
def test_a_name_that_cannot_be_part_of_a_file_name(name: str) -> None:
    with pytest.raises(ValueError, match="a reviewer's name"):
        gold_of(Path("g.jsonl"), name)


def test_what_people_propose_alike_is_agreed(run: Path, gold: Path) -> None:
    def side(*names: str) -> dict[str, Any]:
        people = [{"name": n, "roles": [], "age": None, "mentions": ["Vera Noll"]} for n in names]
        return {"two": record("two", BODIES["two"], people=people)}

    sides = [("anna", side("Vera Noll", "Guards")), ("bo", side("Vera Noll", "The Guards deny"))]
    review = open_review(run, gold, sides=sides, only=["two"], fields=["people"])  # type: ignore[arg-type]
    assert list(review.ids) == ["two"]
    entries = review.entries("two", review.document("two"))
    assert _verdicts(review, "two", "people") == {
        "Vera Noll": "accepted", "Guards": None, "The Guards deny": None,
    }  # fmt: skip
    by = {e["value"]["name"]: e["by"] for e in entries}
    assert by == {"Vera Noll": ["anna", "bo"], "Guards": ["anna"], "The Guards deny": ["bo"]}
    groups = {e["value"]["name"]: e["group"] for e in entries}
    assert groups["Guards"] is not None
    assert groups["Guards"] == groups["The Guards deny"]


def _golds(folder: Path) -> tuple[Path, Path]:
    def people(*names: str) -> list[dict[str, Any]]:
        return [{"name": name, "mentions": ["Vera Noll"]} for name in names]

    golds = folder / "g.anna.jsonl", folder / "g.bo.jsonl"
    for path, names in zip(golds, (("Vera Noll", "Guards"), ("Vera Noll",)), strict=True):
        record = {"article": {"id": "two"}, "people": people(*names)}
        if path.name == "g.bo.jsonl":  # bo says more than anna does: that is no difference
            record |= {"article": {"id": "two", "title": "T"}, "places": people("Osh")}
        draft = {"article": {"id": "one"}, "state": "in_work", "people": people("Vera Noll")}
        path.write_text(json.dumps(record) + "\n" + json.dumps(draft))
    return golds


def test_agreement_of_two_people_is_symmetric(tmp_path: Path) -> None:
    anna, bo = _golds(tmp_path)
    told = [
        CliRunner().invoke(main, ["gold", "agree", str(a), str(b), "--json"])
        for a, b in ((anna, bo), (bo, anna))
    ]
    assert {tuple(json.loads(t.stdout)["fields"]) for t in told} == {("people",)}
    assert all("article.title" not in t.stdout for t in told)
    f1 = [json.loads(t.stdout)["fields"]["people"]["micro"]["f1"] for t in told]
    assert f1[0] == f1[1] == pytest.approx(2 / 3)
    shown = CliRunner().invoke(
        main, ["gold", "agree", str(anna), str(bo), "--differences", "field"]
    )
    assert "agreement of anna and bo on 1 articles" in shown.output  # drafts are not compared
    assert "Guards" in shown.output


def test_golds_without_a_common_article_are_an_error(tmp_path: Path, gold: Path) -> None:
    gold.write_text('{"article": {"id": "elsewhere"}}')
    result = CliRunner().invoke(main, ["gold", "agree", str(gold), str(_golds(tmp_path)[0])])
    assert result.exit_code == 1
    assert "have no reviewed article in common" in result.output

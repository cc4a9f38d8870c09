"""``extract review`` as far as it goes without serving."""

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from custody_records.articles.read import is_article
from custody_records.cli import main
from custody_records.review.start import open_review
from custody_records.run.plan import sources
from tests.review.conftest import decide, lines


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param([], "give PATH... or --records FILE", id="nothing to review"),
        pytest.param(["a.txt", "--records", "RUN"], "one of them", id="both"),
        pytest.param(["--records", "RUN", "--as", "a/b"], "a reviewer's name is", id="a name"),
        pytest.param(["--records", "RUN", "--field", "names"], "is not one of", id="a field"),
    ],
)
def test_wrong_usage(run: Path, gold: Path, arguments: list[str], says: str) -> None:
    given = [str(run) if word == "RUN" else word for word in arguments]
    result = CliRunner().invoke(main, ["review", "--gold", str(gold), *given])
    assert result.exit_code == 2
    assert says in result.output


def test_a_port_that_is_taken(run: Path, gold: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(
            main, ["review", "--records", str(run), "--gold", str(gold), "--port", port]
        )
    assert result.exit_code == 1
    assert f"port {port}: " in result.output


def test_gold_that_is_none_is_named_with_its_line(run: Path, gold: Path) -> None:
    gold.write_text('{"article": {"id": "one"}}\n{"article"\n')
    result = CliRunner().invoke(main, ["review", "--records", str(run), "--gold", str(gold)])
    assert result.exit_code == 1
    assert "my-gold.jsonl:2: not JSON" in result.output


def test_a_run_passes_over_gold_and_its_review(run: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("An article.")
    for name in ("my-gold.jsonl", "my-gold.anna.jsonl", "gold.jsonl"):
        review = open_review(run, corpus / name)
        decide(review, "two")
        review.mark("two", 1, "reviewed")
        assert lines(corpus / name)
        assert not is_article(name)
    assert [source.name for source in sources([str(corpus)])] == ["a.txt"]


def test_a_sample_limits_the_articles_and_uncertain_ones_come_first(run: Path, gold: Path) -> None:
    assert len(open_review(run, gold, count=2).ids) == 2
    assert list(open_review(run, gold, uncertain_first=True).ids) == ["one", "two", "three"]
    # With gold that says a rule was always wrong in one article, its likes come first.
    gold.write_text(json.dumps({"article": {"id": "two"}, "people": [], "figures": []}))
    fields = ["people", "figures"]
    first = open_review(run, gold, fields=fields, uncertain_first=True).ids[0]
    assert first == "two"  # two entries of a bad rule against one

"""A text that takes too long is told, keeps what was done, and holds up nobody else."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.read import from_text
from custody_records.run import reading, worker
from custody_records.run.local import run
from custody_records.run.options import Options
from custody_records.run.plan import sources
from custody_records.run.result import Failure

SLOW = "Endless list"
STORY = "Two employees of prison LA-155/8 were detained in Almaty on July 30, 2019.\n"


@pytest.fixture
def slow(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the step before names take a minute over a text that says so."""

    @Language.component("slow_step")
    def slow_step(doc: Doc) -> Doc:
        if SLOW in doc.text:
            time.sleep(60)
        return doc

    list(annotator.annotate([from_text(STORY)]))  # what is loaded at the first article
    annotator.full.add_pipe("slow_step", before="names")
    monkeypatch.setattr(worker, "Annotator", lambda model, rules: annotator)
    yield
    annotator.full.remove_pipe("slow_step")


def test_a_file_whose_reading_takes_too_long_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(path: Path, **options: object) -> Iterator[None]:
        time.sleep(60)
        yield None

    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr(reading, "read", endless)
    source = sources([str(tmp_path / "a.txt")])[0]
    (failure,) = reading.read_source(source, Options(timeout=0.2))
    assert isinstance(failure, Failure)
    assert failure.source == "a.txt"
    assert "--timeout" in failure.reason


def test_an_endless_article_is_a_failure_and_keeps_its_first_fields(
    slow: None, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in (("a", STORY), ("b", f"{SLOW}\n\n{STORY}"), ("c", STORY + "He was freed.")):
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    options = Options(timeout=2)
    report = run(sources([str(corpus)]), options, tmp_path / "out")
    (failure,) = report.failures
    assert failure.source == "b.txt"
    assert "'slow_step'" in failure.reason
    assert "--timeout" in failure.reason
    assert report.records == 3
    records = (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert ["LA-155/8" in line for line in records] == [True, True, True]
    assert ['"people"' in line for line in records] == [True, False, True]
    # What was not finished is tried again, what was is kept.
    again = run(sources([str(corpus)]), options, tmp_path / "out")
    assert (again.kept, len(again.failures)) == (2, 1)

"""The Python door gives what the command gives."""

import doctest
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

import custody_records
from custody_records.annotate.pipeline import Annotator
from custody_records.articles.errors import ArticleError

STORY = """Two held over prison video

Two employees of prison LA-155/8 were detained on Tuesday, Interior Minister Erlan Turgumbaev
said. They are charged under Article 146 of the Criminal Code of Kazakhstan.
"""


def test_a_text_gives_the_record_that_its_file_gives(
    annotator: Annotator, extract: Callable[..., Result], tmp_path: Path
) -> None:
    front = "---\npublished: 2019-07-31\npublisher: A Paper\n---\n"
    (tmp_path / "one.txt").write_text(front + STORY)
    extract(tmp_path / "one.txt", "--output", tmp_path / "out")
    by_command = json.loads((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8"))
    found = custody_records.extract(
        STORY, annotator, id="one", published=date(2019, 7, 31), publisher="A Paper"
    )
    by_python = found.record.dump()
    for own in ("source", "sha256"):  # of the file with its front matter, and of the text alone
        del by_command["article"][own], by_python["article"][own]
    assert by_python == by_command
    assert (tmp_path / "out" / "bodies" / "one.txt").read_text(encoding="utf-8") == found.body


def test_metadata_that_cannot_be_is_refused(annotator: Annotator) -> None:
    with pytest.raises(ArticleError, match="published"):
        custody_records.extract(STORY, annotator, published="soon")


def test_a_text_without_a_story_is_refused(annotator: Annotator) -> None:
    with pytest.raises(ArticleError):
        custody_records.extract(" \n", annotator)


def test_the_example_in_the_package_holds() -> None:
    result = doctest.testmod(custody_records)
    assert result.attempted > 0
    assert result.failed == 0


def test_what_the_package_does_not_offer_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_thing"):
        custody_records.no_such_thing  # noqa: B018 - the access is the test

"""How much is done for an article, by counts that hold on any machine: guards against regrowth.

A bound that is passed tells of a step that looks at every word anew; make that step cheaper, or
raise the bound with a reason.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from spacy.tokens import Doc

from custody_records.annotate import cache
from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.articles.read import read
from custody_records.outputs.rendered import Rendered
from custody_records.records.assemble import assemble
from tests.conftest import ROOT

# Of the package's own functions (those of spaCy are counted or not as it was built), for a token.
# Each pattern of what officials say in denial is tried in the sentences in which somebody speaks,
# and the classifier looks at every sentence.
_CALLS = 54
_PACKAGE = str(Path("custody_records", "annotate"))
# Of the tokens: the corpus is of dense articles, and every sentence in which an official says
# something may deny what was told before it. The classifier refuses the others before the parse.
_PARSED = 0.74


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    paths = sorted((ROOT / "corpus").glob("d*.txt"))[:12]
    return [article for path in paths for article in read(path)]


def _calls(work: Callable[[], Any]) -> int:
    """Return how many calls of the package's functions some work makes."""
    calls = 0

    def count(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call" and _PACKAGE in frame.f_code.co_filename

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def test_functions_called_for_a_token(annotator: Annotator, articles: list[Article]) -> None:
    docs: list[Doc] = []

    def whole() -> None:
        docs[:] = annotator.annotate(articles)
        for article, doc in zip(articles, docs, strict=True):
            Rendered.of(assemble(article, doc), article.body)

    whole()  # what is read, compiled and remembered at first
    calls = _calls(whole)
    assert calls / sum(map(len, docs)) < _CALLS


def test_share_of_tokens_that_are_parsed(annotator: Annotator, articles: list[Article]) -> None:
    docs = list(annotator.annotate(articles))
    parsed = sum(len(s) for doc in docs for s in cache.values(doc).get("syntax", {}).values())
    assert 0 < parsed / sum(map(len, docs)) < _PARSED

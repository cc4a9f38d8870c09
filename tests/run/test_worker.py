"""What a worker leaves behind: nothing, or a long run would fill the memory."""

import gc
import weakref
from collections.abc import Iterable, Iterator

import pytest
from spacy.tokens import Doc

from custody_records.annotate.pipeline import Annotator
from custody_records.articles.article import Article
from custody_records.run import worker
from custody_records.run.options import Options
from custody_records.run.plan import sources
from custody_records.run.result import Done
from tests.conftest import ROOT


def test_a_doc_is_gone_when_its_record_is_made(
    annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs: list[weakref.ref[Doc]] = []

    class Watched(Annotator):
        def __init__(self, model: str, rules: str | None) -> None:
            vars(self).update(vars(annotator))  # one that is loaded already

        def annotate(self, articles: Iterable[Article]) -> Iterator[Doc]:
            for doc in super().annotate(articles):
                docs.append(weakref.ref(doc))
                yield doc

    monkeypatch.setattr(worker, "Annotator", Watched)
    subject = worker.Worker(Options(), "fingerprint")
    docs.clear()  # what it read to load all that it needs
    items = list(sources([str(ROOT / "corpus" / f"{name}.txt") for name in ("d003", "d058")]))
    gc.disable()  # until it is known what is left: the collector would take it at any moment
    try:
        results = subject.process(items)
        left = [ref() for ref in docs if ref() is not None]
    finally:
        gc.enable()
    assert all(isinstance(done, Done) for one in results for done in one)
    assert (len(docs), left) == (2, [])

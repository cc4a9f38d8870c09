"""What spaCy promises of any pipeline holds of ours: bytes, folders, processes, any order."""

import warnings
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from custody_records.annotate.checked import MissingRequirementWarning
from custody_records.annotate.factories import COMPONENTS
from custody_records.annotate.model import installed
from custody_records.annotate.pipeline import Annotator

TEXT = (
    "Two held over beating\n\nThe Interior Ministry said on 3 May 2019 that Anna Ivanova, a lawyer "
    "was beaten by two guards in colony LA-155/8 near Almaty. She was charged under Article 274 of "
    "the Criminal Code of Kazakhstan, her sister told reporters. It rained. A case was opened."
)


def told(doc: Doc) -> dict[str, list[Any]]:
    """Return what a doc says: every span of every group with its readings."""
    found: dict[str, list[Any]] = {}
    for group in sorted(doc.spans):
        found[group] = [
            (span.start_char, span.end_char, *(repr(_listed(getattr(span._, n))) for n in NAMES))
            for span in doc.spans[group]
        ]
    return found


NAMES = ("facility", "statute", "timex", "person", "organization", "place", "figure", "event")


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.fixture(scope="module")
def doc(annotator: Annotator) -> Doc:
    return annotator.full(TEXT)


def test_a_doc_survives_bytes(annotator: Annotator, doc: Doc) -> None:
    again = Doc(annotator.full.vocab).from_bytes(doc.to_bytes())
    assert told(again) == told(doc)
    assert again._.decisions == doc._.decisions


def test_a_doc_survives_a_docbin(annotator: Annotator, doc: Doc) -> None:
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(data).get_docs(annotator.full.vocab)
    assert told(again) == told(doc)


@pytest.mark.slow
def test_two_processes_give_the_same(annotator: Annotator) -> None:
    texts = [TEXT, TEXT.replace("Almaty", "Astana")]
    one = [told(d) for d in annotator.full.pipe(texts)]
    assert [told(d) for d in annotator.full.pipe(texts, n_process=2)] == one


def test_a_pipeline_survives_a_folder(annotator: Annotator, doc: Doc, tmp_path: Path) -> None:
    annotator.full.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.pipe_names == annotator.full.pipe_names
    assert told(again(TEXT)) == told(doc)


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(installed.resolve())


@pytest.mark.parametrize("name", [c.name for c in COMPONENTS])
def test_each_factory_works_alone(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MissingRequirementWarning)
        assert nlp(TEXT).text == TEXT


@pytest.mark.parametrize("name", [c.name for c in COMPONENTS])
def test_each_factory_works_behind_the_stock_components(stock: Language, name: str) -> None:
    stock.add_pipe(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", MissingRequirementWarning)
            assert stock(TEXT).text == TEXT
    finally:
        stock.remove_pipe(name)


@pytest.mark.parametrize(
    ("name", "giver"),
    [
        pytest.param("attributions", "news_sentences", id="without sentences it cannot run"),
        pytest.param("people", "names", id="without names it finds less"),
        pytest.param("russian_events", "razdel_sentences", id="Russian, without sentences"),
        pytest.param("russian_figures", "slovnet_annotations", id="Russian, without trees"),
        pytest.param("russian_people", "slovnet_annotations", id="Russian, without morphology"),
        pytest.param("russian_people", "russian_names", id="Russian, by the Russian names"),
        pytest.param("russian_substantives", "slovnet_annotations", id="Russian, before its names"),
    ],
)
def test_what_is_missing_is_named(name: str, giver: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    with pytest.warns(MissingRequirementWarning, match=f"{name!r} .*{giver!r}"):
        nlp(TEXT)


def test_requirements_are_told_to_spacy(annotator: Annotator) -> None:
    analysis = annotator.full.analyze_pipes(keys=["requires", "assigns"])
    assert "span._.attribution" in analysis["summary"]["events"]["requires"]
    assert "span._.facility" in analysis["summary"]["facility_codes"]["assigns"]

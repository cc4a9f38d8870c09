"""What runs faster here must find what the stock model finds."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Model

from custody_records.annotate.model.installed import resolve
from custody_records.annotate.model.vectors import speed_up
from custody_records.annotate.pipeline import Annotator, prepare
from custody_records.annotate.recognizer.component import SentenceEntities
from custody_records.annotate.syntax.component import GreedyParser
from custody_records.articles.read import read
from custody_records.rulebook import rules_dir
from custody_records.run.plan import sources
from tests.conftest import ROOT

Found = list[tuple[int, int, str]]


def entities(doc: Doc) -> Found:
    return [(entity.start, entity.end, entity.label_) for entity in doc.ents]


@pytest.fixture(scope="module")
def docs(annotator: Annotator) -> list[Doc]:
    """The corpus with its sentences, not yet annotated."""
    found = []
    for source in sources([str(ROOT / "corpus")]):
        for article in read(source.path):
            doc = prepare(annotator.full, article)
            annotator.full.get_pipe("news_sentences")(doc)
            found.append(doc)
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def stock(docs: list[Doc]) -> list[Found]:
    """What the stock recogniser finds in the same tokens and sentences, on its own BLAS."""
    nlp = spacy.load(resolve(), exclude=("tagger", "parser", "attribute_ruler", "lemmatizer"))
    copies = []
    for doc in docs:
        copy = Doc(
            nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]
        )
        for token, original in zip(copy, doc, strict=True):
            token.is_sent_start = original.is_sent_start
            token.norm_ = original.norm_
        copies.append(copy)
    return [entities(doc) for doc in nlp.get_pipe("ner").pipe(copies)]


def component(annotator: Annotator) -> SentenceEntities:
    found = annotator.full.get_pipe("sentence_entities")
    assert isinstance(found, SentenceEntities)
    return found


def test_the_entities_of_the_corpus_are_those_of_the_stock_model(
    annotator: Annotator, docs: list[Doc], stock: list[Found]
) -> None:
    found = [entities(doc) for doc in component(annotator).pipe(docs)]
    assert sum(map(len, stock)) > 1000
    assert found == stock


def test_one_doc_alone_gives_what_it_gives_among_others(
    annotator: Annotator, docs: list[Doc], stock: list[Found]
) -> None:
    assert [entities(component(annotator)(doc)) for doc in docs[:8]] == stock[:8]


def test_empty_texts_and_white_space_are_no_trouble(annotator: Annotator) -> None:
    texts = ["", " ", "\n\n", "Bob.", ""]
    with annotator.memory():
        docs = [
            annotator.full.get_pipe("news_sentences")(annotator.full.make_doc(t)) for t in texts
        ]
        found = list(component(annotator).pipe(docs))
        assert [doc.text for doc in found] == texts


def test_a_recogniser_of_another_kind_is_left_in_its_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"moves": None}).add_label("PERSON")  # type: ignore[attr-defined]
    nlp.get_pipe("ner").model.attrs["has_upper"] = False
    assert not SentenceEntities(nlp, rules_dir()).take_from(nlp)
    assert nlp.pipe_names == ["ner"]


def test_without_a_recogniser_a_doc_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    doc = SentenceEntities(nlp, rules_dir())(nlp("Bob lives in Almaty."))
    assert doc.ents == ()


def test_the_parse_of_sentences_is_that_of_the_stock_parser(docs: list[Doc]) -> None:
    nlp = spacy.load(resolve(), exclude=("ner", "attribute_ruler", "lemmatizer"))

    def tagged() -> list[Doc]:
        sentences = [sentence.text for doc in docs[:10] for sentence in doc.sents]
        copies = [nlp.make_doc(text) for text in sentences]
        for name in ("tok2vec", "tagger"):
            copies = list(nlp.get_pipe(name).pipe(copies))
        return copies

    def parsed(found: list[Doc]) -> list[list[tuple[int, str]]]:
        return [[(token.head.i, token.dep_) for token in doc] for doc in found]

    ours = parsed(list(GreedyParser(nlp.get_pipe("parser")).pipe(tagged(), batch_size=64)))
    theirs = parsed(list(nlp.get_pipe("parser").pipe(tagged(), batch_size=64)))
    assert len(theirs) > 100
    assert ours == theirs


def test_the_vectors_are_those_of_the_stock_model_but_for_rounding(docs: list[Doc]) -> None:
    nlp = spacy.load(resolve())
    for name in ("tok2vec", "ner"):
        slow = nlp.get_pipe(name).model if name == "tok2vec" else nlp.get_pipe(name).model.layers[0]
        copies = [nlp.make_doc(doc.text) for doc in docs[:6]] + [nlp.make_doc("One")]
        expected = slow.predict(copies)
        fast = speed_up(slow, nlp.vocab)
        assert "fast_vectors" in {layer.name for layer in fast.walk()}
        for ours, theirs in zip(fast.predict(copies), expected, strict=True):
            assert np.allclose(ours, theirs, atol=1e-4)


def test_a_model_of_another_kind_is_left_as_it_is() -> None:
    other = Model("some_other_model", lambda model, docs, is_train: (docs, None))
    assert speed_up(other, spacy.blank("en").vocab) is other
